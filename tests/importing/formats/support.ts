import { ExpectedError } from '../../../src-main/domain/error'
import type { Extraction, FileToExtract } from '../../../src-main/domain/extraction'
import { extractFile } from '../../../src-main/importing/extract'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const extract = (
  content: string | Uint8Array,
  fileName: string,
  more: Partial<FileToExtract> = {},
): Promise<Extraction> =>
  extractFile({ bytes: typeof content === 'string' ? bytesOf(content) : content, fileName, ...more })

/** The code with which a file is refused; throws where it is not. */
export async function refusalOf(extraction: Promise<Extraction>): Promise<string> {
  const found = await extraction.catch((error: unknown) => error)
  if (found instanceof ExpectedError) return found.code
  throw found instanceof Error ? found : new Error(`not refused: ${JSON.stringify(found).slice(0, 400)}`)
}

/** Values of an article's metadata that are known. */
export const known = ({ metadata }: Extraction['articles'][number]): Record<string, string> =>
  Object.fromEntries(Object.entries(metadata).flatMap(([field, { value }]) => (value === null ? [] : [[field, value]])))

export const visible = ({ blocks }: Extraction['articles'][number]): string[] =>
  blocks.filter((block) => !block.hidden && block.kind !== 'title').map((block) => block.text)

export const refusedParts = ({ refused }: Extraction): string[] => refused.map(({ part, code }) => `${part}: ${code}`)

/** Sentences of an invented article, none like the other. */
export const story = [
  'The harbour wall at Port Ansel gave way on Monday night after a week of swell, and the ferries to the northern islands stay in port.',
  'Engineer Tove Lind said that three stones had moved by more than a metre, and that nobody could say when a crane would come.',
  'Islanders have asked the council to pay for the repair, which may cost more than the whole harbour earns in a year.',
]
export const page = (title: string, paragraphs: readonly string[] = story): string =>
  `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${paragraphs
    .map((text) => `<p>${text}</p>`)
    .join('')}</body></html>`
