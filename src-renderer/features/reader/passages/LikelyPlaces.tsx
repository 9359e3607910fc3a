import type { Passage } from '../../../../src-main/contract/types'
import { useAnswer } from '../../../data/queries'
import { showPlace } from '../../../data/session'
import { percent, useText } from '../../../i18n/i18n'

type Props = {
  passage: Passage
  pane: number
  language: string | null
  onPut: (place: { start: number; end: number }, takenBy: number | null) => void
}

/** Where the words of a lost passage may stand now, the likeliest first. Each can be looked at before it is chosen. */
export function LikelyPlaces({ passage, pane, language, onPut }: Props) {
  const t = useText()
  const places = useAnswer('passage.places', { id: passage.id })
  if (places.error) return <p className="field-error">{t(`error.${places.error.code}`, places.error.params)}</p>
  if (!places.data) return null
  if (places.data.length === 0) return <p className="sub">{t('passages.nowhere')}</p>
  return (
    <ol className="places" aria-label={t('passages.places')}>
      {places.data.map((place) => (
        <li key={place.start}>
          <p className="sub">
            {place.paragraph !== null && <span>¶{place.paragraph} </span>}
            <span>{t('passages.share', { share: percent(place.share) })}</span>
          </p>
          <p className="src clamp3" dir="auto" lang={language ?? undefined}>
            {place.quote}
          </p>
          <div className="lost-acts">
            <button type="button" className="btn s" onClick={() => showPlace(pane, place.start, place.end)}>
              {t('passages.look')}
            </button>
            <button type="button" className="btn s" onClick={() => onPut(place, place.takenBy)}>
              {t(place.takenBy === null ? 'passages.put' : 'passages.join')}
            </button>
          </div>
        </li>
      ))}
    </ol>
  )
}
