import fs from 'node:fs'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { Stop } from '../lib/project.mjs'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const symbolicLink = 0o120000

/**
 * Unpacks a zip file without zip64, as the format's APPNOTE describes it: permissions and symbolic links are kept.
 * @param {string} file
 * @param {string} folder where the entries go
 * @param {(name: string) => boolean} wanted which entries to unpack
 */
export function unzip(file, folder, wanted) {
  const bytes = fs.readFileSync(file)
  for (const entry of entries(bytes)) {
    const target = path.resolve(folder, entry.name)
    if (!target.startsWith(path.resolve(folder) + path.sep)) throw new Stop(`${file}: unsafe entry ${entry.name}`)
    if (entry.name.endsWith('/') || !wanted(entry.name)) continue
    fs.mkdirSync(path.dirname(target), { recursive: true })
    const content = contentOf(bytes, entry)
    if ((entry.mode & 0o170000) === symbolicLink) fs.symlinkSync(content.toString(), target)
    else fs.writeFileSync(target, content, { mode: entry.mode & 0o777 || 0o644 })
  }
}

/** @typedef {{ name: string, mode: number, method: number, size: number, offset: number }} Entry */

/** @param {Buffer} bytes @returns {Generator<Entry>} */
function* entries(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || bytes.readUInt32LE(end) !== endSignature) throw new Stop('not a zip file')
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== entrySignature) throw new Stop('a damaged zip file')
    const nameLength = bytes.readUInt16LE(at + 28)
    yield {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      mode: bytes.readUInt32LE(at + 38) >>> 16,
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}

/** @param {Buffer} bytes @param {Entry} entry */
function contentOf(bytes, { offset, size, method }) {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + size)
  if (method === 0) return packed
  if (method === 8) return inflateRawSync(packed)
  throw new Stop(`zip compression method ${method} is not supported`)
}
