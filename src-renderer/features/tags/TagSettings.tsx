import { type KeyboardEvent, useId } from 'react'
import type { TagRow } from '../../../src-main/contract/types'
import { type TagColour, tagColours } from '../../../src-main/domain/tag'
import { CommandButton } from '../../commands/CommandButton'
import { act } from '../../data/act'
import { useText } from '../../i18n/i18n'
import { SavedText } from '../../ui/SavedText'
import { pathOf, withDescendants } from './tree'

type Props = { tag: TagRow; tags: readonly TagRow[] }

/** Colour, key, place in the tree and description of a tag. */
export function TagSettings({ tag, tags }: Props) {
  const t = useText()
  const id = useId()
  const below = withDescendants(tags, tag.id)
  return (
    <section className="tag-settings" aria-label={t('tags.page.settings')}>
      <ColourChoice tag={tag} />
      <div className="pair">
        <label className="lbl" htmlFor={`${id}-under`}>
          {t('tags.page.under')}
        </label>
        <select
          id={`${id}-under`}
          className="field small"
          value={tag.parentId ?? ''}
          onChange={(e) =>
            void act('tag.set', { id: tag.id, parentId: e.target.value === '' ? null : Number(e.target.value) })
          }
        >
          <option value="">{t('tags.page.top')}</option>
          {tags
            .filter((other) => !below.includes(other.id))
            .map((other) => (
              <option key={other.id} value={other.id}>
                {pathOf(tags, other)}
              </option>
            ))}
        </select>
        <label className="lbl" htmlFor={`${id}-key`}>
          {t('tags.page.shortcut')}
        </label>
        <select
          id={`${id}-key`}
          className="field small"
          value={tag.shortcut ?? ''}
          onChange={(e) => void act('tag.set', { id: tag.id, shortcut: e.target.value === '' ? null : e.target.value })}
        >
          <option value="">{t('tags.page.noShortcut')}</option>
          {'123456789'
            .split('')
            .filter((key) => key === tag.shortcut || !tags.some((other) => other.shortcut === key))
            .map((key) => (
              <option key={key} value={key}>
                {key}
              </option>
            ))}
        </select>
        <span className="grow" />
        <CommandButton id="tag.delete" className="s quiet danger" />
      </div>
      <SavedText
        key={tag.id}
        rows={2}
        aria-label={t('tags.page.description')}
        placeholder={t('tags.page.descriptionHint')}
        value={tag.description}
        onSave={(description) => void act('tag.set', { id: tag.id, description })}
      />
    </section>
  )
}

/** The twelve hues as radio buttons: one tab stop, arrow keys choose. */
function ColourChoice({ tag }: { tag: TagRow }) {
  const t = useText()
  const choose = (colour: TagColour): void => void act('tag.set', { id: tag.id, colour })
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = tagColours.indexOf(tag.colour)
    const next = tagColours[(at + step + tagColours.length) % tagColours.length]
    if (!next) return
    choose(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-tag="${next}"]`)?.focus()
  }
  return (
    <div className="hues" role="radiogroup" aria-label={t('tags.page.colour')} onKeyDown={onKeyDown}>
      {tagColours.map((colour) => (
        // biome-ignore lint/a11y/useSemanticElements: a swatch with hue and pattern, which a native radio can't show
        <button
          key={colour}
          type="button"
          role="radio"
          data-tag={colour}
          aria-checked={colour === tag.colour}
          aria-label={t(`tags.colours.${colour}`)}
          title={t(`tags.colours.${colour}`)}
          tabIndex={colour === tag.colour ? 0 : -1}
          onClick={() => choose(colour)}
        >
          <i />
        </button>
      ))}
    </div>
  )
}
