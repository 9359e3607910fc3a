import { Copy } from 'lucide-react'
import { useAnswer } from '../../data/queries'
import { openBeside } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { useRelationWords } from '../../i18n/relation'
import { RelationSection } from '../../ui/RelationSection'
import './relations.css'

/** A quiet line under an article's head: what else carries its text. Nothing where nothing does. */
export function RelationLine({ articleId }: { articleId: number }) {
  const t = useText()
  const words = useRelationWords()
  const relations = useAnswer('relation.list', { articleId }).data ?? []
  const [closest] = relations
  if (!closest) return null
  return (
    <button type="button" className="rel-line" title={t('relation.open')} onClick={() => openBeside(closest)}>
      <Copy className="s12" />
      <bdi className="trunc">{words.line(relations)}</bdi>
    </button>
  )
}

/** All articles that share wording with the one that is read; one opens beside it. */
export function Relations({ articleId }: { articleId: number }) {
  const words = useRelationWords()
  const relations = useAnswer('relation.list', { articleId }).data ?? []
  if (relations.length === 0) return null
  return (
    <RelationSection
      key={articleId}
      relations={relations}
      wordsOf={words.of}
      labels={words.labels(relations.length)}
      onOpen={openBeside}
    />
  )
}
