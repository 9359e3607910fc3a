import type { CleaningRule } from '../domain/cleaning-rule'

/** Answers about the text of articles: rules that hide, and the versions that corrections make. */

/**
 * A rule with what it does now: the blocks that it hides and their articles. `restored`: blocks that stay visible because
 * the researcher restored them from it.
 */
export type TaughtRule = CleaningRule & {
  createdAt: string
  articles: number
  blocks: number
  restored: number
}

/** A block that a rule finds. */
export type RuleExample = {
  articleId: number
  blockId: number
  /** Title of the article, or its first sentence where it has none. */
  title: string
  text: string
  /** Paragraph label, null for blocks without a number. */
  paragraph: string | null
}

/** What a rule would do to the outlet's articles. */
export type RuleTrial = {
  /** Live articles of the outlet, and those of them where the rule would hide something. */
  articles: number
  touched: number
  blocks: number
  /** Some of the blocks that it would hide, of different articles as far as there are. */
  examples: RuleExample[]
  /** Long paragraphs of the body among them: more likely what an article says than what surrounds it. */
  longParagraphs: number
  /** Blocks that it finds and that stay visible, some of them, and how many. */
  exceptions: (RuleExample & { why: 'passage' | 'restored' })[]
  exceptionCount: number
}

/** How an article's text came about. */
export type TextVersion = {
  version: number
  cause: 'import' | 'correction' | 'merge' | 'split' | 'extraction'
  at: string
}

/** What a paragraph said before. `cause` and `at` are of the change that ended this wording. */
export type EarlierWording = { version: number; text: string; cause: TextVersion['cause']; at: string }

/** The texts that an article had, and for each paragraph that changed what it said in them, newest first. */
export type TextHistory = {
  /** Oldest first; the first is the import's. */
  versions: TextVersion[]
  changed: { blockId: number; earlier: EarlierWording[] }[]
}

/** What became of the passages of an article when its text was changed. */
export type CorrectedText = { version: number; blockId: number; kept: number; orphaned: number }
