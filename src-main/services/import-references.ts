import { type ArticleMetadata, metadataFields } from '../domain/article'
import type { GivenMetadata } from '../domain/extraction'
import { unknownValue, withOthers } from '../domain/origin'
import type { Reader } from '../library/handle'
import type { SourceFile } from './import-bytes'
import { addEntry, changeEntry, type ReviewStage, type StageEntry } from './import-stage'
import { settleDateOrder } from './outlet-dates'

/**
 * Gives the entries of bibliographies to the articles of the review that they belong to. An entry that belongs to none
 * gets a row that says so.
 */
export function joinReferences(reader: Reader, stage: ReviewStage): void {
  const files = articlesByFile(stage.entries)
  const joined = new Map<StageEntry, number>()
  for (const { bibliography, reference } of stage.references) {
    const found = attachedFile([...files.keys()], bibliography.file, reference.attachments)
    const article = found && files.get(found)
    if (article) {
      if (article.extracted && article.outcome.kind === 'ready') {
        const metadata = withReference(article.extracted.metadata, reference.given)
        changeEntry(stage, article, { extracted: settleDateOrder({ ...article.extracted, metadata }, reader) })
        joined.set(bibliography, (joined.get(bibliography) ?? 0) + 1)
      }
    } else {
      addEntry(stage, {
        file: bibliography.file,
        part: reference.key,
        outcome: { kind: 'refused', code: 'import/no-entry-text', params: {} },
      })
    }
  }
  for (const [bibliography, count] of joined) {
    changeEntry(stage, bibliography, { outcome: { kind: 'reference', joined: count } })
  }
}

/** Files that may be meant by an attachment, with their row: all but bibliographies and files of several articles. */
function articlesByFile(entries: readonly StageEntry[]): Map<SourceFile, StageEntry> {
  const single = entries.filter(({ part, outcome }) => part === null && outcome.kind !== 'reference')
  return new Map(single.map((entry) => [entry.file, entry]))
}

/** The bibliography goes before the text; what the text says differently is kept beside it. */
const withReference = (metadata: ArticleMetadata, given: GivenMetadata): ArticleMetadata =>
  Object.fromEntries(
    metadataFields.map((field) => [field, withOthers([given[field] ?? unknownValue, metadata[field]], sameWords)]),
  ) as ArticleMetadata

const sameWords = (a: string, b: string): boolean => folded(a) === folded(b)

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * The file that one of the attachments names: the one at that path beside the bibliography, else the only one whose
 * path ends with most of the attachment's, at least with its name. Paths of the computer that wrote the bibliography so
 * find the file by its last folders.
 */
function attachedFile(
  files: readonly SourceFile[],
  bibliography: SourceFile,
  attachments: readonly string[],
): SourceFile | null {
  const home = pathOf(bibliography).slice(0, -1)
  for (const attachment of attachments) {
    const wanted = steps(attachment)
    const beside = [...home, ...wanted].join('/')
    const exact = files.find((file) => pathOf(file).join('/') === beside)
    if (exact) return exact
    const matches = files.map((file) => ({ file, common: commonEnd(pathOf(file), wanted) }))
    const most = Math.max(0, ...matches.map(({ common }) => common))
    const best = matches.filter(({ common }) => common === most)
    if (most > 0 && best.length === 1) return best[0]?.file ?? null
  }
  return null
}

const pathOf = ({ folder, fileName }: SourceFile): string[] => steps(`${folder}/${fileName}`)

/** The names of a path, in Unicode's composed form: file systems differ in how they write accents. */
const steps = (path: string): string[] =>
  path
    .normalize('NFC')
    .split(/[/\\]/)
    .filter((name) => name !== '' && name !== '.')

/** How many names two paths have in common at their ends, from the file's name backwards. */
function commonEnd(a: readonly string[], b: readonly string[]): number {
  let common = 0
  while (common < Math.min(a.length, b.length) && a.at(-1 - common) === b.at(-1 - common)) common += 1
  return common
}
