import type { ArticleMetadata, BlockKind, ExtractedBlock } from '../domain/article'
import { type Confidence, type MetadataEvidence, type Sourced, withOthers } from '../domain/origin'
import { type DatesOfLine, parseDateLine, readDateLine } from './date-line'
import { found, webAddress } from './metadata'

type Found = Partial<ArticleMetadata>
type Opening = { blocks: ExtractedBlock[]; metadata: Found }

/** So many blocks from the first one on may belong to an article's head. */
const longestHead = 14

/**
 * Reads the head of an article in which nothing but the words tells title, subtitle, byline and date apart: short lines
 * without a full stop, before the first paragraph of prose. Hidden blocks are passed over.
 * @param known metadata already read elsewhere, such as front matter; it is not replaced
 * @returns the same blocks, those of the head with their kinds, and what was read
 */
export function readOpening(blocks: readonly ExtractedBlock[], known: Found): Opening {
  const prose = blocks.findIndex((block) => !block.hidden && isProse(block.text) && !readsAsMetadata(block.text))
  const metadata: Found = {}
  const kinds = new Map<number, BlockKind>()
  const headlines: number[] = []
  let heads = 0
  for (const [index, block] of blocks.slice(0, Math.max(prose, 0)).entries()) {
    if (block.hidden || !['paragraph', 'heading', 'title'].includes(block.kind)) continue
    heads += 1
    if (heads > longestHead) break
    const line = readMetadataLine(block)
    if (line) {
      kinds.set(index, line.kind)
      for (const [field, value] of Object.entries(line.metadata)) {
        const name = field as keyof Found
        if (!known[name] && !metadata[name]) metadata[name] = value
      }
    } else if (isHeadline(block.text) && headlines.every((at) => onlyMetadataBetween(blocks, kinds, at, index))) {
      headlines.push(index)
    }
  }
  nameHeadlines(blocks, prose, headlines, kinds, known, metadata)
  if (!metadata.published && !known.published) readEndDate(blocks, kinds, metadata)
  const named = blocks.map((block, index) => ({ ...block, kind: kinds.get(index) ?? block.kind }))
  return { blocks: nameCrossHeads(named), metadata }
}

/** Prose: a sentence with its full stop, or a long text. A question may be a title unless it is long. */
export function isProse(text: string): boolean {
  if (text.length > 200) return true
  const plain = withoutClosing(text)
  if (/(?:\p{Lu}\.){2,}$/u.test(plain)) return false
  if (/[.…。।۔]$/u.test(plain)) return plain.length >= 30
  return /[!?؟？！]$/u.test(plain) && plain.length > 120
}

/** Without the quotation marks and brackets that close it. Most texts end in none: a pattern would look at each space. */
function withoutClosing(text: string): string {
  let end = text.length
  while (end > 0 && /["”’»)\]\s]/u.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

function isHeadline(text: string): boolean {
  if (text.length > 220 || /[,;:،؛]$/u.test(text) || isProse(text)) return false
  return /(?:\p{L}\P{L}*){4}/u.test(text)
}

const readsAsMetadata = (text: string): boolean => readDateLine(text) !== null

function onlyMetadataBetween(
  blocks: readonly ExtractedBlock[],
  kinds: ReadonlyMap<number, BlockKind>,
  from: number,
  to: number,
): boolean {
  return blocks
    .slice(from + 1, to)
    .every(
      (block, step) => block.hidden || kinds.has(from + 1 + step) || block.kind === 'caption' || isHeadline(block.text),
    )
}

function nameHeadlines(
  blocks: readonly ExtractedBlock[],
  prose: number,
  headlines: readonly number[],
  kinds: Map<number, BlockKind>,
  known: Found,
  metadata: Found,
): void {
  const text = (index: number | undefined) => (index === undefined ? '' : (blocks[index]?.text ?? ''))
  const given = known.title?.value ?? metadata.title?.value
  const lines = given ? headlines.filter((index) => text(index) === given) : [...headlines]
  // A line of one or two words over a headline names the section.
  const section = !given && lines.length > 1 && wordCount(text(lines[0])) <= 2 && wordCount(text(lines[1])) >= 4
  const [title, subtitle] = section ? lines.slice(1) : lines
  if (section && lines[0] !== undefined) kinds.set(lines[0], 'heading')
  if (title === undefined || (!given && !standsOverText(blocks, title, prose))) return
  kinds.set(title, 'title')
  const sure = wordCount(text(title)) >= 4 || blocks[title]?.kind !== 'paragraph'
  if (!given) metadata.title = fromLine(blocks[title], text(title), sure ? 'certain' : 'likely')
  const next = given ? headlines.find((index) => index > title) : subtitle
  if (next === undefined || blocks[next]?.kind === 'heading' || wordCount(text(next)) < 4) return
  // A row of a table, or the first question of an interview.
  if (text(next).includes(' | ') || (asks(text(next)) && asksAgain(blocks.slice(next + 1)))) return
  kinds.set(next, 'subtitle')
  if (!known.subtitle) metadata.subtitle = fromLine(blocks[next], text(next), 'likely')
}

const asks = (text: string): boolean => /^[^.!?。！？؟…]{1,160}[?？؟]["”»]?$/u.test(text)
const asksAgain = (blocks: readonly ExtractedBlock[]): boolean =>
  blocks.some((block) => !block.hidden && block.kind === 'paragraph' && asks(block.text))

/** A title is followed by prose that, taken together, is longer, most of it in full sentences. */
function standsOverText(blocks: readonly ExtractedBlock[], title: number, prose: number): boolean {
  const body = blocks.slice(prose).filter((block) => !block.hidden)
  const letters = body.reduce((sum, block) => sum + block.text.length, 0)
  return prose > title && letters > (blocks[title]?.text.length ?? 0) * 1.2
}

const wordCount = (text: string): number => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length

type MetadataLine = { kind: BlockKind; metadata: Found }

/** A line of an article's head that is a date, a byline, an address, or a value with its label. */
function readMetadataLine(block: ExtractedBlock): MetadataLine | null {
  const dates = readDateLine(block.text)
  if (dates) return { kind: 'date', metadata: datesOf(block, dates, 'certain') }
  return readLabelled(block) ?? readAddress(block) ?? readByline(block)
}

/** A numeric date that may be read in two ways stays unsure, with its other reading beside it. */
function datesOf(block: ExtractedBlock, { published, updated }: DatesOfLine, confidence: Confidence): Found {
  const metadata: Found = {}
  for (const [field, date] of Object.entries({ published, updated })) {
    if (!date) continue
    const readings = date.other === null ? [date.edtf] : [date.edtf, date.other]
    const values = readings.map((day) => fromLine(block, day, date.other === null ? confidence : 'unsure'))
    metadata[field as 'published' | 'updated'] = withOthers(values)
  }
  return metadata
}

const labels: readonly [RegExp, keyof ArticleMetadata, BlockKind][] = [
  [/^(?:title|headline|العنوان)\s*[:：]\s*/iu, 'title', 'title'],
  [/^(?:subtitle|sub-?headline|standfirst)\s*[:：]\s*/iu, 'subtitle', 'subtitle'],
  [/^(?:authors?|writer|byline|reporter|بقلم|كتب|كتبت|الكاتب)\s*[:：]\s*/iu, 'byline', 'byline'],
  [/^(?:source|publication|publisher|outlet|newspaper|المصدر|الصحيفة)\s*[:：]\s*/iu, 'outlet', 'byline'],
  [/^(?:url|link|web address|permalink|الرابط)\s*[:：]\s*/iu, 'url', 'byline'],
]

function readLabelled(block: ExtractedBlock): MetadataLine | null {
  for (const [label, field, kind] of labels) {
    if (!label.test(block.text)) continue
    const written = block.text.replace(label, '').trim()
    const value = field === 'url' ? webAddress(written) : written
    if (!value || value.length > 300) return null
    return { kind, metadata: { [field]: fromLine(block, value, 'certain') } }
  }
  return null
}

function readAddress(block: ExtractedBlock): MetadataLine | null {
  const address = /^\S+$/.test(block.text) ? webAddress(block.text) : null
  return address ? { kind: 'byline', metadata: { url: fromLine(block, address, 'likely') } } : null
}

const bylineStart =
  /^(?:[Bb]y|BY|[Ww]ritten by|[Rr]eported by|[Pp]ar|[Vv]on|[Pp]or|بقلم|كتبه?ا?)\s*[:：]?\s+(?=[\p{Lu}\p{Lo}])/u
const separator = /\s+[|•·–—-]\s+|,\s+(?=\d{1,2} \p{L}|\p{Lu}\p{L}+ \d)/u

/** What names of newspapers, agencies and stations begin or end with, in the languages that dates are read in. */
const outletWords =
  /^(?:radio|rádio|agence|agencia|agência|agenzia|diario|diário|jornal|corriere|gazzetta|صحيفة|جريدة|وكالة|قناة|إذاعة)\s|\s(?:gazette|herald|times|post|tribune|journal|observer|courier|chronicle|telegraph|guardian|standard|mail|mirror|express|independent|globe|news|press|daily|weekly|review|echo|argus|examiner|bulletin|dispatch|register|record|monitor|radio|tv|television|agency|wire|media|today|online|magazine|zeitung|tageblatt|rundschau|nachrichten|anzeiger)$/iu

/** "The Harbour Bell": all words with a capital. */
const namedWithArticle = /^The(?: \p{Lu}[\p{L}’'-]*){1,4}$/u

/** "By Name", also with a date or place behind a separator; or "Name | 5 March 2031", the name a person's or an outlet's. */
function readByline(block: ExtractedBlock): MetadataLine | null {
  if (block.text.length > 140 || isProse(block.text)) return null
  const parts = block.text.split(separator)
  const date = parts.map(parseDateLine).find((part) => part !== null && !part.updated)
  const starts = bylineStart.test(block.text)
  if (!starts && !(date && parts.length > 1)) return null
  const name = (parts.find((part) => parseDateLine(part) === null) ?? '').replace(bylineStart, '').trim()
  const words = wordCount(name)
  if (words === 0 || words > 12) return null
  const metadata: Found = {}
  if (starts) metadata.byline = fromLine(block, name, 'certain')
  else if (words <= 6 && (outletWords.test(name) || namedWithArticle.test(name)))
    metadata.outlet = fromLine(block, name, 'likely')
  if (date) metadata.published = fromLine(block, date.edtf, 'certain')
  return { kind: 'byline', metadata }
}

/** A date that stands alone at the very end. */
function readEndDate(blocks: readonly ExtractedBlock[], kinds: Map<number, BlockKind>, metadata: Found): void {
  const last = blocks.findLastIndex((block) => !block.hidden)
  const block = blocks[last]
  if (block?.kind !== 'paragraph' || last === 0) return
  const dates = readDateLine(block.text)
  if (!dates?.published) return
  kinds.set(last, 'date')
  Object.assign(metadata, datesOf(block, dates, 'likely'))
}

/** Short lines between paragraphs of prose. */
function nameCrossHeads(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  const visible = blocks.filter((block) => !block.hidden && block.kind !== 'caption')
  const heads = new Set(
    visible.filter((block, at) => {
      if (block.kind !== 'paragraph' || block.text.length > 80 || /[!?؟"”»]$/u.test(block.text)) return false
      const [before, after] = [visible[at - 1], visible[at + 1]]
      return before && after && isProse(before.text) && isProse(after.text) && isHeadline(block.text)
    }),
  )
  return blocks.map((block) => (heads.has(block) ? { ...block, kind: 'heading' } : block))
}

function fromLine(block: ExtractedBlock | undefined, value: string, confidence: Confidence): Sourced {
  const evidence: MetadataEvidence = { kind: 'line', at: String(block?.line ?? ''), quote: block?.text ?? '' }
  return found(value, confidence, evidence)
}
