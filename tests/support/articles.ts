import { createHash } from 'node:crypto'
import { unknownValue } from '../../src-main/domain/origin'
import type { Library } from '../../src-main/library/handle'
import { refreshDocuments } from '../../src-main/library/queries/search'
import { fixedClock } from './library'

export type TestArticle = {
  text: string
  title?: string
  outlet?: string
  /** A day, as EDTF. */
  published?: string
  language?: string
}

const origins = JSON.stringify(
  Object.fromEntries(
    ['title', 'subtitle', 'byline', 'outlet', 'published', 'language', 'url'].map((field) => [
      field,
      { origin: unknownValue.origin, confidence: unknownValue.confidence, evidence: unknownValue.evidence },
    ]),
  ),
)

/** Adds an article of one block per line straight into the tables, as one import. @returns its id */
export function addArticle(library: Library, article: TestArticle): number {
  return library.importOperation('import.add', article.title ?? '', (writer, op) => {
    const bytes = Buffer.from(article.text)
    const sha256 = createHash('sha256').update(bytes).update(String(op)).digest('hex')
    const original = writer.run(
      `INSERT INTO original (sha256, media_type, file_name, bytes, size, imported_at)
       VALUES (@sha256, 'text/plain', 'article.txt', @bytes, @size, @at)`,
      { sha256, bytes, size: bytes.length, at: fixedClock() },
    ).id
    const id = writer.run(
      `INSERT INTO article (original_id, import_op, title, outlet, published, published_earliest, published_latest,
         language, origins, stand_in, words, added_at)
       VALUES (@original, @op, @title, @outlet, @published, @published, @published, @language, @origins, @standIn,
         @words, @at)`,
      {
        original,
        op,
        title: article.title ?? null,
        outlet: article.outlet ?? null,
        published: article.published ?? null,
        language: article.language ?? null,
        origins,
        standIn: article.text.split('\n')[0] ?? '',
        words: article.text.split(/\s+/).length,
        at: fixedClock(),
      },
    ).id
    for (const [position, text] of article.text.split('\n').entries()) {
      writer.run(
        `INSERT INTO block (article_id, version, position, kind, text, hidden, number)
         VALUES (@id, 1, @position, 'paragraph', @text, 0, @number)`,
        { id, position, text, number: position + 1 },
      )
    }
    refreshDocuments(writer, 'article', [id])
    return id
  })
}
