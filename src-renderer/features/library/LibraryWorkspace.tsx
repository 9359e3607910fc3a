import { Columns2, Import, PanelLeft, PanelRight } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { CommandButton } from '../../commands/CommandButton'
import { useAnswer } from '../../data/queries'
import { useSession } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { Progress } from '../../ui/Progress'
import { TopBarSlot } from '../../ui/TopBarSlot'
import { ArticleTable } from './ArticleTable'
import { EmptyLibrary, ListFailed, NoResult } from './empty'
import { FilterBar } from './FilterBar'
import { Inspector } from './Inspector'
import './library.css'
import { Preview } from './Preview'
import { SideList } from './SideList'
import { useArticles } from './use-articles'
import { useLibraryCommands } from './use-library-commands'
import { useSelection } from './use-selection'

/** All articles: a list of filters, the table, the current article's text and what is known of it. */
export function LibraryWorkspace() {
  const t = useText()
  const articles = useArticles()
  const table = useSelection(articles.ids, articles.settled)
  const tableRef = useRef<HTMLTableElement>(null)
  const filterRef = useRef<HTMLInputElement>(null)
  const tagFieldRef = useRef<HTMLInputElement>(null)
  const { selected } = table.selection
  const screen = useScreen(selected, tableRef)
  useLibraryCommands(articles.ids, table, { table: tableRef, filter: filterRef, tagField: tagFieldRef }, screen)
  const total = articles.page?.counts.all
  const nothingLeft = articles.ids.length === 0 && articles.settled
  return (
    <>
      <TopBarSlot crumb={<Crumb />} actions={<Actions />} />
      <div className="lib" data-side={screen.sideOpen} data-inspector={screen.inspectorOpen}>
        <SideList counts={articles.page?.counts} onChosen={screen.closeSide} />
        <div className="lib-main">
          <div className="lib-tools" data-region>
            <button
              type="button"
              className="btn icon quiet side-toggle"
              aria-label={t('library.sideToggle')}
              aria-expanded={screen.sideOpen}
              onClick={screen.toggleSide}
            >
              <PanelLeft />
            </button>
            <FilterBar page={articles.page} filterRef={filterRef} onDone={() => tableRef.current?.focus()} />
            <button
              type="button"
              className="btn icon quiet inspector-toggle"
              aria-label={t('command.inspector.toggle')}
              aria-expanded={screen.inspectorOpen}
              onClick={screen.toggleInspector}
            >
              <PanelRight />
            </button>
          </div>
          {total === undefined && !articles.error && (
            <div className="centre">
              <Progress label={t('library.loading')} done={0} total={0} />
            </div>
          )}
          {total === undefined && articles.error && <ListFailed error={articles.error} onAgain={articles.again} />}
          {total === 0 && <EmptyLibrary />}
          {total !== undefined && total > 0 && nothingLeft && <NoResult onCleared={() => filterRef.current?.focus()} />}
          {total !== undefined && total > 0 && !nothingLeft && (
            <Group className="lib-split" orientation="vertical">
              <Panel id="table" minSize={120}>
                <ArticleTable ids={articles.ids} table={table} tableRef={tableRef} />
              </Panel>
              {screen.previewOpen && (
                <>
                  <Separator className="lib-separator" aria-label={t('library.preview.size')} />
                  <Panel id="preview" defaultSize="54%" minSize={80}>
                    <Preview articleId={table.current} />
                  </Panel>
                </>
              )}
            </Group>
          )}
        </div>
        <Inspector selected={selected} editing={screen.editing} onEdited={screen.endEdit} tagFieldRef={tagFieldRef} />
      </div>
    </>
  )
}

/** Which parts are open, and whether the details of the chosen articles are being edited. */
function useScreen(selected: readonly number[], tableRef: RefObject<HTMLTableElement | null>) {
  const [previewOpen, setPreviewOpen] = useState(true)
  const [inspectorOpen, setInspectorOpen] = useState(false)
  const [sideOpen, setSideOpen] = useState(false)
  const [edited, setEdited] = useState<readonly number[] | null>(null)
  const from = useRef<Element | null>(null)
  return {
    previewOpen,
    inspectorOpen,
    sideOpen,
    editing: edited === selected,
    togglePreview: () => setPreviewOpen(!previewOpen),
    toggleInspector: () => setInspectorOpen(!inspectorOpen),
    openInspector: () => setInspectorOpen(true),
    toggleSide: () => setSideOpen(!sideOpen),
    closeSide: () => setSideOpen(false),
    edit: () => {
      from.current = document.activeElement
      setInspectorOpen(true)
      setEdited(selected)
    },
    endEdit: () => {
      setEdited(null)
      requestAnimationFrame(() => {
        const back = from.current?.isConnected && from.current instanceof HTMLElement ? from.current : tableRef.current
        back?.focus()
      })
    },
  }
}

function Crumb() {
  const t = useText()
  const view = useSession((s) => s.view)
  const tagId = useSession((s) => s.viewTagId)
  const tag = useAnswer('tag.list', {}).data?.find(({ id }) => id === tagId)
  return (
    <h1 className="trunc">
      <bdi>{tag ? tag.name : t(`library.view.${view}`)}</bdi>
    </h1>
  )
}

function Actions() {
  const t = useText()
  return (
    <>
      <CommandButton id="article.open" icon={<Columns2 />} label={t('library.openInRead')} />
      <CommandButton id="library.import" className="primary" icon={<Import />} label={t('library.import')} />
    </>
  )
}
