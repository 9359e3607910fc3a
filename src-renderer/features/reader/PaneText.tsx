import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useMemo } from 'react'
import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import type { Block } from '../../../src-main/domain/article'
import { useAnswer } from '../../data/queries'
import { useText } from '../../i18n/i18n'
import { BlockEditor } from './BlockEditor'
import './correction.css'
import { BlockMenu } from './BlockMenu'
import { BlockView } from './BlockView'
import { type Piece, titleOf } from './blocks'
import { offsetFromPoint } from './dom-text'
import { LostCorrection } from './LostCorrection'
import { MarginBars } from './MarginBars'
import { RemovedStrip } from './RemovedStrip'
import { closeEditor, correctionIn, openMenuAtBlock, useBlockCommands } from './use-block-commands'
import type { useCaret } from './use-caret'
import { usePointed } from './use-pointed'
import { take, useReader } from './use-reader'

type Props = {
  doc: RefObject<HTMLElement | null>
  text: ArticleText
  pane: number
  active: boolean
  tags: readonly TagRow[]
  pieces: readonly Piece[]
  layoutKey: string
  caret: ReturnType<typeof useCaret>
}

/** The blocks of a pane, with what can be done with each. */
export function PaneText({ doc, text, pane, active, tags, pieces, layoutKey, caret }: Props) {
  const t = useText()
  const language = text.article.metadata.language.value
  const editing = useReader((s) => s.editing)
  const correction = correctionIn(editing, text, pane)
  const earlier = useEarlierWordings(text)
  useBlockCommands({ doc, text, pane, active, caret })
  usePointed(doc)
  const onMenu = useCallback((block: Block) => openMenuAtBlock(doc.current, pane, block), [doc, pane])
  const takeBlock = (block: Block): void => {
    const span = { start: block.start, end: block.start + block.text.length }
    const known = text.passages.find((p) => !p.orphaned && p.start === span.start && p.end === span.end)
    caret.select(span)
    take({ ...span, articleId: text.article.id, pane, passageId: known?.id ?? null, version: text.version })
  }
  /** The menu where the mouse asked for it. By keyboard it is a command. */
  const onContextMenu = (event: MouseEvent): void => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-block]') : null
    const block = text.blocks.find((b) => String(b.id) === element?.dataset.block)
    if (!block || (event.target instanceof Element && event.target.closest('[data-block-editor]'))) return
    event.preventDefault()
    const offset = doc.current && offsetFromPoint(doc.current, event.clientX, event.clientY)
    const at = offset === null ? -1 : offset - block.start
    const splitAt = at > 0 && at < block.text.length ? at : null
    caret.moveTo(block.start)
    useReader.setState({
      menu: { pane, blockId: block.id, x: event.clientX, y: event.clientY, splitAt, isOpen: true },
    })
  }
  const shown = pieces.map((piece, i) =>
    piece.kind === 'block' ? (
      <BlockView
        key={piece.block.id}
        block={piece.block}
        here={active && piece.block.id === caret.blockId}
        language={language}
        earlier={earlier?.get(piece.block.id)}
        editor={
          correction?.block === piece.block ? (
            <BlockEditor
              text={text}
              block={piece.block}
              before={correction.editing.before}
              draft={correction.editing.draft}
              onWrite={(draft) => useReader.setState({ editing: { ...correction.editing, draft } })}
              onDone={(blockId) => {
                caret.follow(blockId)
                closeEditor(pane)
              }}
            />
          ) : null
        }
        onMenu={onMenu}
      />
    ) : (
      <RemovedStrip key={`after ${afterOf(pieces[i - 1])}`} blocks={piece.blocks} />
    ),
  )
  if (correction && !correction.block) {
    const { at, draft } = correction.editing
    const above = pieces.filter((piece) => indexOfPiece(text, piece) < at).length
    shown.splice(above, 0, <LostCorrection key="lost" draft={draft} onClose={() => closeEditor(pane)} />)
  }
  return (
    <section
      className="doc"
      ref={doc}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the text is read and selected by keyboard (WCAG 2.1.1)
      tabIndex={0}
      data-pane-text={pane}
      data-region-focus={active || undefined}
      data-first={active || undefined}
      aria-label={t('reader.pane.text', { title: titleOf(text) })}
      onKeyDown={(event: KeyboardEvent) => event.target === doc.current && caret.onKeyDown(event)}
      onContextMenu={onContextMenu}
    >
      <MarginBars root={doc} text={text} tags={tags} layoutKey={layoutKey} />
      {shown}
      <BlockMenu text={text} pane={pane} takeBlock={takeBlock} />
    </section>
  )
}

/** Where a piece begins among the blocks of its text. */
const indexOfPiece = ({ blocks }: ArticleText, piece: Piece): number => {
  const first = piece.kind === 'block' ? piece.block : piece.blocks[0]
  return first ? blocks.indexOf(first) : 0
}

/** What a strip of hidden lines follows: so it stays the same strip while its lines are restored one by one. */
const afterOf = (before: Piece | undefined): number => (before?.kind === 'block' ? before.block.id : 0)

/** Earlier wordings by block; a text that was never changed is not asked about. */
function useEarlierWordings({ article, version }: ArticleText) {
  const history = useAnswer('text.history', version > 1 ? { articleId: article.id } : null, { keepPrevious: true }).data
  return useMemo(() => history && new Map(history.changed.map(({ blockId, earlier }) => [blockId, earlier])), [history])
}
