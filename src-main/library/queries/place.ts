import type { Selector } from '../../domain/passage'

/** A place of a text version as rows keep it, with its words and those around it. */
export type PlaceRow = {
  article_id: number
  version: number
  start_offset: number
  end_offset: number
  quote: string
  prefix: string
  suffix: string
}

/** A place of an article; `version` is the text version that its offsets belong to. */
export type PlaceRecord = Selector & { articleId: number; version: number }

export const toPlace = (row: PlaceRow): PlaceRecord => ({
  articleId: row.article_id,
  version: row.version,
  start: row.start_offset,
  end: row.end_offset,
  quote: row.quote,
  prefix: row.prefix,
  suffix: row.suffix,
})

export const placeColumns = 'article_id, version, start_offset, end_offset, quote, prefix, suffix'
/** The values of {@link placeColumns}, by the names of {@link PlaceRecord}. */
export const placeValues = '@articleId, @version, @start, @end, @quote, @prefix, @suffix'
/** Puts a place elsewhere in its article. */
export const placeMoved = `version = @version, start_offset = @start, end_offset = @end, quote = @quote,
  prefix = @prefix, suffix = @suffix`
