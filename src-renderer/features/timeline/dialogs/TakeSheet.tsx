import { useState } from 'react'
import type { Timeline } from '../../../../src-main/contract/timeline-types'
import { useText } from '../../../i18n/i18n'
import { Sheet } from '../../../ui/Sheet'
import { Combo, matchingChoices, namedChoices } from '../fields/Combo'
import './dialogs.css'

type Props = {
  timelines: readonly Timeline[]
  onChoose: (timeline: Timeline) => void
  onCreate: (name: string) => void
  onClose: () => void
}

/** Into which timeline chosen events are taken: one that is there, or a new one of a name that none has. */
export function TakeSheet({ timelines, onChoose, onCreate, onClose }: Props) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const named = (name: string): Timeline | undefined => {
    const wanted = name.trim().toLocaleLowerCase()
    return timelines.find((one) => one.name.toLocaleLowerCase() === wanted)
  }
  const take = (name: string): void => {
    const timeline = named(name)
    if (timeline) onChoose(timeline)
    else if (name.trim() !== '') onCreate(name.trim())
  }
  return (
    <Sheet title={t('timeline.timelines.take')} closeLabel={t('app.close')} onClose={onClose} width={420}>
      <div className="event-form">
        <p className="sub">{t('timeline.timelines.takeHint')}</p>
        <Combo
          label={t('timeline.timelines.takeName')}
          placeholder={t('timeline.timelines.takeName')}
          value={typed}
          onType={setTyped}
          choices={matchingChoices(namedChoices(timelines.map(({ name }) => name)), typed)}
          onPick={({ name }) => take(name)}
          onEnter={() => take(typed)}
          autoFocus
        />
        <ul className="event-choice">
          {timelines.map((timeline) => (
            <li key={timeline.id}>
              <button type="button" className="wide" onClick={() => onChoose(timeline)}>
                <bdi className="trunc">{timeline.name}</bdi>
                <span className="count">{t('timeline.events', { count: timeline.eventIds.length })}</span>
              </button>
            </li>
          ))}
        </ul>
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="button" className="btn primary" disabled={typed.trim() === ''} onClick={() => take(typed)}>
            {t(named(typed) ? 'timeline.timelines.takeIn' : 'timeline.timelines.create')}
          </button>
        </div>
      </div>
    </Sheet>
  )
}
