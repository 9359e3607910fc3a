import { ExpectedError } from '../../domain/error'
import { decodeText } from '../decode'
import type { FormatReader } from './parsed'
import { pagesOf, withoutFragment } from './warc'
import { createCaptures, readCaptures } from './warc-captures'
import { createUnzip, zipEntries } from './zip-entries'

/** Reads a web archive with its lists of pages (WACZ): these pages alone, where the lists agree with what was captured. */
export const readWaczFile: FormatReader = ({ bytes, fileName }) => {
  const entries = zipEntries(bytes)
  const unzip = createUnzip(bytes)
  const archives = entries.filter(({ path }) => /(?:^|\/)archive\/[^/]+\.warc(?:\.gz)?$/i.test(path))
  if (archives.length === 0) throw new ExpectedError('import/archive-empty')
  const captures = createCaptures()
  for (const archive of archives) readCaptures(captures, unzip(archive))
  const lists = entries.filter(({ path }) => /(?:^|\/)pages\/[^/]+\.jsonl$/i.test(path))
  const addresses = lists.flatMap((list) => pageAddresses(decodeText(unzip(list), 'utf-8').text))
  return pagesOf(captures, fileName, addresses.length > 0 ? new Set(addresses) : null)
}

/** Addresses in a list of pages, a JSON object a line, of which the first describes the list. */
function pageAddresses(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const url = /"url"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(line)?.[1]
    return url === undefined ? [] : [normalAddress(JSON.parse(url))]
  })
}

const normalAddress = (url: string): string => withoutFragment(URL.canParse(url) ? new URL(url).href : url)
