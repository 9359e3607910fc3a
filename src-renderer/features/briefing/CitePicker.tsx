import { useState } from 'react'
import { useAnswer } from '../../data/queries'
import { useCite } from '../../i18n/cite'
import { useText } from '../../i18n/i18n'
import { Sheet } from '../../ui/Sheet'

/** A choice of one passage, found by typing. */
export function CitePicker({ onChoose, onClose }: { onChoose: (passageId: number) => void; onClose: () => void }) {
  const t = useText()
  const cite = useCite()
  const [filter, setFilter] = useState('')
  const passages = useAnswer('passage.list', {}).data ?? []
  const wanted = filter.trim().toLowerCase()
  const found = passages
    .filter((p) => `${p.quote} ${p.note} ${p.outlet ?? ''}`.toLowerCase().includes(wanted))
    .slice(0, 100)
  const first = found[0]
  return (
    <Sheet title={t('briefing.citePicker.title')} closeLabel={t('app.close')} onClose={onClose} width={620}>
      <div className="cite-picker">
        <input
          className="field"
          autoFocus
          aria-label={t('briefing.citePicker.filter')}
          placeholder={t('briefing.citePicker.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first) onChoose(first.id)
          }}
        />
        {found.length === 0 && <p className="hint">{t('briefing.citePicker.none')}</p>}
        <ul>
          {found.map((passage) => (
            <li key={passage.id}>
              <button type="button" onClick={() => onChoose(passage.id)}>
                <span className="src clamp2" dir="auto" lang={passage.language ?? undefined}>
                  “{passage.quote}”
                </span>
                <span className="sub">
                  <bdi>{cite(passage)}</bdi>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  )
}
