import { useQueries } from '@tanstack/react-query'
import { PanelRight, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { CommandButton } from '../../commands/CommandButton'
import { useCommandContext, useCommands } from '../../commands/registry'
import { answerOptions, useAnswer } from '../../data/queries'
import { closePane, maxPanes, show, useSession } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { EmptyState } from '../../ui/EmptyState'
import { Progress } from '../../ui/Progress'
import { TopBarSlot } from '../../ui/TopBarSlot'
import { AddPane } from './AddPane'
import './highlights.css'
import { Inspector } from './Inspector'
import { Panes } from './Panes'
import './reader.css'
import { SelectionToolbar } from './SelectionToolbar'
import { usePassageCommands } from './use-passage-commands'
import { take, useReader } from './use-reader'

/** Two to four articles side by side. */
export function ReadWorkspace() {
  const t = useText()
  const panes = useSession((s) => s.panes)
  const active = useSession((s) => s.activePane)
  const said = useReader((s) => s.said)
  const [adding, setAdding] = useState(false)
  const [inspector, setInspector] = useState(() => window.innerWidth > 1180)
  const answers = useQueries({ queries: panes.map((id) => answerOptions('article.text', { id })) })
  const texts = answers.flatMap((answer) => answer.data ?? [])
  const tags = useAnswer('tag.list', {}).data ?? []
  const total = useAnswer('library.info', {}).data?.articles ?? 0
  const activeText = texts.find((text) => text.article.id === panes[active])
  useGonePanes(panes, answers)
  useCommandContext('read')
  usePaneCommands(texts, activeText, () => setAdding(true))
  usePassageCommands(activeText)
  useCommands({ 'inspector.toggle': () => setInspector(!inspector) })
  useEffect(() => () => take(null), [])
  return (
    <>
      <TopBarSlot
        crumb={
          <>
            <h1>{t('app.read')}</h1>
            <span className="sep">/</span>
            <span className="q">{t('reader.openArticles', { open: panes.length, total })}</span>
          </>
        }
        actions={
          <>
            <CommandButton id="pane.add" icon={<Plus />} label={t('reader.addPane')} />
            <button
              type="button"
              className="btn icon"
              aria-label={t('reader.inspector')}
              title={t('reader.inspector')}
              aria-pressed={inspector}
              onClick={() => setInspector(!inspector)}
            >
              <PanelRight />
            </button>
          </>
        }
      />
      <div className="readmain">
        {panes.length === 0 && (
          <EmptyState title={t('reader.empty.title')} line={t('reader.empty.line')}>
            <CommandButton id="pane.add" label={t('reader.addPane')} />
            <button type="button" className="btn" onClick={() => show('library')}>
              {t('reader.empty.library')}
            </button>
          </EmptyState>
        )}
        {panes.length > 0 && texts.length === 0 && (
          <div className="centre">
            <Progress label={t('reader.panes')} done={0} total={0} />
          </div>
        )}
        {texts.length > 0 && <Panes texts={texts} active={Math.min(active, texts.length - 1)} tags={tags} />}
        {texts.length === 1 && (
          <p className="invite">
            {t('reader.invite')} <CommandButton id="pane.add" className="s" label={t('reader.addPane')} />
          </p>
        )}
      </div>
      {inspector && activeText && <Inspector text={activeText} pane={active} tags={tags} />}
      {activeText && <SelectionToolbar text={activeText} />}
      <p className="vh" aria-live="polite">
        {said}
      </p>
      {adding && <AddPane onClose={() => setAdding(false)} />}
    </>
  )
}

/** Closes panes whose article went to the trash. */
function useGonePanes(panes: readonly number[], answers: readonly { error: unknown }[]): void {
  const gone = panes.filter((_, i) => answers[i]?.error).join()
  useEffect(() => {
    for (const id of gone.split(',').filter((s) => s !== '')) closePane(useSession.getState().panes.indexOf(Number(id)))
  }, [gone])
}

function usePaneCommands(texts: readonly ArticleText[], text: ArticleText | undefined, onAdd: () => void): void {
  const { panes, activePane } = useSession()
  const focusPane = (index: number) =>
    index < panes.length
      ? () => {
          useSession.setState({ activePane: index })
          requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-pane-text="${index}"]`)?.focus())
        }
      : null
  const move = (step: 1 | -1) => {
    const to = activePane + step
    if (to < 0 || to >= panes.length) return null
    return () => {
      const next = [...panes]
      const [moved] = next.splice(activePane, 1)
      next.splice(to, 0, moved ?? 0)
      useSession.setState({ panes: next, activePane: to })
    }
  }
  const stepPassage = (step: 1 | -1) =>
    text && text.passages.length > 0
      ? () => {
          const { inHand } = useReader.getState()
          const at = text.passages.findIndex((p) => p.id === inHand?.passageId)
          const next = text.passages.at(at < 0 ? (step === 1 ? 0 : -1) : (at + step) % text.passages.length)
          if (!next) return
          take({ articleId: text.article.id, pane: activePane, start: next.start, end: next.end, passageId: next.id })
          useSession.setState({
            target: { articleId: text.article.id, start: next.start, end: next.start, stamp: Date.now() },
          })
        }
      : null
  useCommands({
    'pane.1': focusPane(0),
    'pane.2': focusPane(1),
    'pane.3': focusPane(2),
    'pane.4': focusPane(3),
    'pane.close': panes.length > 0 ? () => closePane(activePane) : null,
    'pane.add': panes.length < maxPanes ? onAdd : null,
    'pane.moveLeft': move(-1),
    'pane.moveRight': move(1),
    'passage.next': stepPassage(1),
    'passage.previous': stepPassage(-1),
    'boilerplate.toggle': texts.some((one) => one.blocks.some((b) => b.hidden))
      ? () => useReader.setState((s) => ({ removedShown: !s.removedShown }))
      : null,
  })
}
