import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { Relation } from '../../src-main/domain/relation'
import './relation-section.css'

type Props = {
  /** Never empty. */
  relations: readonly Relation[]
  wordsOf: (relation: Relation) => { source: string; date: string; kind: string; extent: string }
  /** Translated words. */
  labels: { list: string; count: string; open: string; showAll: string }
  onOpen: (relation: Relation) => void
}

/** Shown at first; an article of a family of copies has no end of them. */
const shownFirst = 8

/** Articles that share wording with one, each a button that opens it. */
export function RelationSection({ relations, wordsOf, labels, onOpen }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? relations : relations.slice(0, shownFirst)
  return (
    <section>
      <h2>
        {labels.list} <span className="count">{labels.count}</span>
      </h2>
      <ul className="rels" aria-label={labels.list}>
        {shown.map((relation) => {
          const { source, date, kind, extent } = wordsOf(relation)
          return (
            <li key={relation.articleId}>
              <button type="button" title={labels.open} onClick={() => onOpen(relation)}>
                <span className="o">
                  <b className="trunc">
                    <bdi>{source}</bdi>
                  </b>
                  <bdi className="d">{date}</bdi>
                </span>
                <span className="src clamp2" dir="auto" lang={relation.language ?? undefined}>
                  {relation.title ?? relation.standIn}
                </span>
                <span className="x">
                  <span className={`chip ${relation.kind}`}>
                    {relation.kind !== 'shared-passages' && <Copy className="s12" />}
                    {kind}
                  </span>
                  <span className="sub">{extent}</span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {shown.length < relations.length && (
        <button type="button" className="link rels-all" onClick={() => setAll(true)}>
          {labels.showAll}
        </button>
      )}
    </section>
  )
}
