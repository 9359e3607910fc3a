import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { TagRow } from '../../../src-main/contract/types'
import { act } from '../../data/act'
import { useText } from '../../i18n/i18n'
import { Swatch } from '../../ui/TagChip'
import { type TreeLine, treeLines } from './tree'

type Props = {
  tags: readonly TagRow[]
  chosenId: number | null
  renaming: boolean
  onChoose: (id: number) => void
  onRenamed: () => void
}

/** The tag tree: arrow keys move, open and close; F2 renames in place. */
export function TagTree({ tags, chosenId, renaming, onChoose, onRenamed }: Props) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set())
  const lines = treeLines(tags, closed)
  const at = lines.findIndex((line) => line.tag.id === chosenId)

  const turn = (id: number, open: boolean): void => {
    const next = new Set(closed)
    if (open) next.delete(id)
    else next.add(id)
    setClosed(next)
  }
  const go = (line: TreeLine | undefined): void => {
    if (!line) return
    onChoose(line.tag.id)
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-tag-line="${line.tag.id}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return
    const line = lines[at]
    const forward = event.key === 'ArrowRight'
    if (event.key === 'ArrowDown') go(lines[at + 1])
    else if (event.key === 'ArrowUp') go(lines[at - 1])
    else if (event.key === 'Home') go(lines[0])
    else if (event.key === 'End') go(lines.at(-1))
    else if (forward && line?.parent && !line.open) turn(line.tag.id, true)
    else if (forward && line?.parent) go(lines[at + 1])
    else if (event.key === 'ArrowLeft' && line?.open) turn(line.tag.id, false)
    else if (event.key === 'ArrowLeft' && line) go(lines.find((other) => other.tag.id === line.tag.parentId))
    else return
    event.preventDefault()
  }
  return (
    <div className="tree" role="tree" aria-label={t('tags.tree')} ref={box} onKeyDown={onKeyDown}>
      {lines.map((line) => {
        const chosen = line.tag.id === chosenId
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree's own handler has the keys
          <div
            key={line.tag.id}
            role="treeitem"
            aria-level={line.level}
            aria-expanded={line.parent ? line.open : undefined}
            aria-selected={chosen}
            data-tag-line={line.tag.id}
            tabIndex={chosen || (at < 0 && line === lines[0]) ? 0 : -1}
            data-first={chosen || (at < 0 && line === lines[0]) || undefined}
            className="tree-line"
            style={{ paddingInlineStart: 8 + (line.level - 1) * 16 }}
            onClick={() => onChoose(line.tag.id)}
            onFocus={() => !chosen && onChoose(line.tag.id)}
          >
            <Turn line={line} onTurn={(open) => turn(line.tag.id, open)} />
            <Swatch colour={line.tag.colour} />
            {chosen && renaming ? (
              <Rename tag={line.tag} onDone={onRenamed} />
            ) : (
              <span className="trunc grow" dir="auto">
                {line.tag.name}
              </span>
            )}
            {line.tag.shortcut !== null && <span className="kbd">{line.tag.shortcut}</span>}
            <span className="count" title={t('tags.uses', { passages: line.passages, articles: line.articles })}>
              {line.passages + line.articles}
            </span>
          </div>
        )
      })}
    </div>
  )
}

/** Opens and closes by mouse; the tree's own keys do it by keyboard. */
function Turn({ line, onTurn }: { line: TreeLine; onTurn: (open: boolean) => void }) {
  if (!line.parent) return <span className="turn" />
  const Icon = line.open ? ChevronDown : ChevronRight
  return (
    <span
      className="turn"
      aria-hidden
      onClick={(event) => {
        event.stopPropagation()
        onTurn(!line.open)
      }}
    >
      <Icon className="s14" />
    </span>
  )
}

function Rename({ tag, onDone }: { tag: TagRow; onDone: () => void }) {
  const t = useText()
  const field = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  useEffect(() => field.current?.select(), [])
  const finish = async (save: boolean): Promise<void> => {
    if (done.current) return
    done.current = true
    const name = field.current?.value.trim() ?? ''
    if (save && name !== '' && name !== tag.name) await act('tag.set', { id: tag.id, name })
    onDone()
  }
  return (
    <input
      ref={field}
      className="field rename"
      dir="auto"
      aria-label={t('tags.rename', { name: tag.name })}
      defaultValue={tag.name}
      onBlur={() => void finish(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void finish(true)
        if (event.key === 'Escape') void finish(false)
        if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation()
      }}
    />
  )
}
