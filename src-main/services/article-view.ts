import type { Article, ArticleText } from '../contract/types'
import {
  type Block,
  blockStarts,
  countWords,
  directionOf,
  type ExtractedBlock,
  isNumbered,
  paragraphLabels,
} from '../domain/article'
import { ExpectedError } from '../domain/error'
import type { Reader } from '../library/handle'
import { type ArticleRecord, articleById, articlesByIds, tagsOfArticles } from '../library/queries/article'
import { type BlockRecord, blocksOfArticle } from '../library/queries/block'
import { eventById } from '../library/queries/event'
import { evidenceOfPassage } from '../library/queries/evidence'
import { originalsByIds } from '../library/queries/original'
import { readingPosition } from '../library/queries/setting'
import { articlePassages, excerpt } from './passage'

/** @throws `article/not-found` */
export function requireArticle(reader: Reader, id: number): ArticleRecord {
  const record = articleById(reader, id)
  if (!record) throw new ExpectedError('article/not-found')
  return record
}

/** @throws `article/not-found` where one of the ids is not there */
export function requireArticles(reader: Reader, ids: readonly number[]): ArticleRecord[] {
  const records = articlesByIds(reader, ids)
  if (records.length < new Set(ids).size) throw new ExpectedError('article/not-found')
  return records
}

/** Articles as the window shows them, in the order of the records. */
export function articleViews(reader: Reader, records: readonly ArticleRecord[]): Article[] {
  const originals = originalsByIds(
    reader,
    records.map((record) => record.originalId),
  )
  const tags = tagsOfArticles(
    reader,
    records.map((record) => record.id),
  )
  return records.map((record) => {
    const { originalId, version: _, ...article } = record
    const original = originals.get(originalId)
    if (!original) throw new Error(`article ${record.id} has no original`)
    return { ...article, tagIds: tags.get(record.id) ?? [], original }
  })
}

/** @throws `article/not-found` */
export function articleView(reader: Reader, id: number): Article {
  const [view] = articleViews(reader, [requireArticle(reader, id)])
  if (!view) throw new ExpectedError('article/not-found')
  return view
}

/** An article to read. @throws `article/not-found` */
export function articleTextView(reader: Reader, id: number): ArticleText {
  const { version } = requireArticle(reader, id)
  const passages = articlePassages(reader, id)
  return {
    article: articleView(reader, id),
    version,
    blocks: toBlocks(blocksOfArticle(reader, id)),
    passages,
    evidence: passages.flatMap((passage) => evidenceSpans(reader, passage.id)),
    position: readingPosition(reader, id),
  }
}

/** Accepted events that a passage is evidence of. */
const evidenceSpans = (reader: Reader, passageId: number): ArticleText['evidence'] =>
  evidenceOfPassage(reader, passageId).flatMap(({ eventId }) => {
    const event = eventById(reader, eventId)
    return event?.status === 'accepted' ? [{ passageId, eventId, title: event.title }] : []
  })

function toBlocks(records: readonly BlockRecord[]): Block[] {
  const starts = blockStarts(records)
  const labels = paragraphLabels(records)
  return records.map(({ articleId: _article, number: _number, ...block }, index) => ({
    ...block,
    start: starts[index] ?? 0,
    direction: directionOf(block.text),
    label: labels[index] ?? null,
  }))
}

const outsideBody: readonly ExtractedBlock['kind'][] = ['title', 'subtitle', 'byline', 'date', 'caption']

/** Words of the visible body: without the lines read as metadata and without captions. */
export const bodyWords = (blocks: readonly ExtractedBlock[]): number =>
  blocks
    .filter((block) => !block.hidden && !outsideBody.includes(block.kind))
    .reduce((words, block) => words + countWords(block.text), 0)

/** Paragraph numbers that blocks get when they are imported, from 1: visible ones of the numbered kinds. */
export function importNumbers(blocks: readonly ExtractedBlock[]): (number | null)[] {
  let last = 0
  return blocks.map((block) => {
    if (block.hidden || !isNumbered(block.kind)) return null
    last += 1
    return last
  })
}

/** Names articles, to tell what an operation was done to: the first, and how many more. */
export function namedArticles(articles: readonly { title: string | null; standIn: string }[]): string {
  const [first] = articles
  if (!first) return ''
  const name = excerpt(first.title ?? first.standIn)
  return articles.length === 1 ? name : `${name} +${articles.length - 1}`
}
