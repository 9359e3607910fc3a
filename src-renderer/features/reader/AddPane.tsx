import { useState } from 'react'
import { useAnswer } from '../../data/queries'
import { openInRead, useSession } from '../../data/session'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { Sheet } from '../../ui/Sheet'

/** A choice of an article to open beside the others, found by typing. */
export function AddPane({ onClose }: { onClose: () => void }) {
  const t = useText()
  const dateText = useDateText()
  const [query, setQuery] = useState('')
  const panes = useSession((s) => s.panes)
  const found = useAnswer(
    'article.list',
    { filter: { query }, sort: { by: 'published', descending: false }, offset: 0, limit: 50 },
    { keepPrevious: true },
  ).data
  const rows = found?.rows ?? []
  const choose = (id: number | undefined): void => {
    if (id === undefined) return
    openInRead([id])
    onClose()
  }
  return (
    <Sheet title={t('reader.add.title')} closeLabel={t('app.close')} onClose={onClose} width={620}>
      <div className="add-pane">
        <input
          className="field"
          autoFocus
          aria-label={t('reader.add.find')}
          placeholder={t('reader.add.find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && choose(rows.find((row) => !panes.includes(row.id))?.id)}
        />
        {found && rows.length === 0 && <p className="q">{t('reader.add.none')}</p>}
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" disabled={panes.includes(row.id)} onClick={() => choose(row.id)}>
                <span className="src clamp2" dir="auto" lang={row.language ?? undefined}>
                  {row.title ?? row.standIn}
                </span>
                <span className="sub">
                  <bdi>{row.outlet ?? t('cite.outletUnknown')}</bdi>, {dateText(row.published)}
                  {panes.includes(row.id) && ` · ${t('reader.add.open')}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  )
}
