import { useQueries } from '@tanstack/react-query'
import { PanelRight, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { CommandButton, useCommandTitle } from '../../commands/CommandButton'
import { useCommands } from '../../commands/registry'
import type { CallFailed } from '../../data/client'
import type { OpenPane } from '../../data/panes'
import { answerOptions, useAnswer } from '../../data/queries'
import { closePane, show, useSession } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { EmptyState } from '../../ui/EmptyState'
import { TopBarSlot } from '../../ui/TopBarSlot'
import { AddPane } from './AddPane'
import { FindBar } from './find/FindBar'
import './highlights.css'
import { Inspector } from './Inspector'
import { LayoutMenu } from './layouts/LayoutMenu'
import { LinksLater, LinksProvider } from './links/context'
import { LinkBar } from './links/LinkBar'
import { LinkList } from './links/LinkList'
import { VoicesCard } from './links/VoicesCard'
import { Panes } from './Panes'
import { PassageForm } from './PassageForm'
import './reader.css'
import { PrintSideBySide } from './print/PrintSideBySide'
import { ReadingMenu } from './reading/ReadingMenu'
import { SelectionToolbar } from './SelectionToolbar'
import { TextVersions } from './TextVersions'
import { usePaneDrop } from './use-drop'
import { useInspector } from './use-inspector'
import { usePaneCommands } from './use-pane-commands'
import { usePassageCommands } from './use-passage-commands'
import { take, useReader } from './use-reader'

/** Two to four articles side by side. */
export function ReadWorkspace() {
  const t = useText()
  const titleOf = useCommandTitle()
  const panes = useSession((s) => s.panes)
  const active = useSession((s) => s.activePane)
  const said = useReader((s) => s.said)
  const versionsShown = useReader((s) => s.versionsShown)
  const [adding, setAdding] = useState(false)
  const [inspector, toggleInspector] = useInspector(panes.length)
  const answers = useQueries({
    queries: panes.map(({ articleId }) => answerOptions('article.text', { id: articleId })),
  })
  const texts = answers.map((answer) => answer.data ?? null)
  const tags = useAnswer('tag.list', {}).data ?? []
  const total = useAnswer('library.info', {}).data?.articles ?? 0
  const activeText = texts[panes.findIndex((pane) => pane.id === active)] ?? null
  useGonePanes(panes, answers)
  const main = useRef<HTMLDivElement>(null)
  const drop = usePaneDrop(main)
  usePaneCommands(texts, activeText, () => setAdding(true))
  usePassageCommands(texts, activeText)
  useCommands({ 'inspector.toggle': panes.length > 0 ? toggleInspector : null })
  useEffect(() => () => take(null), [])
  return (
    <LinksProvider panes={panes} texts={texts}>
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
            <LayoutMenu texts={texts} />
            <ReadingMenu />
            <button
              type="button"
              className="btn icon"
              aria-label={t('reader.inspector')}
              title={titleOf('inspector.toggle')}
              aria-pressed={inspector}
              disabled={panes.length === 0}
              onClick={toggleInspector}
            >
              <PanelRight />
            </button>
          </>
        }
      />
      <div className="readmain" ref={main} {...drop.handlers}>
        {panes.length === 0 && (
          <EmptyState title={t('reader.empty.title')} line={t('reader.empty.line')}>
            <CommandButton id="pane.add" label={t('reader.addPane')} />
            <button type="button" className="btn" onClick={() => show('library')}>
              {t('reader.empty.library')}
            </button>
          </EmptyState>
        )}
        {panes.length > 0 && <LinkBar text={activeText} tags={tags} />}
        <FindBar searched={panes.map((pane, i) => ({ pane, text: texts[i] ?? null }))} />
        {panes.length > 0 && (
          <Panes
            panes={panes.map(({ id }, index) => ({ id, index, answer: answers[index] }))}
            active={active}
            gap={drop.left}
            tags={tags}
          />
        )}
        <LinksLater>
          <LinkList />
        </LinksLater>
        {panes.length === 1 && (
          <p className="invite">
            {t('reader.invite')} <CommandButton id="pane.add" className="s" label={t('reader.addPane')} />
          </p>
        )}
      </div>
      {inspector && activeText && active !== null && <Inspector text={activeText} pane={active} tags={tags} />}
      <VoicesCard />
      <SelectionToolbar />
      <PassageForm />
      <p className="vh" aria-live="polite">
        {said}
      </p>
      {versionsShown && activeText && (
        <TextVersions text={activeText} onClose={() => useReader.setState({ versionsShown: false })} />
      )}
      <PrintSideBySide texts={texts} tags={tags} />
      {adding && <AddPane onClose={() => setAdding(false)} />}
    </LinksProvider>
  )
}

/** Closes panes whose article went to the trash. */
function useGonePanes(panes: readonly OpenPane[], answers: readonly { error: CallFailed | null }[]): void {
  const gone = panes
    .filter((_, i) => answers[i]?.error?.code === 'article/not-found')
    .map((pane) => pane.id)
    .join()
  useEffect(() => {
    for (const id of gone.split(',').filter((s) => s !== '')) {
      closePane(Number(id))
      useReader.setState(({ editing }) => ({ editing: editing?.pane === Number(id) ? null : editing }))
    }
  }, [gone])
}
