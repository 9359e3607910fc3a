import { Copy } from 'lucide-react'
import type { Relation } from '../../../src-main/domain/relation'
import { useAnswer } from '../../data/queries'
import { openPassage } from '../../data/session'
import { number, useText } from '../../i18n/i18n'
import { useRelationWords } from '../../i18n/relation'
import { RelationList } from '../../ui/RelationList'
import './relations.css'

/** Opens the other article beside this one, at the first passage that both have. */
function openBeside({ articleId, spans }: Relation): void {
  const [first] = spans
  openPassage(articleId, first?.otherStart ?? 0, first?.otherEnd ?? 0)
}

/** A quiet line under an article's head: what else carries its text. Nothing where nothing does. */
export function RelationLine({ articleId }: { articleId: number }) {
  const t = useText()
  const wordsOf = useRelationWords()
  const [closest, ...others] = useAnswer('relation.list', { articleId }).data ?? []
  if (!closest) return null
  const { line } = wordsOf(closest)
  return (
    <button type="button" className="rel-line" title={t('relation.open')} onClick={() => openBeside(closest)}>
      <Copy className="s12" />
      <bdi className="trunc">
        {others.length === 0 ? line : t('relation.lineAndMore', { line, number: number(others.length) })}
      </bdi>
    </button>
  )
}

/** All articles that share wording with the one that is read. */
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
        key={articleId}
        relations={relations}
        wordsOf={wordsOf}
        labels={{
          list: t('relation.title'),
          open: t('relation.open'),
          showAll: t('relation.showAll', { number: number(relations.length) }),
        }}
        onOpen={openBeside}
      />
    </section>
  )
}
