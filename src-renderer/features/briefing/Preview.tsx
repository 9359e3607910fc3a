import { useRef } from 'react'
import type { RenderedBriefing } from '../../../src-main/contract/types'
import { useAnswer } from '../../data/queries'
import { openPassageOf } from '../../data/session'
import { useCite } from '../../i18n/cite'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { ScrollRegion } from '../../ui/ScrollRegion'
import './preview.css'
import { NotePreview } from './NotePreview'

/** The note as exported, and under it the passages that its footnotes lead to. */
export function Preview({ rendered }: { rendered: RenderedBriefing }) {
  const t = useText()
  const list = useRef<HTMLOListElement>(null)
  const toFootnote = (label: string): void => {
    const row = list.current?.querySelector<HTMLElement>(`[data-footnote="${label}"] button`)
    row?.scrollIntoView({ block: 'nearest' })
    row?.focus()
  }
  return (
    <div className="bpv" data-region>
      <ScrollRegion className="sheet-page" label={t('briefing.preview.region')}>
        <NotePreview markdown={rendered.markdown} onFootnote={toFootnote} />
      </ScrollRegion>
      {rendered.footnotes.length > 0 && (
        <section className="fnp" aria-label={t('briefing.preview.footnotes')}>
          <h2>
            {t('briefing.preview.footnotes')} <span className="count">{rendered.footnotes.length}</span>
          </h2>
          <ol ref={list}>
            <Footnotes rendered={rendered} />
          </ol>
        </section>
      )}
    </div>
  )
}

function Footnotes({ rendered }: { rendered: RenderedBriefing }) {
  const t = useText()
  const cite = useCite()
  const dateText = useDateText()
  const ids = rendered.footnotes.map((f) => f.passageId)
  const passages = useAnswer('passage.list', { ids }, { keepPrevious: true }).data ?? []
  const stale = new Set(rendered.stale.map((s) => s.passageId))
  const open = (passageId: number): void => {
    const passage = passages.find((p) => p.id === passageId)
    if (passage) openPassageOf(passage)
  }
  return rendered.footnotes.map((footnote) => (
    <li key={footnote.number} data-footnote={footnote.number} className={stale.has(footnote.passageId) ? 'ch' : ''}>
      <span className="n">{footnote.number}</span>
      <button
        type="button"
        className="link trunc"
        title={t('briefing.preview.openSource', { number: footnote.number })}
        onClick={() => open(footnote.passageId)}
      >
        <bdi>{cite(footnote)}</bdi>
      </button>
      <span className="src trunc" dir="auto">
        “{footnote.quote}”
      </span>
      <span className="t">{dateText(footnote.published)}</span>
    </li>
  ))
}
