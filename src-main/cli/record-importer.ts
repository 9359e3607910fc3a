import type { ExtractedArticle, FileToExtract } from '../domain/extraction'
import type { Failure } from '../domain/result'
import { articlesByIds } from '../library/queries/article'
import type { ServiceContext } from '../services/context'
import { addMore, type Begun, type ToAdd } from '../services/import-add'
import { hashOf } from '../services/import-bytes'
import { type BatchEdits, firstArticle, type Imported, importedFile, nothingImported } from './importer'
import type { Io } from './io'

/** So many records are added before the next ones: their texts are in memory meanwhile. */
const recordsAtOnce = 200

/** One text of a stream. */
export type RecordToImport = FileToExtract & {
  /** As it is told of. */
  file: string
  correct: (article: ExtractedArticle) => ExtractedArticle
}

export type RecordImporter = {
  add: (record: RecordToImport) => Promise<void>
  refuse: (file: string, failure: Failure) => void
  /** Adds what is left. */
  finish: () => Imported
}

/** Imports texts as they come, as one operation. */
export function createRecordImporter(context: ServiceContext, io: Io, edits: BatchEdits): RecordImporter {
  const result = nothingImported()
  let begun: Begun | null = null
  let batch: { file: string; item: ToAdd }[] = []
  let copies: { file: string; sha256: string }[] = []
  let read = 0

  const flush = () => {
    const items = batch.map(({ item }) => item)
    const more = addMore(context, items, begun)
    begun = more?.begun ?? begun
    const articles = articlesByIds(context.library.reader, more?.added.articleIds ?? [])
    for (const [at, { file }] of batch.entries()) {
      const article = articles.find(({ id }) => id === more?.added.ids[at])
      if (article) result.imported.push(importedFile(context, { file, part: article.part }, article))
    }
    for (const { file, sha256 } of copies) {
      const of = firstArticle(context, sha256)
      if (of !== null) result.duplicates.push({ file, part: null, of, kind: 'copy' })
    }
    batch = []
    copies = []
  }

  return {
    async add({ file, fileName, bytes, correct }) {
      read += 1
      if (read % notedRecords === 0) io.note(`${read} records read`)
      const sha256 = hashOf(bytes)
      if (firstArticle(context, sha256) !== null || batch.some(({ item }) => item.file.sha256 === sha256)) {
        copies.push({ file, sha256 })
        return
      }
      const extraction = await context.extract({ bytes, fileName })
      if (!extraction.ok) {
        result.refused.push({ file, part: null, failure: extraction.error })
        return
      }
      for (const article of extraction.value.articles) {
        batch.push({ file, item: { file: { bytes, fileName, sha256 }, extracted: correct(article), edits } })
      }
      if (batch.length >= recordsAtOnce) flush()
    },
    refuse: (file, failure) => {
      result.refused.push({ file, part: null, failure })
    },
    finish: () => {
      if (batch.length + copies.length > 0) flush()
      return result
    },
  }
}

/** It is told after so many records how many were read. */
const notedRecords = 500
