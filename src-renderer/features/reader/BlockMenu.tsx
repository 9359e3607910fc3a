import { useRef } from 'react'
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components'
import type { ArticleText } from '../../../src-main/contract/types'
import type { Block } from '../../../src-main/domain/article'
import { CommandKey } from '../../commands/CommandButton'
import type { CommandId } from '../../commands/commands'
import { runCommand } from '../../commands/registry'
import { useText } from '../../i18n/i18n'
import '../../ui/menu.css'
import { readBlocks } from './blocks'
import { focusText, useReader } from './use-reader'

type Item = { id: CommandId; label: string; disabled?: boolean }

type Props = {
  text: ArticleText
  pane: number
  /** Takes a block's words in hand, so that the commands of a selection are about them. */
  takeBlock: (block: Block) => void
}

/** What can be done with one block: its text, its visibility, and what can be done with its words. */
export function BlockMenu({ text, pane, takeBlock }: Props) {
  const t = useText()
  const menu = useReader((s) => s.menu)
  const inHand = useReader((s) => s.inHand?.pane === pane)
  const anchor = useRef<HTMLSpanElement>(null)
  const shown = readBlocks(text.blocks)
  const at = shown.findIndex((b) => b.id === menu?.blockId)
  const block = shown[at]
  if (!menu?.isOpen || menu.pane !== pane || !block) return null
  const outlet = text.article.metadata.outlet.value
  const label = block.label === null ? t('reader.block.menuUnnumbered') : t('reader.block.menu', { label: block.label })
  const ofBlock: Item[] = [
    { id: 'block.correct', label: t('reader.block.correct') },
    { id: 'block.split', label: t('reader.block.split'), disabled: menu.splitAt === null },
    { id: 'block.mergeNext', label: t('reader.block.mergeNext'), disabled: at === shown.length - 1 },
    { id: 'block.mergePrevious', label: t('reader.block.mergePrevious'), disabled: at === 0 },
  ]
  const always = outlet === null ? t('reader.block.alwaysUnknown') : t('reader.block.always', { outlet })
  const hiding: Item[] = [
    { id: 'block.hide', label: t('reader.block.hide') },
    { id: 'block.always', label: always, disabled: outlet === null },
  ]
  const ofWords: Item[] = (['tag', 'note', 'event', 'quote'] as const).map((what) => ({
    id: `selection.${what}`,
    label: t(`reader.selection.${what}`),
  }))
  const run = (id: CommandId): void => {
    if (id.startsWith('selection.') && !inHand) takeBlock(block)
    // The menu shuts and gives the keyboard back first, so that a dialog opened by the command can do the same.
    useReader.setState({ menu: { ...menu, isOpen: false } })
    afterFrames(() => {
      focusText(pane)
      runCommand(id)
      useReader.setState({ menu: null })
    })
  }
  const item = ({ id, label: name, disabled }: Item) => (
    <MenuItem key={id} id={id} isDisabled={disabled ?? false} textValue={name} onAction={() => run(id)}>
      <bdi>{name}</bdi>
      <CommandKey id={id} />
    </MenuItem>
  )
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: menu.x, top: menu.y }} />
      <Popover
        triggerRef={anchor}
        className="menu"
        placement="bottom start"
        offset={2}
        isOpen
        aria-label={label}
        onOpenChange={(open) => !open && useReader.setState({ menu: null })}
      >
        <Menu aria-label={label} autoFocus="first" shouldFocusWrap>
          {ofBlock.map(item)}
          <Separator />
          {hiding.map(item)}
          <Separator />
          {ofWords.map(item)}
        </Menu>
      </Popover>
    </>
  )
}

const afterFrames = (run: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(run))
}
