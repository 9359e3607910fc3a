import type { BlockKind, HideReason } from './article'

/** How a rule's text is compared with a block's: all of it, its beginning, or any part of it. */
export const ruleCompares = ['is', 'begins', 'contains'] as const
export type RuleCompare = (typeof ruleCompares)[number]

/** What a rule looks for. */
export type RulePattern = { compare: RuleCompare; text: string }

/** A rule that the researcher taught: blocks of this outlet with these words are hidden. */
export type CleaningRule = RulePattern & { id: number; outlet: string }

/** What decides whether a block is shown. `ruleId` of a hidden block: the rule that hides it. */
export type Visibility = { hidden: boolean; reason: HideReason | null; ruleId: number | null }

/** A block as rules see it. A visible block with a `ruleId` was restored by hand from that rule. */
export type RuledBlock = Visibility & { kind: BlockKind; text: string }

/**
 * Text as rules compare it: without regard to case, compatibility forms, kinds of white space and numbers, so that
 * "Comments (3)" is the same line as "COMMENTS (12)". A number is one "#".
 */
export const foldForRule = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Nd}+(?:[.,:٫٬]\p{Nd}+)*/gu, '#')
    .replace(/\s+/g, ' ')
    .trim()

/** Whether a pattern says enough to hide by: some text, and words where only a part of a block is compared. */
export const isUsablePattern = ({ compare, text }: RulePattern): boolean =>
  compare === 'is' ? foldForRule(text) !== '' : /\p{L}/u.test(text)

const wordBefore = /[\p{L}\p{M}#]$/u
const wordAfter = /^[\p{L}\p{M}#]/u
/** Scripts that write words without spaces between them. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u

/** Whether two neighbouring pieces of folded text stand in the middle of one word. */
const insideWord = (before: string, after: string): boolean =>
  wordBefore.test(before) &&
  wordAfter.test(after) &&
  !unspaced.test(before.slice(-1)) &&
  !unspaced.test(after.slice(0, 1))

/** How much longer than a folded text one can be that folds to it: long numbers and runs of white space become short. */
const unfoldedLength = (folded: string): number => 4 * folded.length + 64

/** Text in which folding makes no new letters, so that a Latin word is in it or in no form of it. */
const isPlain = /^[\0-\x7f\xc0-\xff\u2010-\u2026]*$/

/** Tells cheaply of most texts that a word of the wanted text is not in them. */
function lacksWord(wanted: string): (text: string) => boolean {
  const word = (wanted.match(/[a-z]+/g) ?? []).sort((a, b) => b.length - a.length)[0] ?? ''
  return (text) => word !== '' && isPlain.test(text) && !text.toLowerCase().includes(word)
}

/** A pattern that is ready to be compared with many texts. `longest`: characters of the longest text that it can find. */
export type Matcher = { matches: (text: string) => boolean; longest: number }

/**
 * Compares texts with a pattern. Whole words are compared: "Read" neither begins "Reading …" nor is contained in it.
 */
export function ruleMatcher({ compare, text }: RulePattern): Matcher {
  const wanted = foldForRule(text)
  if (wanted === '') return { matches: () => false, longest: 0 }
  const longest = unfoldedLength(wanted)
  if (compare === 'is') {
    return { matches: (other) => other.length <= longest && foldForRule(other) === wanted, longest }
  }
  const lacks = lacksWord(wanted)
  const matches = (other: string): boolean => {
    if (lacks(other)) return false
    const folded = foldForRule(compare === 'begins' ? other.slice(0, longest) : other)
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      if (compare === 'begins' && at > 0) return false
      const end = at + wanted.length
      if (!insideWord(folded.slice(0, at), wanted) && !insideWord(wanted, folded.slice(end))) return true
    }
    return false
  }
  return { matches, longest: Number.MAX_SAFE_INTEGER }
}

/** A rule that is ready to be compared with many blocks. */
export type ReadyRule = Matcher & { id: number }

export const readyRules = (rules: readonly CleaningRule[]): ReadyRule[] =>
  rules.map((rule) => ({ id: rule.id, ...ruleMatcher(rule) }))

/** Lines that were read as metadata stand above the text, where no rule reaches. */
const outOfReach: readonly BlockKind[] = ['title', 'subtitle', 'byline', 'date']

/** Whether rules may hide a block at all: it is text, and nothing else hides it. */
export const isInReach = ({ kind, hidden, reason }: RuledBlock): boolean =>
  !outOfReach.includes(kind) && (!hidden || reason === 'rule')

/**
 * What the rules of its outlet make of a block. A block that is hidden for another reason stays hidden for it; one that
 * the researcher restored stays visible while the rule exists from which it was restored; one with a passage is never
 * hidden.
 * @param rules all rules of the outlet, oldest first
 * @param isQuoted whether a passage touches the block
 */
export function ruledVisibility(block: RuledBlock, rules: readonly ReadyRule[], isQuoted: boolean): Visibility {
  const { hidden, reason, ruleId } = block
  if (!isInReach(block)) return { hidden, reason, ruleId }
  const own = rules.find((rule) => rule.id === ruleId)
  if (!hidden && own) return { hidden, reason, ruleId }
  const visible: Visibility = { hidden: false, reason: null, ruleId: null }
  if (isQuoted) return visible
  const found = own?.matches(block.text) ? own : rules.find((rule) => rule.matches(block.text))
  return found ? { hidden: true, reason: 'rule', ruleId: found.id } : visible
}
