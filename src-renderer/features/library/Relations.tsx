import type { Relation } from '../../../src-main/domain/relation'
import { useAnswer } from '../../data/queries'
import { openPassage, readTogether } from '../../data/session'
import { number, useText } from '../../i18n/i18n'
import { useRelationWords } from '../../i18n/relation'
import { RelationList } from '../../ui/RelationList'

/** Articles that share wording with the chosen one. Nothing where none does. */
export function Relations({ articleId }: { articleId: number }) {
  const t = useText()
  const wordsOf = useRelationWords()
  const relations = useAnswer('relation.list', { articleId }).data ?? []
  if (relations.length === 0) return null
  return (
    <section>
      <h2>
        {t('relation.title')} <span className="count">{number(relations.length)}</span>
      </h2>
      <RelationList
        relations={relations}
        wordsOf={wordsOf}
        labels={{
          list: t('relation.title'),
          open: t('relation.open'),
          showAll: t('relation.showAll', { number: number(relations.length) }),
        }}
        onOpen={(relation) => readBoth(articleId, relation)}
      />
    </section>
  )
}

/** Opens both side by side, the other one at the first passage that both have. */
function readBoth(articleId: number, { articleId: otherId, spans }: Relation): void {
  const [first] = spans
  readTogether([articleId, otherId])
  openPassage(otherId, first?.otherStart ?? 0, first?.otherEnd ?? 0)
}
