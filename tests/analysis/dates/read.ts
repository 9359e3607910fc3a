import { findDates } from '../../../src-main/analysis/dates/find'

/** Thursday. */
export const published = '2024-05-16'

/** Expressions and values of a text, as "expression = EDTF"; "?" and the reason where it stays open. */
export const read = (text: string, language: string | null = 'en', day: string | null = published): string[] =>
  findDates(text, { published: day, language }).map(
    (date) => `${date.text} = ${date.edtf ?? `? ${date.derivation.map((step) => step.code).join()}`}`,
  )
