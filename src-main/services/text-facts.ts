import { standInTitle } from '../domain/article'
import type { Writer } from '../library/handle'
import { blocksOfArticles } from '../library/queries/block'
import { refreshDocuments } from '../library/queries/search'
import { putTextFacts } from '../library/queries/text-version'
import { bodyWords } from './article-view'
import { grouped } from './source'

/** Articles whose texts are in memory at the same time. */
export const textsAtOnce = 200

/** Cuts a list of articles into pieces of {@link textsAtOnce}. */
export function* inBatches(articleIds: readonly number[]): Generator<number[]> {
  for (let from = 0; from < articleIds.length; from += textsAtOnce) yield articleIds.slice(from, from + textsAtOnce)
}

/** Brings up to date what follows from which blocks articles have and show: words, first sentence, search. */
export function settleTexts(writer: Writer, articleIds: readonly number[]): void {
  for (const some of inBatches(articleIds)) {
    for (const [articleId, blocks] of grouped(blocksOfArticles(writer, some), (block) => block.articleId)) {
      putTextFacts(writer, articleId, { words: bodyWords(blocks), standIn: standInTitle(blocks) })
    }
  }
  refreshDocuments(writer, 'article', articleIds)
}
