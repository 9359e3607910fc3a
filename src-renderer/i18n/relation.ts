import type { Relation } from '../../src-main/domain/relation'
import { useCite } from './cite'
import { useDateText } from './dates'
import { number, percent, type Translate, useText } from './i18n'

/** An article that shares wording, in words. `extent` is how much is shared. */
export type RelationWords = { source: string; date: string; kind: string; extent: string }

type Words = {
  /** What an article shares with another. */
  of: (relation: Relation) => RelationWords
  /** What the list of so many is called, and its buttons. */
  labels: (count: number) => { list: string; count: string; open: string; showAll: string }
  /** All of them in one sentence. */
  line: (relations: readonly Relation[]) => string
}

/** @returns functions that tell of articles that share wording */
export function useRelationWords(): Words {
  const t = useText()
  const cite = useCite()
  const dateText = useDateText()
  return {
    of: ({ outlet, published, kind, share, words }) => ({
      source: cite({ outlet }),
      date: published === null ? t('date.undated') : dateText(published),
      kind: t(`relation.kind.${kind}`),
      extent: `${t('relation.share', { share: percent(share) })}, ${t('relation.words', { count: words, number: number(words) })}`,
    }),
    labels: (count) => ({
      list: t('relation.title'),
      count: number(count),
      open: t('relation.open'),
      showAll: t('relation.showAll', { number: number(count) }),
    }),
    line: (relations) => relationLine(t, relations, (outlet) => cite({ outlet })),
  }
}

/**
 * The closest article by name; how many more are copies, and how many only share passages.
 * @param relations closest first
 * @param nameOf an outlet as it is cited
 */
export function relationLine(
  t: Translate,
  [closest, ...others]: readonly Relation[],
  nameOf: (outlet: string | null) => string,
): string {
  if (!closest) return ''
  const line = t(`relation.line.${closest.kind}`, { name: nameOf(closest.outlet), share: percent(closest.share) })
  const sharing = others.filter(({ kind }) => kind === 'shared-passages').length
  const copies = others.length - sharing
  const more = (key: string, count: number): string[] => (count > 0 ? [t(key, { count, number: number(count) })] : [])
  if (closest.kind === 'shared-passages') return [line, ...more('relation.andMore', others.length)].join(' ')
  return [line, ...more('relation.moreCopies', copies), ...more('relation.moreSharing', sharing)].join('; ')
}
