import { useAnswer } from '../../data/queries'
import { openBeside, readTogether } from '../../data/session'
import { useRelationWords } from '../../i18n/relation'
import { RelationSection } from '../../ui/RelationSection'

/** Articles that share wording with the chosen one; one opens with it, side by side. Nothing where none does. */
export function Relations({ articleId }: { articleId: number }) {
  const words = useRelationWords()
  const relations = useAnswer('relation.list', { articleId }).data ?? []
  if (relations.length === 0) return null
  return (
    <RelationSection
      relations={relations}
      wordsOf={words.of}
      labels={words.labels(relations.length)}
      onOpen={(relation) => {
        readTogether([articleId])
        openBeside(relation)
      }}
    />
  )
}
