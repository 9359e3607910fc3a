import { type Word, wordsOf } from '../analysis/words'
import { articleText, type BlockKind, isNumbered } from '../domain/article'

/** Only the beginning of a text is compared, in UTF-16 units: some 25,000 words, more than articles have. */
const comparedLength = 150_000

/**
 * The words of an article's visible body, without captions and the lines that were read as metadata. Offsets are those
 * of the article's text.
 */
export const bodyWordsOf = (blocks: readonly BodyBlock[]): Word[] =>
  wordsOf(bodyTextOf(blocks).slice(0, comparedLength))

type BodyBlock = { kind: BlockKind; text: string; hidden: boolean }

/** An article's text in which what is not of its body is blank. */
export const bodyTextOf = (blocks: readonly BodyBlock[]): string =>
  articleText(blocks.map((block) => (isBody(block) ? block : { text: ' '.repeat(block.text.length) })))

const isBody = ({ kind, hidden }: BodyBlock): boolean =>
  !hidden && (isNumbered(kind) || kind === 'heading' || kind === 'boilerplate')
