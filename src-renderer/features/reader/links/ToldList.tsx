import { Fragment, type KeyboardEvent, useState } from 'react'
import { useText } from '../../../i18n/i18n'
import { type ToldGroup, useDatesTold, useOnlyHereTold, useSharedTold } from './use-told'

/** Longer lists are of near copies, where a line says little. */
const mostListed = 300

/** What the open articles share, in words. */
export const SharedList = ({ none }: { none: string }) => <ToldList groups={useSharedTold()} none={none} />

/** What each of them tells alone. */
export const OnlyHereList = ({ none }: { none: string }) => <ToldList groups={useOnlyHereTold()} none={none} />

/** The dates that they name. */
export function DateList() {
  const t = useText()
  const { groups, state } = useDatesTold()
  return <ToldList groups={groups} none={t(`reader.links.list.none.${state}`)} />
}

/** @param none said where nothing is listed */
function ToldList({ groups, none }: { groups: readonly ToldGroup[]; none: string }) {
  const t = useText()
  const [current, setCurrent] = useState(0)
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)
  const last = Math.min(count, mostListed) - 1
  const at = Math.max(0, Math.min(current, last))
  if (count === 0) return <p>{none}</p>
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = { ArrowDown: Math.min(last, at + 1), ArrowUp: Math.max(0, at - 1), Home: 0, End: last }[event.key]
    if (next === undefined) return
    event.preventDefault()
    setCurrent(next)
    event.currentTarget.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }
  const firsts = groups.map((_, i) => groups.slice(0, i).reduce((sum, { items }) => sum + items.length, 0))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys lead through its buttons
    <div onKeyDown={onKeyDown}>
      {groups.map(({ name, items }, group) => {
        const first = firsts[group] ?? 0
        const listed = items.slice(0, Math.max(0, mostListed - first))
        if (listed.length === 0) return null
        return (
          <Fragment key={listed[0]?.key}>
            {name !== null && (
              <h2 dir="auto">
                {name} <span className="count">{items.length}</span>
              </h2>
            )}
            <ul>
              {listed.map(({ key, words, go }, i) => (
                <li key={key}>
                  <button
                    type="button"
                    tabIndex={first + i === at ? 0 : -1}
                    onFocus={() => setCurrent(first + i)}
                    onClick={go}
                  >
                    {words()}
                  </button>
                </li>
              ))}
            </ul>
          </Fragment>
        )
      })}
      {count > mostListed && <p>{t('reader.links.list.more', { count: count - mostListed })}</p>}
    </div>
  )
}
