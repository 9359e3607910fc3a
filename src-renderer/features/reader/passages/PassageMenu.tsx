import { Ellipsis } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { CommandKey } from '../../../commands/CommandButton'
import type { CommandId } from '../../../commands/commands'
import { isAvailable, runCommand, useRegistry } from '../../../commands/registry'
import { useText } from '../../../i18n/i18n'
import '../../../ui/menu.css'
import { focusText } from '../use-reader'

const groups: readonly (readonly CommandId[])[] = [
  ['passage.split', 'passage.mergeNext', 'selection.copy'],
  ['passage.endRight', 'passage.endLeft', 'passage.endNext', 'passage.endPrevious'],
  ['passage.startRight', 'passage.startLeft', 'passage.startNext', 'passage.startPrevious'],
  ['selection.delete'],
]

/** What can be done with the chosen passage, with its keys. */
export function PassageMenu({ pane }: { pane: number }) {
  const t = useText()
  useRegistry((s) => s.providers)
  const run = (id: CommandId): void => {
    // The menu gives the keyboard back first, so that a form that the command opens can have it.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        focusText(pane)
        runCommand(id)
      }),
    )
  }
  const item = (id: CommandId) => (
    <MenuItem
      key={id}
      id={id}
      isDisabled={!isAvailable(id)}
      textValue={t(`command.${id}`)}
      onAction={() => run(id)}
      className="passage-item"
    >
      <bdi>{t(`command.${id}`)}</bdi>
      <CommandKey id={id} />
    </MenuItem>
  )
  return (
    <MenuTrigger>
      <Button className="btn s icon quiet" aria-label={t('passages.menu')}>
        <Ellipsis className="s14" />
      </Button>
      <Popover className="menu" placement="bottom end">
        <Menu aria-label={t('passages.menu')} shouldFocusWrap>
          {groups.flatMap((ids, i) => [...(i > 0 ? [<Separator key={`before ${ids[0]}`} />] : []), ...ids.map(item)])}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
