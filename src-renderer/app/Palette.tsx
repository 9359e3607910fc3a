import { CalendarDays, ChevronRight, FileText, Highlighter, Search, Tag } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { SearchHit } from '../../src-main/contract/types'
import { CommandKey, KeyCap } from '../commands/CommandButton'
import { type CommandId, declarationOf } from '../commands/commands'
import { availableCommands, runCommand } from '../commands/registry'
import { useAnswer } from '../data/queries'
import { openInRead, openPassage, showEvent, showTag } from '../data/session'
import { useText } from '../i18n/i18n'
import { useSettledChoice } from '../ui/use-settled-choice'
import { closeDialog } from './use-dialogs'
import './palette.css'

type Entry = { key: string; group: string; run: () => void; body: ReactNode; icon: ReactNode; aside: ReactNode }

const hitIcons = { article: FileText, passage: Highlighter, tag: Tag, event: CalendarDays }
const groups = ['article', 'passage', 'tag', 'event', 'commands']

/** Search over everything, and every command, in one box. */
export function Palette() {
  const t = useText()
  const [query, setQuery] = useState('')
  // By its key and not its place: what is found later must not put another entry under the same Enter.
  const [chosen, setChosen] = useState<string | null>(null)
  const asked = useDeferredValue(query.trim())
  const found = useAnswer('search.query', asked === '' ? null : { query: asked, limit: 30, offset: 0 }, {
    keepPrevious: true,
  })
  const entries = [...hitEntries(asked === '' ? [] : (found.data?.hits ?? [])), ...useCommandEntries(asked)].sort(
    (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group),
  )
  const at =
    entries.length === 0
      ? -1
      : Math.max(
          0,
          entries.findIndex(({ key }) => key === chosen),
        )
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    list.current?.querySelector(`[data-index="${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const choose = (entry: Entry | undefined): void => {
    if (!entry) return
    closeDialog()
    // After the dialog has given the focus back, so that a command may move it.
    requestAnimationFrame(() => entry.run())
  }
  const isFound = asked === '' || (!found.isPending && !found.isPlaceholderData)
  const enter = useSettledChoice(query, isFound && asked === query.trim(), () => choose(entries[at]))
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setChosen(entries[(at + step + entries.length) % Math.max(1, entries.length)]?.key ?? null)
    else if (event.key === 'Enter') enter()
    else return
    event.preventDefault()
  }
  return (
    <ModalOverlay className="scrim top" isOpen isDismissable onOpenChange={(open) => !open && closeDialog()}>
      <Modal className="pal">
        <Dialog aria-label={t('app.palette.title')} className="pal-dialog">
          <div className="in">
            <Search />
            <input
              autoFocus
              role="combobox"
              aria-expanded={entries.length > 0}
              aria-controls={id}
              aria-activedescendant={entries[at] ? `${id}-${at}` : undefined}
              aria-label={t('app.palette.title')}
              placeholder={t('app.palette.placeholder')}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value)
                setChosen(null)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div className="pal-list" id={id} role="listbox" aria-label={t('app.palette.title')} ref={list}>
            {entries.map((entry, index) => (
              <PaletteRow
                key={entry.key}
                id={`${id}-${index}`}
                index={index}
                entry={entry}
                heading={entry.group === entries[index - 1]?.group ? null : t(`app.palette.${entry.group}`)}
                isCurrent={index === at}
                onChoose={() => choose(entry)}
                onPoint={() => setChosen(entry.key)}
              />
            ))}
          </div>
          {entries.length === 0 && !found.isFetching && (
            <p className="pal-none">{t('app.palette.nothing', { query: asked })}</p>
          )}
          <p className="vh" aria-live="polite">
            {t('app.palette.results', { count: entries.length })}
          </p>
          <footer>
            <span>
              <span className="kbd">↑ ↓</span> {t('app.palette.hintMove')}
            </span>
            <span>
              <KeyCap chord="Enter" /> {t('app.palette.hintRun')}
            </span>
            <span>
              <KeyCap chord="Escape" /> {t('app.palette.hintClose')}
            </span>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type RowProps = {
  id: string
  index: number
  entry: Entry
  heading: string | null
  isCurrent: boolean
  onChoose: () => void
  onPoint: () => void
}

function PaletteRow({ id, index, entry, heading, isCurrent, onChoose, onPoint }: RowProps) {
  return (
    <>
      {heading !== null && (
        <div className="pal-heading" role="presentation">
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keyboard */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        data-index={index}
        aria-selected={isCurrent}
        className={isCurrent ? 'pal-row cur' : 'pal-row'}
        onClick={onChoose}
        onPointerMove={onPoint}
      >
        {entry.icon}
        <span className="pal-body">{entry.body}</span>
        <span className="w">{entry.aside}</span>
      </div>
    </>
  )
}

/** Commands whose names hold every typed word. */
function useCommandEntries(query: string): Entry[] {
  const t = useText()
  // Asked once, so that the list doesn't change under the hand while the workspace behind it is still being filled.
  const [available] = useState(availableCommands)
  const words = query.toLowerCase().split(/\s+/)
  const holds = (id: CommandId): boolean => words.every((word) => t(`command.${id}`).toLowerCase().includes(word))
  return available
    .filter((id) => declarationOf(id).palette && holds(id))
    .map((id) => ({
      key: id,
      group: 'commands',
      run: () => runCommand(id),
      body: t(`command.${id}`),
      icon: <ChevronRight />,
      aside: <CommandKey id={id} />,
    }))
}

function hitEntries(hits: readonly SearchHit[]): Entry[] {
  return hits.map((hit) => {
    const Icon = hitIcons[hit.kind]
    return {
      key: `${hit.kind}${hit.id}`,
      group: hit.kind,
      run: () => openHit(hit),
      body: (
        <>
          <span className="src trunc" lang={hit.language ?? undefined} dir="auto">
            {hit.title}
          </span>
          <span className="src snippet trunc" lang={hit.language ?? undefined} dir="auto">
            {hit.snippet.map((piece, i) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
              piece.match ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>,
            )}
          </span>
        </>
      ),
      icon: <Icon />,
      aside: hit.outlet,
    }
  })
}

function openHit(hit: SearchHit): void {
  if (hit.kind === 'tag') showTag(hit.id)
  else if (hit.kind === 'event') showEvent(hit.id)
  else if (hit.articleId !== null && hit.start !== null) openPassage(hit.articleId, hit.start, hit.start)
  else if (hit.articleId !== null) openInRead([hit.articleId])
}
