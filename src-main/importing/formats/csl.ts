import { type BibliographyEntry, readEntries } from './bibliography'
import type { ParsedFile } from './parsed'
import type { RecordField } from './record'

type CslItem = Record<string, unknown>

const itemTypes = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter dataset document entry ' +
    'entry-dictionary entry-encyclopedia hearing interview legal_case legislation manuscript motion_picture pamphlet ' +
    'paper-conference periodical personal_communication post post-weblog regulation report review review-book song ' +
    'speech standard thesis treaty webpage'
  ).split(' '),
)

/** Whether an object is an item of a bibliography in CSL-JSON, rather than an article with its text. */
export function isCslItem(value: unknown): boolean {
  if (!isItem(value)) return false
  const issued = value.issued
  const dated =
    issued !== null && typeof issued === 'object' && ('date-parts' in issued || 'raw' in issued || 'literal' in issued)
  return (
    dated ||
    'container-title' in value ||
    (itemTypes.has(textOf(value.type)) && ['title', 'URL', 'DOI'].some((key) => key in value) && !hasBody(value))
  )
}

const isItem = (value: unknown): value is CslItem =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const hasBody = (value: CslItem): boolean => ['text', 'body', 'content'].some((key) => textOf(value[key]).length > 0)

/** @throws ExpectedError import/not-an-article where there is no entry */
export const cslReferences = (list: readonly unknown[]): ParsedFile =>
  readEntries(list.filter(isItem).map(entryOf), 'application/vnd.citationstyles.csl+json')

function entryOf(item: CslItem): BibliographyEntry {
  const values = (...keys: string[]): RecordField[] =>
    keys.flatMap((key) => (textOf(item[key]) === '' ? [] : [{ text: textOf(item[key]), at: `CSL ${key}` }]))
  return {
    key: textOf(item['citation-key']) || textOf(item.id) || textOf(item.title),
    attachments: attachmentsOf(item),
    abstract: textOf(item.abstract),
    record: {
      title: values('title'),
      byline: [{ text: namesOf(item.author) || namesOf(item.director), at: 'CSL author' }],
      outlet: values('container-title', 'publisher', 'archive'),
      section: values('section'),
      published: [
        { text: dateOf(item.issued), at: 'CSL issued' },
        { text: dateOf(item['original-date']), at: 'CSL original-date', confidence: 'likely' },
      ],
      language: values('language'),
      url: values('URL'),
    },
  }
}

/** Some exporters add the files that CSL-JSON itself has no place for. */
function attachmentsOf(item: CslItem): string[] {
  return [item.attachments, item.file, item.files].flat().flatMap((value) => {
    if (typeof value === 'string') return value.split(/;\s*/)
    if (!isItem(value)) return []
    const path = textOf(value.localPath) || textOf(value.path)
    return path === '' ? [] : [path]
  })
}

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number'
      ? String(value)
      : Array.isArray(value)
        ? textOf(value[0])
        : ''

function namesOf(value: unknown): string {
  const people = Array.isArray(value) ? value.filter(isItem) : []
  const names = people.map((person) => {
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map((key) =>
      textOf(person[key]),
    )
    return textOf(person.literal) || parts.filter((part) => part !== '').join(' ')
  })
  return names.filter((name) => name !== '').join(', ')
}

/** The first date of a range; its parts are year, month and day. */
function dateOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (!isItem(value)) return ''
  const [first] = Array.isArray(value['date-parts']) ? value['date-parts'] : []
  const parts = Array.isArray(first) ? first.map(Number).filter((part) => part > 0) : []
  const [year, ...rest] = parts
  if (year !== undefined)
    return [year, ...rest]
      .slice(0, 3)
      .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
      .join('-')
  return textOf(value.raw) || textOf(value.literal)
}
