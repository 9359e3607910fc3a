import { PanelsTopLeft } from 'lucide-react'
import { useState } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover, Pressable, Separator } from 'react-aria-components'
import type { Layout } from '../../../../src-main/contract/reading-types'
import type { ArticleText } from '../../../../src-main/contract/types'
import { useCommandTitle } from '../../../commands/CommandButton'
import { useCommands } from '../../../commands/registry'
import { useAnswer } from '../../../data/queries'
import { openPanes } from '../../../data/session'
import { useText } from '../../../i18n/i18n'
import '../../../ui/menu.css'
import { focusActive, letGo } from '../use-reader'
import { LayoutList } from './LayoutList'
import { LayoutName } from './LayoutName'
import './layouts.css'

/** Panes kept under a name: to open, and to keep those that are open now. */
export function LayoutMenu({ texts }: { texts: readonly (ArticleText | null)[] }) {
  const t = useText()
  const titleOf = useCommandTitle()
  const layouts = useAnswer('layout.list', {}).data ?? []
  const [sheet, setSheet] = useState<'name' | 'list' | null>(null)
  const keep = texts.length > 0 && texts.every((text) => text !== null) ? () => setSheet('name') : null
  const manage = () => setSheet('list')
  useCommands({ 'layout.save': keep, 'layout.list': manage })
  return (
    <>
      <MenuTrigger>
        <Pressable>
          <button type="button" className="btn icon" aria-label={t('layouts.menu')} title={titleOf('layout.list')}>
            <PanelsTopLeft />
          </button>
        </Pressable>
        <Popover className="menu" placement="bottom end">
          <Menu aria-label={t('layouts.menu')}>
            {layouts.map((layout) => (
              <MenuItem key={layout.id} textValue={layout.name} onAction={() => openLayout(layout)}>
                <bdi className="trunc layout-name">{layout.name}</bdi>
                <span className="count">{t('layouts.panes', { count: layout.panes.length })}</span>
              </MenuItem>
            ))}
            {layouts.length > 0 && <Separator />}
            <MenuItem isDisabled={keep === null} textValue={t('layouts.save')} onAction={() => keep?.()}>
              {t('layouts.save')}
            </MenuItem>
            {layouts.length > 0 && (
              <MenuItem textValue={t('layouts.manage')} onAction={manage}>
                {t('layouts.manage')}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {sheet === 'name' && <LayoutName layouts={layouts} texts={texts} onClose={() => setSheet(null)} />}
      {sheet === 'list' && (
        <LayoutList
          layouts={layouts}
          onKeep={keep}
          onOpen={(layout) => {
            setSheet(null)
            openLayout(layout)
          }}
          onClose={() => setSheet(null)}
        />
      )}
    </>
  )
}

/** Opens kept panes; the keyboard goes to the text of the first. */
function openLayout({ panes }: Layout): void {
  letGo()
  openPanes(panes)
  // After the menu or the sheet has given the keyboard back, one frame later.
  requestAnimationFrame(() => requestAnimationFrame(focusActive))
}
