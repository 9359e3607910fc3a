import type { ExtractedBlock } from '../../domain/article'
import { countWords } from '../../domain/article'
import { ExpectedError } from '../../domain/error'
import type { RefusedPart } from '../../domain/extraction'
import { decodeFile } from '../decode'
import { sameWords } from '../metadata'
import { type FeedEntry, feedEntries } from './feed-entries'
import { type Fragment, readFragment, withOpening } from './fragment'
import type { FormatReader, ParsedArticle, ParsedFile } from './parsed'
import { recordMetadata } from './record'
import { checkedXml } from './xml'

/** Reads a feed in XML that was saved as a file: RSS, RSS 1.0 or Atom. */
export const readFeedFile: FormatReader = (file) => {
  const { text, partial } = decodeFile(file, 'markup')
  const { articles = [], refused = [] } = readFeed(checkedXml(text, 'feed'), 'application/rss+xml')
  return { articles: articles.map((article) => ({ ...article, partial: article.partial ?? partial })), refused }
}

/**
 * The items of a feed as articles, each with the feed's title as its outlet; one without any text is refused.
 * @throws ExpectedError import/not-an-article for a feed without items
 */
export function readFeed(source: string, mediaType: string): ParsedFile {
  const entries = feedEntries(source)
  if (entries.length === 0) throw new ExpectedError('import/not-an-article')
  const articles: ParsedArticle[] = []
  const refused: RefusedPart[] = []
  for (const [index, entry] of entries.entries()) {
    const part = `item ${index + 1}`
    const article = articleOf(entry)
    if (article) articles.push({ mediaType, part, ...article })
    else refused.push({ part, code: 'import/no-entry-text', params: {} })
  }
  return { articles, refused }
}

function articleOf(entry: FeedEntry): Pick<ParsedArticle, 'metadata' | 'blocks' | 'partial'> | null {
  const content = readFragment(entry.content)
  const summary = readFragment(entry.summary)
  const whole = wordsIn(content.blocks) > 0 && wordsIn(content.blocks) >= wordsIn(summary.blocks)
  const text = whole ? content : summary
  if (text.blocks.length === 0) return null
  const known = recordMetadata(entry)
  const { blocks, metadata } = withOpening(text.blocks, known)
  // A feed's author is often the outlet itself.
  const { byline, ...others } = metadata
  const isOutlet = byline?.confidence === 'likely' && sameWords(byline.value ?? '', metadata.outlet?.value ?? '')
  const partial = text.partial ?? (whole ? cutShort(text) : summaryOnly(text))
  return { metadata: byline && !isOutlet ? metadata : others, blocks, partial }
}

const wordsIn = (blocks: readonly ExtractedBlock[]): number =>
  countWords(blocks.flatMap((block) => (block.hidden ? [] : [block.text])).join('\n'))

const cutMark =
  /(?:\[?(?:…|\.{3}|&hellip;)\]?|\b(?:continue reading|read (?:more|the full (?:story|article|post)))\b.{0,80})\W*$/iu

const cutShort = ({ blocks }: Fragment) =>
  cutMark.test(blocks.at(-1)?.text.slice(-200) ?? '') ? 'abstract-only' : null

/** Many feeds give the whole text where their standard asks for a summary: several paragraphs, and not cut short. */
function summaryOnly(text: Fragment) {
  const paragraphs = text.blocks.filter((block) => !block.hidden && block.text.length > 60).length
  return paragraphs >= 3 && wordsIn(text.blocks) >= 150 ? cutShort(text) : 'abstract-only'
}
