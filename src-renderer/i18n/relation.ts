import type { Relation } from '../../src-main/domain/relation'
import { useCite } from './cite'
import { useDateText } from './dates'
import { locale, number, useText } from './i18n'

/** An article that shares wording, in words. `extent` is how much is shared, `line` one sentence about all of it. */
export type RelationWords = { source: string; date: string; kind: string; extent: string; line: string }

/** @returns a function that says what an article shares with another */
export function useRelationWords(): (relation: Relation) => RelationWords {
  const t = useText()
  const cite = useCite()
  const dateText = useDateText()
  return ({ outlet, published, kind, share, words }) => {
    const source = cite({ outlet })
    const part = percent(share)
    return {
      source,
      date: published === null ? t('date.undated') : dateText(published),
      kind: t(`relation.kind.${kind}`),
      extent: `${t('relation.share', { share: part })}, ${t('relation.words', { count: words, number: number(words) })}`,
      line: t(`relation.line.${kind}`, { name: source, share: part }),
    }
  }
}

const percents = new Intl.NumberFormat(locale, { style: 'percent' })

/** Rounded, but never to all or nothing where it is a part. */
const percent = (share: number): string => percents.format(share >= 1 ? 1 : Math.min(0.99, Math.max(0.01, share)))
