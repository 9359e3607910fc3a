import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { number, useText } from '../../../i18n/i18n'
import { focusActive } from '../use-reader'
import { useLinks } from './context'
import { useHand } from './hand'
import { DateList, OnlyHereList, SharedList } from './ToldList'

const tabs = ['shared', 'onlyHere', 'dates'] as const
type Tab = (typeof tabs)[number]

const after = (tab: Tab, step: 1 | -1): Tab => tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] ?? 'shared'

/**
 * What the open articles share, what each tells alone, and their dates, in words: what marks and connectors tell the eye. Out
 * of sight until the keyboard is in it; until then there are its tabs alone.
 */
export function LinkList() {
  const t = useText()
  const { articles, alignment, likely, isPending, isWhole } = useLinks()
  const [tab, setTab] = useState<Tab>('shared')
  const [isOpen, setOpen] = useState(false)
  const [wanted, setWanted] = useState(0)
  const box = useRef<HTMLElement>(null)
  const id = useId()
  const isWanted = useHand((s) => s.listWanted)
  const isReady = articles > 1 && !isPending
  useEffect(() => {
    if (!isWanted || !isReady) return
    useHand.setState({ listWanted: false })
    const isInside = box.current?.contains(document.activeElement)
    setTab((now) => (isInside ? after(now, 1) : 'shared'))
    setOpen(true)
    setWanted((n) => n + 1)
  }, [isWanted, isReady])
  useEffect(() => {
    if (wanted > 0) focusIn(box.current, '[role=tabpanel] [tabindex="0"]')
  }, [wanted])
  if (articles < 2) return null
  // What one article tells alone isn't known before it is compared with all the others, as they are.
  const onlyHere = isWhole && alignment && alignment.compared.length > 1 ? alignment.onlyHere.length : null
  const counts = { shared: alignment && likely.length, onlyHere, dates: null }
  const leave = (event: FocusEvent): void => {
    // The window itself may have lost the keyboard: what has it then has it again later.
    if (!event.currentTarget.contains(event.relatedTarget) && document.hasFocus()) setOpen(false)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    focusActive()
  }
  const onTabKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') focusIn(box.current, '[role=tabpanel] [tabindex="0"]')
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const next = after(tab, event.key === 'ArrowRight' ? 1 : -1)
      setTab(next)
      focusIn(box.current, `[data-tab=${next}]`)
    } else return
    event.preventDefault()
  }
  const none = (list: 'shared' | 'onlyHere'): string => {
    if (isPending && !isWhole) return t('reader.links.list.none.comparing')
    if (alignment === null) return t('reader.links.list.none.notCompared')
    return t(`reader.links.list.none.${alignment.compared.length > 1 ? list : 'notComparable'}`)
  }
  return (
    <section
      ref={box}
      className="link-list"
      aria-label={t('reader.links.list.region')}
      data-region
      onKeyDown={onKey}
      onFocus={() => setOpen(true)}
      onBlur={leave}
    >
      <div role="tablist" aria-label={t('reader.links.list.region')} onKeyDown={onTabKey}>
        {tabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}${name}`}
            data-tab={name}
            aria-selected={name === tab}
            aria-controls={isOpen && name === tab ? `${id}panel` : undefined}
            tabIndex={name === tab ? 0 : -1}
            data-region-focus={name === tab || undefined}
            onClick={() => setTab(name)}
          >
            {t(`reader.links.list.tab.${name}`)}
            {counts[name] !== null && (
              <span className="count" title={t(`reader.links.list.count.${name}`)}>
                {' '}
                {number(counts[name])}
              </span>
            )}
          </button>
        ))}
      </div>
      {isOpen && (
        <div key={tab} role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`}>
          {tab === 'shared' && <SharedList none={none('shared')} />}
          {tab === 'onlyHere' && <OnlyHereList none={none('onlyHere')} />}
          {tab === 'dates' && <DateList />}
        </div>
      )}
    </section>
  )
}

/** Gives the keyboard to what is found first, else to the tab that is chosen. */
function focusIn(box: HTMLElement | null, selector: string): void {
  const found = box?.querySelector<HTMLElement>(selector) ?? box?.querySelector<HTMLElement>('[aria-selected=true]')
  found?.focus()
}
