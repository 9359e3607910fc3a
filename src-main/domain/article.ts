import type { Sourced } from './origin'

/**
 * The metadata that an article carries, each with its origin. `published` and `updated` are EDTF, `language` a BCP 47
 * tag. `section` is the outlet's own ("World"); `updated` is when the outlet last changed the text, where it says so.
 */
export const metadataFields = [
  'title',
  'subtitle',
  'byline',
  'outlet',
  'section',
  'published',
  'updated',
  'language',
  'url',
] as const
export type MetadataField = (typeof metadataFields)[number]
export type ArticleMetadata = Record<MetadataField, Sourced>

/** Whether a field holds a date, as EDTF. */
export const isDateField = (field: MetadataField): field is 'published' | 'updated' =>
  field === 'published' || field === 'updated'

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether at least half of the words of a title stand in another one: the same headline, shortened or worded anew. */
function isReworded(title: string, other: string): boolean {
  const words = wordsOf(other)
  return wordsOf(title).filter((word) => words.includes(word)).length * 2 >= wordsOf(title).length
}

/**
 * Fields in which the places of a file disagree so that a person should decide: two days of publication, two headlines
 * that have little in common, or a title or outlet that is itself no more than likely. The same words read in another
 * way are no disagreement.
 */
export const contradictedFields = (metadata: ArticleMetadata): MetadataField[] =>
  (['title', 'outlet', 'published'] as const).filter((field) => {
    const { value, confidence, evidence, others = [] } = metadata[field]
    const rivals = others.filter((other) => other.evidence.quote === '' || other.evidence.quote !== evidence?.quote)
    if (field === 'published') return rivals.some((other) => other.confidence !== 'unsure')
    if (field === 'title' && rivals.some((other) => !isReworded(other.value, value ?? ''))) return true
    return confidence !== 'certain' && rivals.length > 0
  })

export const articleStatuses = ['to-read', 'reading', 'reviewed', 'excluded'] as const
export type ArticleStatus = (typeof articleStatuses)[number]

/**
 * `title`, `subtitle`, `byline` and `date` are lines that were read as metadata: shown in the import review and above the
 * text, never numbered. Numbered body kinds are paragraph, quote and list-item.
 */
export const blockKinds = [
  'title',
  'subtitle',
  'byline',
  'date',
  'heading',
  'paragraph',
  'quote',
  'list-item',
  'caption',
  'boilerplate',
] as const
export type BlockKind = (typeof blockKinds)[number]

/** Why a block is hidden. `rule`: by a rule that the researcher taught for the outlet. `researcher`: hidden by hand. */
export const hideReasons = [
  'navigation',
  'search-form',
  'cookies',
  'newsletter',
  'related',
  'share',
  'comments',
  'advertisement',
  'live-banner',
  'print',
  'rule',
  'researcher',
] as const
export type HideReason = (typeof hideReasons)[number]

export type Direction = 'ltr' | 'rtl'

/** One paragraph-sized piece of text as extraction yields it. `line` is the line in a text file, from 1, else null. */
export type ExtractedBlock = {
  kind: BlockKind
  text: string
  hidden: boolean
  reason: HideReason | null
  line: number | null
}

/**
 * A block of a stored article. `start` is its offset in the article's text, which is all blocks, hidden ones too, joined
 * by one line feed; so hiding or restoring a block moves no offset.
 */
export type Block = ExtractedBlock & {
  id: number
  start: number
  direction: Direction
  /** Paragraph number as shown ("7", or "7a" for one restored after import); null for unnumbered kinds and hidden ones. */
  label: string | null
  /** The cleaning rule that hides it, or that it was restored from where it is visible; null where there is none. */
  ruleId: number | null
}

/** Joins block texts to the article's text, the coordinate system of all passages and date expressions. */
export const articleText = (blocks: readonly { text: string }[]): string => blocks.map((b) => b.text).join('\n')

/** Offsets of each block in {@link articleText}, in order. */
export function blockStarts(blocks: readonly { text: string }[]): number[] {
  let at = 0
  return blocks.map((block) => {
    const start = at
    at += block.text.length + 1
    return start
  })
}

const numberedKinds: readonly BlockKind[] = ['paragraph', 'quote', 'list-item']

export const isNumbered = (kind: BlockKind): boolean => numberedKinds.includes(kind)

/**
 * Paragraph labels that stay what they were when blocks are hidden or restored later: a block numbered at import keeps
 * its number; one restored later takes the number before it with a letter, or the letter alone before the first.
 * @param blocks in reading order; `number` is the number given at import, or null
 * @returns a label or null per block
 */
export function paragraphLabels(
  blocks: readonly { kind: BlockKind; hidden: boolean; number: number | null }[],
): (string | null)[] {
  let last = 0
  let restored = 0
  return blocks.map((block) => {
    if (block.number !== null) {
      last = block.number
      restored = 0
      return block.hidden ? null : String(block.number)
    }
    if (block.hidden || (!isNumbered(block.kind) && block.kind !== 'boilerplate')) return null
    restored += 1
    return `${last === 0 ? '' : last}${letters(restored)}`
  })
}

/** 1 is "a", 26 is "z", 27 is "aa". */
function letters(n: number): string {
  const rest = Math.floor((n - 1) / 26)
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((n - 1) % 26))
}

const rtlLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const anyLetter = /\p{L}/u

/** Direction of a paragraph by its first strong letter (Unicode Bidirectional Algorithm, rule P2). */
export function directionOf(text: string): Direction {
  for (const character of text) {
    if (!anyLetter.test(character)) continue
    return rtlLetter.test(character) ? 'rtl' : 'ltr'
  }
  return 'ltr'
}

/** Words for people: runs of letters and digits, counted over the visible body. */
export const countWords = (text: string): number =>
  (text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? []).length

/** The first sentence, shown in place of a missing title, at most `limit` UTF-16 units, cut at a word. */
export function standInTitle(blocks: readonly ExtractedBlock[], limit = 160): string {
  const first = blocks.find((b) => !b.hidden && isNumbered(b.kind)) ?? blocks.find((b) => !b.hidden)
  if (!first) return ''
  const sentence = /^.*?[.!?؟。](?=\s|$|["”»])["”»]?/su.exec(first.text)?.[0] ?? first.text
  const whole = sentence.length < 40 ? first.text : sentence
  if (whole.length <= limit) return whole
  const cut = whole.slice(0, limit)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2)).replace(/[\uD800-\uDBFF]$/, '')}…`
}
