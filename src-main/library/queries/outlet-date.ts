import type { Sourced } from '../../domain/origin'
import type { Reader } from '../handle'

/** So many articles of an outlet are looked at, the newest first. */
const mostArticles = 500

/** The publication dates of an outlet's live articles, each with its origin, newest articles first. */
export const publishedOfOutlet = (reader: Reader, outlet: string): Sourced[] =>
  reader
    .all<{ published: string; origin: string | null }>(
      `SELECT published, origins ->> '$.published' AS origin FROM article
       WHERE outlet = @outlet COLLATE NOCASE AND published IS NOT NULL AND deleted_at IS NULL
       ORDER BY id DESC LIMIT ${mostArticles}`,
      { outlet },
    )
    .flatMap(({ published, origin }) =>
      origin === null ? [] : [{ ...(JSON.parse(origin) as Omit<Sourced, 'value'>), value: published }],
    )
