import { packedEnd, type ZipEntry } from './zip-entries'

/** An archive that claims to unpack to more is read in parts, in bytes. */
const largeBytes = 100 * 1024 * 1024
/** What a part unpacks to, by what the archive claims. */
const partBytes = 64 * 1024 * 1024

/** Whether all files of an archive, several, are too much to be handed on at once. */
export const isLarge = (entries: readonly ZipEntry[]): boolean =>
  entries.length > 1 && entries.reduce((sum, entry) => sum + entry.unpacked, 0) > largeBytes

/**
 * The files of an archive as smaller archives, in order, still packed: so that a large one never is in memory unpacked as
 * a whole.
 */
export function splitZip(bytes: Uint8Array, entries: readonly ZipEntry[]): Uint8Array[] {
  const groups: ZipEntry[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const entry of entries) {
    if (size + entry.unpacked > partBytes) {
      groups.push([])
      size = 0
    }
    size += entry.unpacked
    groups.at(-1)?.push(entry)
  }
  return groups.map((group) => zipOf(bytes, group))
}

function zipOf(bytes: Uint8Array, entries: readonly ZipEntry[]): Uint8Array {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const entry of entries) {
    const file = bytes.subarray(entry.at, packedEnd(bytes, entry))
    const record = Uint8Array.from(bytes.subarray(entry.record.from, entry.record.to))
    const view = new DataView(record.buffer)
    view.setUint32(42, at, true)
    // The comment behind the record is not taken along.
    view.setUint16(32, 0, true)
    files.push(file)
    directory.push(record)
    at += file.length
  }
  const directoryLength = directory.reduce((sum, record) => sum + record.length, 0)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, entries.length, true)
  end.setUint16(10, entries.length, true)
  end.setUint32(12, directoryLength, true)
  end.setUint32(16, at, true)
  return new Uint8Array(Buffer.concat([...files, ...directory, new Uint8Array(end.buffer)]))
}
