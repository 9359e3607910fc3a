import type { MetadataField } from '../../../src-main/domain/article'

/** What is known about an article, in the review and in the library alike. */
export const fieldNames = {
  title: 'Title',
  subtitle: 'Subtitle',
  byline: 'Byline',
  outlet: 'Outlet',
  section: 'Section',
  published: 'Published',
  updated: 'Updated',
  language: 'Language',
  url: 'URL',
} as const satisfies Record<MetadataField, string>

/** What an empty field says. */
export const fieldPlaceholders = {
  title: 'no headline',
  subtitle: 'none',
  byline: 'none',
  outlet: 'outlet unknown',
  section: 'none',
  published: 'undated',
  updated: 'not known to be updated',
  language: 'code such as en, ar, pt-BR',
  url: 'none',
} as const satisfies Record<MetadataField, string>
