import { createHash } from 'node:crypto'
import type { ExtractedArticle } from '../domain/extraction'
import type { Failure } from '../domain/result'
import type { Reader } from '../library/handle'
import { storedFile } from '../library/queries/stored-file'
import type { ServiceContext } from '../services/context'
import { addArticles, type ToAdd } from '../services/import-add'

/** Files are added in batches, so that thousands of them take no more memory than some hundreds; each is an operation. */
const batchSize = 500

export type ImportedFile = {
  file: string
  article: number
  title: string | null
  outlet: string | null
  published: string | null
  language: string | null
  blocks: number
  hidden: number
}

export type Imported = {
  imported: ImportedFile[]
  /** `of` is the article that has the same bytes. */
  duplicates: { file: string; of: number; kind: 'copy' }[]
}

export type FileToImport = {
  /** As it is told of. */
  file: string
  fileName: string
  bytes: Uint8Array
  correct?: (article: ExtractedArticle) => ExtractedArticle
}

export type Importer = {
  /** @returns why the file was refused, or null */
  add: (file: FileToImport) => Promise<Failure | null>
  /** Adds what is left. */
  finish: () => Imported
}

const articleOf = (reader: Reader, sha256: string): number | null =>
  [...(storedFile(reader, sha256)?.articles.values() ?? [])][0] ?? null

/** @param tell is told how many files were read, batch by batch */
export function createImporter(context: ServiceContext, tell: (done: number) => void): Importer {
  const { reader } = context.library
  const result: Imported = { imported: [], duplicates: [] }
  let batch: { file: string; item: ToAdd }[] = []
  let copies: { file: string; sha256: string }[] = []
  let read = 0

  const flush = () => {
    const { articleIds } = addArticles(
      context,
      batch.map(({ item }) => item),
    )
    result.imported.push(...batch.map(({ file, item }, index) => importedFile(file, articleIds[index] ?? 0, item)))
    for (const { file, sha256 } of copies) {
      const of = articleOf(reader, sha256)
      if (of !== null) result.duplicates.push({ file, of, kind: 'copy' })
    }
    batch = []
    copies = []
  }

  return {
    async add({ file, fileName, bytes, correct }) {
      read += 1
      if (read % batchSize === 0) tell(read)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const isKnown = articleOf(reader, sha256) !== null || batch.some(({ item }) => item.file.sha256 === sha256)
      if (isKnown) {
        copies.push({ file, sha256 })
        return null
      }
      const result = await context.extract({ bytes, fileName })
      if (!result.ok) return result.error
      for (const article of result.value.articles) {
        batch.push({
          file,
          item: { file: { bytes, fileName, sha256 }, extracted: correct ? correct(article) : article },
        })
      }
      if (batch.length >= batchSize) flush()
      return null
    },
    finish() {
      if (batch.length + copies.length > 0) flush()
      return result
    },
  }
}

function importedFile(file: string, article: number, { extracted }: ToAdd): ImportedFile {
  const { title, outlet, published, language } = extracted.metadata
  return {
    file,
    article,
    title: title.value,
    outlet: outlet.value,
    published: published.value,
    language: language.value,
    blocks: extracted.blocks.length,
    hidden: extracted.blocks.filter((block) => block.hidden).length,
  }
}
