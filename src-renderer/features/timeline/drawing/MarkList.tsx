import { memo, type RefObject, useId } from 'react'
import { useText } from '../../../i18n/i18n'
import type { Descriptions } from './describe'
import { isOf } from './item'
import type { Item } from './layout'

type Props = {
  items: readonly Item[]
  current: Item | null
  chosenId: number | null
  lanes: readonly { name: string }[]
  describe: Descriptions
  listRef: RefObject<HTMLDivElement | null>
}

/** Marks kept in the document before and after the one with the keyboard. */
const reach = 12

/**
 * The drawing as a list: an entry per mark in order of time, in words. It has the keyboard and lies over the canvas, which
 * shows where it stands. Of many entries those around the current one are there, each with its place among all.
 */
export const MarkList = memo(function MarkList(props: Props) {
  const { items, current, chosenId, lanes, describe, listRef } = props
  const t = useText()
  const id = useId()
  const at = Math.max(0, current ? items.indexOf(current) : 0)
  const first = Math.max(0, at - reach)
  return (
    <div
      ref={listRef}
      className="dr-marks"
      role="listbox"
      tabIndex={0}
      data-region-focus
      aria-label={t('drawing.marks')}
      aria-activedescendant={current ? `${id}${at}` : undefined}
    >
      {items.slice(first, at + reach + 1).map((item, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its entry
        <div
          key={item.key}
          id={`${id}${first + i}`}
          className="vh"
          role="option"
          aria-selected={isOf(item, chosenId)}
          aria-setsize={items.length}
          aria-posinset={first + i + 1}
        >
          {describe.item(item, lanes[item.lane]?.name ?? '')}
        </div>
      ))}
    </div>
  )
})
