import { Columns2, Search } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { CommandButton } from '../../commands/CommandButton'
import { number, useText } from '../../i18n/i18n'
import { groups } from './listing'
import type { Review } from './use-review'

type Props = {
  review: Review
  filterRef: RefObject<HTMLInputElement | null>
  comparing: boolean
  /** Leaves the words for the files that they leave. */
  onDone: () => void
}

/** What of the review is listed: groups with their counts, and words to look for. */
export function Toolbar({ review, filterRef, comparing, onDone }: Props) {
  const t = useText()
  const { counts, listing, narrow } = review
  const onFilterKey = (event: KeyboardEvent): void => {
    if (!['Escape', 'Enter', 'ArrowDown'].includes(event.key) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    // Escape would close the review.
    event.stopPropagation()
    if (event.key === 'Escape' && listing.text !== '') narrow({ ...listing, text: '' })
    else onDone()
  }
  return (
    <div className="imp-bar">
      <fieldset className="imp-groups" aria-label={t('importing.groups')}>
        {groups
          .filter((group) => group === 'all' || counts[group] > 0)
          .map((group) => (
            <button
              key={group}
              type="button"
              className="btn s"
              aria-pressed={listing.group === group}
              onClick={() => narrow({ ...listing, group })}
            >
              {t(`importing.group.${group}`)} <span className="count">{number(counts[group])}</span>
            </button>
          ))}
      </fieldset>
      <label className="imp-filter">
        <Search className="s14" />
        <span className="vh">{t('importing.filter')}</span>
        <input
          ref={filterRef}
          type="search"
          className="field"
          value={listing.text}
          placeholder={t('importing.filter')}
          spellCheck={false}
          onChange={(event) => narrow({ ...listing, text: event.target.value })}
          onKeyDown={onFilterKey}
        />
      </label>
      <CommandButton
        id="import.original"
        className={`s ${comparing ? 'on' : ''}`}
        icon={<Columns2 className="s14" />}
        label={t(comparing ? 'importing.hideOriginal' : 'importing.showOriginal')}
      />
    </div>
  )
}
