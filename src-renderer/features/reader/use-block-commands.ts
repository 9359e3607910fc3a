import type { RefObject } from 'react'
import type { CorrectedText } from '../../../src-main/contract/text-types'
import type { ArticleText } from '../../../src-main/contract/types'
import type { Block } from '../../../src-main/domain/article'
import { useCommands } from '../../commands/registry'
import { act } from '../../data/act'
import { activate, openInRead, teachRule, useSession } from '../../data/session'
import { type Translate, useText } from '../../i18n/i18n'
import { readBlocks } from './blocks'
import { type Editing, standing } from './correction'
import { offsetAt, selectedSpan } from './dom-text'
import { sentencesOf } from './spans'
import type { useCaret } from './use-caret'
import { focusText, say, useReader } from './use-reader'

type Caret = ReturnType<typeof useCaret>
type Input = { doc: RefObject<HTMLElement | null>; text: ArticleText; pane: number; active: boolean; caret: Caret }

/** What can be done with the paragraph in hand of the active pane, by key, palette and menu. */
export function useBlockCommands({ doc, text, pane, active, caret }: Input): void {
  const t = useText()
  const shown = readBlocks(text.blocks)
  const outlet = text.article.metadata.outlet.value
  const usable = active && shown.length > 0

  /** The block that the menu was opened over, the one that is selected in, or the one where the keyboard is. */
  const withBlock = (run: (block: Block) => unknown) =>
    usable
      ? () => {
          const { menu, inHand } = useReader.getState()
          const selected = inHand?.pane === pane && inHand.end > inHand.start ? inHand.start : null
          const block =
            shown.find((b) => b.id === menu?.blockId) ??
            shown.find((b) => selected !== null && selected < b.start + b.text.length) ??
            caret.current()
          return block && run(block)
        }
      : null
  const afterwards = async (done: Promise<CorrectedText | null>, words: string): Promise<void> => {
    const changed = await done
    if (!changed) return
    caret.follow(changed.blockId)
    say(toldOf(t, changed, words))
  }
  const merge = (step: 1 | -1) =>
    withBlock((block) => {
      const other = shown[shown.indexOf(block) + step]
      return other && afterwards(act('block.merge', { ids: [block.id, other.id] }), t('reader.block.merged'))
    })
  const split = (block: Block): unknown => {
    const at = useReader.getState().menu?.splitAt ?? splitPlace(doc.current, block)
    if (at === null) return proposeSplit(block)
    return afterwards(act('block.split', { id: block.id, at }), t('reader.block.parted'))
  }
  /** Where nothing says where to split, the second sentence is selected: the key again splits before it. */
  const proposeSplit = ({ text: words, start }: Block): void => {
    const second = sentencesOf(words, text.article.metadata.language.value)[1]
    if (second) caret.select({ start: start + second.start, end: start + second.end })
    say(t(second ? 'reader.block.splitAgain' : 'reader.block.splitWhere'))
  }
  const hide = async (block: Block): Promise<void> => {
    const at = shown.indexOf(block)
    const next = shown[at + 1] ?? shown[at - 1]
    if (next) caret.moveTo(next.start)
    if (await act('block.set', { id: block.id, hidden: true, reason: 'researcher' })) say(t('reader.block.hidden'))
  }
  useCommands({
    'block.menu': withBlock((block) => openMenuAtBlock(doc.current, pane, block)),
    'block.correct': withBlock((block) => edit(pane, text, block)),
    'block.split': withBlock(split),
    'block.mergeNext': shown.length > 1 ? merge(1) : null,
    'block.mergePrevious': shown.length > 1 ? merge(-1) : null,
    'block.hide': withBlock(hide),
    'block.always': outlet === null ? null : withBlock((block) => teachRule(outlet, block.text)),
  })
}

/** What became of a text, and of passages that lost their words. */
export const toldOf = (t: Translate, { orphaned }: CorrectedText, words: string): string =>
  orphaned > 0 ? `${words} ${t('reader.block.orphaned', { count: orphaned })}` : words

/** Opens the field for a block's text; one that is open already, or was with words in it, has the keyboard first. */
function edit(pane: number, text: ArticleText, block: Block): void {
  const open = document.querySelector<HTMLTextAreaElement>('[data-block-editor] textarea')
  const { editing } = useReader.getState()
  if (open) open.focus()
  else if (!editing || editing.draft === editing.before) {
    const { id: blockId, text: before } = block
    const [at, of] = [text.blocks.indexOf(block), text.blocks.length]
    useReader.setState({ editing: { pane, articleId: text.article.id, blockId, at, of, before, draft: before } })
  } else if (useSession.getState().panes.some(({ id }) => id === editing.pane)) activate(editing.pane)
  else openInRead([editing.articleId])
}

/**
 * The correction that is shown in a pane, and the block that it is of, which may be gone. That of a pane which was closed is
 * taken up where its article is open.
 */
export function correctionIn(
  editing: Editing | null,
  text: ArticleText,
  pane: number,
): { editing: Editing; block: Block | undefined } | null {
  if (editing?.articleId !== text.article.id) return null
  const { panes } = useSession.getState()
  const home = panes.some(({ id }) => id === editing.pane)
    ? editing.pane
    : panes.find(({ articleId }) => articleId === editing.articleId)?.id
  if (home !== pane) return null
  const block = standing(editing, text)
  return block || editing.draft !== editing.before ? { editing, block } : null
}

/** Closes the field and gives the keyboard back to the text of its pane. */
export function closeEditor(pane: number): void {
  useReader.setState({ editing: null })
  focusText(pane)
}

/** Opens the menu of a block below its button. */
export function openMenuAtBlock(root: HTMLElement | null, pane: number, block: Block): void {
  const button = root?.querySelector(`[data-block="${block.id}"] .block-menu`)
  const box = button?.getBoundingClientRect()
  if (!box) return
  useReader.setState({
    menu: { pane, blockId: block.id, x: box.left, y: box.bottom, splitAt: splitPlace(root, block), isOpen: true },
  })
}

/**
 * Where a block would be split, as an offset in its text: before what is selected in it, after that where it begins the
 * block, or where the mouse was last put; null where that says nothing.
 */
function splitPlace(root: HTMLElement | null, block: Block): number | null {
  if (!root) return null
  const inside = (offset: number | null): number | null => {
    const at = offset === null ? -1 : offset - block.start
    return at > 0 && at < block.text.length ? at : null
  }
  const selected = selectedSpan(root)
  if (selected) return inside(selected.start) ?? inside(selected.end)
  const selection = document.getSelection()
  return selection?.anchorNode ? inside(offsetAt(root, selection.anchorNode, selection.anchorOffset)) : null
}
