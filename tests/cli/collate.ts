import { join, resolve } from 'node:path'
import { main } from '../../src-main/cli/main'
import { extractHere } from '../support/services'
import { wordVectors } from '../support/word-vectors'

export type Ran = { status: number; out: string; notes: string }

export const sampleFolder = resolve(import.meta.dirname, '../../resources/sample')

/** Runs the command line here, with extraction in this process. */
export async function collate(folder: string, args: readonly string[], input = ''): Promise<Ran> {
  let out = ''
  const notes: string[] = []
  const status = await main(args, {
    out: async (text) => {
      out += text
    },
    note: (line) => notes.push(line),
    input: chunksOf(new TextEncoder().encode(input)),
    onInterrupt: () => () => undefined,
    folder,
    clock: () => '2024-06-01T12:00:00.000Z',
    startExtraction: () => ({ extract: extractHere, close: () => undefined }),
    sampleFolder,
    wordVectors,
  })
  return { status, out, notes: notes.join('\n') }
}

/** Runs a command with `--json`. @returns its status and the documents on standard output, one a line */
export async function collateJson(folder: string, args: readonly string[], input = '') {
  const { status, out, notes } = await collate(folder, [...args, '--json'], input)
  const documents = out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  return { status, documents, notes }
}

/** In small pieces, so that characters and lines are cut anywhere. */
async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.slice(at, at + 7)
}

export const samples = ['kolvar-herald-toll-vote.md', 'sada-alnahr-arabic.txt', 'velda-observer-page.html'].map(
  (name) => join(sampleFolder, name),
)
