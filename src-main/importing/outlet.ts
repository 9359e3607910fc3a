import type { ExtractedBlock } from '../domain/article'
import { isNumbered } from '../domain/article'
import type { Confidence, Sourced } from '../domain/origin'
import { unknownValue } from '../domain/origin'
import { found } from './metadata'

const name = String.raw`((?:The )?\p{Lu}[\p{L}\p{N}.&-]*(?: (?:of |and |& |for )?\p{Lu}[\p{L}\p{N}&-]*){0,4})`

/** Page furniture that names the page's own outlet. */
const ownFurniture: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:[Ss]ubscribe to|[Ss]ign up (?:for|to)|[Jj]oin|[Gg]et|[Rr]eceive) (?:the )?${name}['’]?s?['’]? (?:(?:free|daily|weekly|monthly|morning|evening|e-?mail|breaking news) )*(?:newsletter|bulletin|briefing)s?\b`,
    'u',
  ),
  new RegExp(
    String.raw`\b[Ff]ollow (?:the )?${name} on (?:X|Twitter|Facebook|Instagram|Telegram|YouTube|LinkedIn|WhatsApp|Mastodon|Bluesky|Google News)\b`,
    'u',
  ),
  new RegExp(String.raw`\b[Dd]ownload (?:the )?${name}(?:['’]s)? app\b`, 'u'),
  new RegExp(String.raw`^(?:[Mm]ore|[Rr]ead more) (?:from|on|in) (?:the )?${name}\W*$`, 'u'),
]

/** A name with its article, which outlets use of themselves and seldom leave out. */
const theName = String.raw`(The \p{Lu}[\p{L}&-]*(?: \p{Lu}[\p{L}&-]*){0,3})`

/** Sentences in which an outlet speaks of itself by name. */
const ownWords: readonly [RegExp, Confidence][] = [
  [new RegExp(String.raw`\b(?:have|has|had) (?:exclusively )?told ${theName}`, 'gu'), 'likely'],
  [
    new RegExp(String.raw`\b${theName} (?:understands|has (?:learned|learnt|seen)|can (?:reveal|disclose))\b`, 'gu'),
    'likely',
  ],
  [new RegExp(String.raw`\b(?:told|tells) ${theName}`, 'gu'), 'unsure'],
]

/** What all of these have in common; nearly every paragraph ends here. */
const maySpeakOfItself =
  /\b(?:told|tells) The \p{Lu}|\bThe \p{Lu}.{1,100}? (?:understands|has (?:learned|learnt|seen)|can (?:reveal|disclose))\b/u

/** Names that others quote far more often than they quote themselves. */
const widelyQuoted =
  /^(?:the )?(?:associated press|ap|reuters|afp|agence france-presse|bbc|cnn|cnbc|nbc|cbs|abc|fox news|npr|new york times|washington post|wall street journal|financial times|guardian|times|telegraph|economist|al jazeera|bloomberg|axios|politico|sky news|haaretz|xinhua|tass)\b/iu
/** Words that begin like a name but name nobody. */
const nobody =
  /^(?:(?:our|your|my|the|this|that|his|her|its|their|daily|weekly|free|morning|evening|news|breaking|now|here|today|newsletter|e-?mail|latest|world|court|parliament|committee|council|commission|press|media|minister|president|police|hague|un|us|uk|eu|united nations|united states|government|ministry|senate|house|assembly|board|inquiry|tribunal) ?)+$/iu

/**
 * The outlet that an article's own words give away: a copyright or newsletter line, or a sentence such as "sources have
 * told The Harbour Post". An outlet merely quoted as a source is not taken.
 */
export function findOutlet(blocks: readonly ExtractedBlock[]): Sourced {
  const hidden = blocks.filter((block) => block.hidden)
  for (const block of hidden) {
    const holder = copyrightHolder(block.text)
    const furniture = ownFurniture.map((pattern) => pattern.exec(block.text)).find((match) => match !== null)
    const outlet = holder ?? outletName(furniture?.[1])
    if (!outlet) continue
    const at = block.line === null ? '' : String(block.line)
    return found(outlet, 'likely', { kind: 'removed', at, quote: furniture?.[0] ?? block.text }, 'rule')
  }
  return fromSentences(blocks)
}

/** The host of an article's address: a weak stand-in for the outlet's name. */
export function outletOfAddress({ value }: Sourced): Sourced {
  if (value === null || !URL.canParse(value)) return unknownValue
  const { hostname } = new URL(value)
  return found(
    hostname.replace(/^(?:www\d?|m|mobile|amp)\./, ''),
    'unsure',
    { kind: 'address', at: '', quote: value },
    'rule',
  )
}

function fromSentences(blocks: readonly ExtractedBlock[]): Sourced {
  const paragraphs = blocks.filter((block) => !block.hidden && isNumbered(block.kind))
  const speaking = [...paragraphs.entries()].filter(([, block]) => maySpeakOfItself.test(block.text))
  for (const [pattern, confidence] of ownWords) {
    for (const [index, block] of speaking) {
      const match = [...block.text.matchAll(pattern)].find((candidate) => outletName(candidate[1]) !== null)
      if (!match) continue
      const evidence = { kind: 'paragraph' as const, at: String(index + 1), quote: match[0] }
      return found(outletName(match[1]), confidence, evidence, 'rule')
    }
  }
  return unknownValue
}

function outletName(text: string | undefined): string | null {
  const plain = text?.trim().replace(/[.-]+$/, '') ?? ''
  return plain.length < 3 || nobody.test(plain) || widelyQuoted.test(plain) ? null : plain
}

const copyrightMark = /©|\(c\)|\bcopyright\b|(?:جميع|كافة) الحقوق محفوظة/iu
const copyrightWords =
  /©|\(c\)|\bcopyright\b|\ball rights reserved\b|(?:جميع|كافة) الحقوق محفوظة(?: (?:ل|لدى|لـ))?|\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?\b|\bby\b/giu

/** The name in "© 2031 The Harbour Post. All rights reserved.", or null. */
function copyrightHolder(text: string): string | null {
  if (!copyrightMark.test(text) || text.length > 200) return null
  const rest = text.replace(copyrightWords, '|').split(/[|.,;،–—]/u)
  const holder = rest.map((part) => part.trim()).find((part) => /\p{L}{2}/u.test(part))
  return holder && holder.length <= 60 && holder.split(' ').length <= 6 ? outletName(holder) : null
}
