import type { LookReason, Stage, StagedArticle, StagedFile, StagedSummary } from '../contract/import-types'
import { contradictedFields, type ExtractedBlock, type MetadataField, standInTitle } from '../domain/article'
import { ExpectedError } from '../domain/error'
import type { ExtractedArticle, PartialReason } from '../domain/extraction'
import type { Reader } from '../library/handle'
import { articleById, articlesByIds } from '../library/queries/article'
import { blocksOfArticle } from '../library/queries/block'
import { originalsByIds } from '../library/queries/original'
import { bodyWords } from './article-view'
import type { ReviewStage, StageEntry } from './import-stage'
import { applyRules } from './rule-apply'

/** Visible bodies of fewer words are more often leftovers of a page than articles. */
const fewWords = 60

/** What is known of a review, or what changed of it after the revision `since`. */
export const stageView = (reader: Reader, stage: ReviewStage, since = 0): Stage => ({
  id: stage.id,
  revision: stage.revision,
  files: stage.entries
    .filter((entry) => entry.revision > since)
    .map((entry) => fileView(reader, stage, entry))
    .sort((a, b) => a.order - b.order || a.index - b.index),
  total: stage.total,
  read: stage.read,
  state: stage.state,
  msLeft: stage.state === 'reading' ? stage.pace.msLeft((stage.total ?? 0) - stage.read) : null,
})

/** The article of a row with its text. @throws `import/not-an-article` */
export function articleOfRow(reader: Reader, stage: ReviewStage, index: number): StagedArticle {
  const entry = stage.entries[index]
  const article = entry && articleOf(reader, stage, entry)
  if (!article) throw new ExpectedError('import/not-an-article')
  return article
}

function fileView(reader: Reader, stage: ReviewStage, entry: StageEntry): StagedFile {
  const { index, order, file, part, outcome } = entry
  const article = articleOf(reader, stage, entry)
  const path = [...file.folder.split('/'), ...file.fileName.split('/')].filter((name) => name !== '')
  return {
    index,
    order,
    fileName: path.at(-1) ?? file.fileName,
    folder: path.slice(0, -1).join('/'),
    part,
    bytes: file.size,
    sha256: file.sha256 === '' ? null : file.sha256,
    outcome,
    look: article && outcome.kind === 'ready' ? lookReasonsOf(article) : [],
    found: article && summaryOf(article),
  }
}

const summaryOf = ({ blocks, relations, ...article }: StagedArticle): StagedSummary => ({
  ...article,
  blocks: blocks.length,
  hidden: blocks.filter((block) => block.hidden).length,
  relations: relations.map(({ spans: _, ...relation }) => relation),
})

const guessable: readonly MetadataField[] = ['title', 'outlet', 'published']

function lookReasonsOf({ metadata, partial, relations, words }: StagedArticle): LookReason[] {
  const reasons: [LookReason, boolean][] = [
    ['untitled', metadata.title.value === null],
    ['undated', metadata.published.value === null],
    ['unattributed', metadata.outlet.value === null],
    ['unsure', guessable.some((field) => metadata[field].confidence === 'unsure')],
    ['conflict', contradictedFields(metadata).length > 0],
    ['partial', partial !== null],
    ['related', relations.length > 0],
    ['little-text', words < fewWords],
  ]
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []))
}

/** The article of a row: its own, or the one that it is a duplicate of. */
function articleOf(reader: Reader, stage: ReviewStage, entry: StageEntry): StagedArticle | null {
  const { outcome, extracted, file } = entry
  const articleId = outcome.kind === 'duplicate' || outcome.kind === 'added' ? outcome.articleId : null
  if (articleId !== null) return storedArticle(reader, articleId)
  const shown = outcome.kind === 'duplicate' ? stage.firstArticles.get(file.sha256) : { ...entry, extracted }
  if (!shown?.extracted) return null
  const { mediaType, metadata, blocks, partial } = shown.extracted
  const ruled = applyRules(reader, metadata.outlet.value, blocks)
  return { ...stagedArticle(mediaType, metadata, ruled, partial), relations: relationsOf(reader, stage, shown.index) }
}

const stagedArticle = (
  mediaType: string,
  metadata: StagedArticle['metadata'],
  blocks: ExtractedBlock[],
  partial: PartialReason | null,
): StagedArticle => ({
  mediaType,
  metadata,
  standIn: standInTitle(blocks),
  blocks,
  words: bodyWords(blocks),
  partial,
  relations: [],
})

function relationsOf(reader: Reader, stage: ReviewStage, index: number): StagedArticle['relations'] {
  const found = stage.relations?.of(index) ?? []
  const stored = articlesByIds(
    reader,
    found.flatMap(({ articleId }) => articleId ?? []),
  )
  return found.map(({ kind, of, articleId, index, share, spans }) => {
    const article = stored.find(({ id }) => id === articleId)
    const staged = index === null ? null : (stage.entries[index]?.extracted ?? null)
    const title = article ? (article.metadata.title.value ?? article.standIn) : staged && titleOf(staged)
    return { kind, of, articleId, index, share, spans, title: title ?? '' }
  })
}

const titleOf = ({ metadata, blocks }: ExtractedArticle): string => metadata.title.value ?? standInTitle(blocks)

/** An article of the library, as the review shows it beside a file with the same bytes. */
function storedArticle(reader: Reader, articleId: number): StagedArticle | null {
  const record = articleById(reader, articleId)
  if (!record) return null
  const blocks = blocksOfArticle(reader, articleId).map(
    ({ kind, text, hidden, reason, line }): ExtractedBlock => ({ kind, text, hidden, reason, line }),
  )
  const mediaType = originalsByIds(reader, [record.originalId]).get(record.originalId)?.mediaType ?? ''
  return { ...stagedArticle(mediaType, record.metadata, blocks, null), standIn: record.standIn, words: record.words }
}
