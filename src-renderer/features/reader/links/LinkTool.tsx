import { Link2 } from 'lucide-react'
import { useCommandTitle } from '../../../commands/CommandButton'
import { runCommand } from '../../../commands/registry'
import { useText } from '../../../i18n/i18n'
import { useLinks } from './context'

/** Begins a link with what is selected, where there is another article to link it with. */
export function LinkTool() {
  const t = useText()
  const titleOf = useCommandTitle()
  const { articles } = useLinks()
  if (articles < 2) return null
  return (
    <button
      type="button"
      aria-label={t('reader.links.draw.button')}
      title={titleOf('link.draw')}
      onClick={() => runCommand('link.draw')}
      onPointerDown={(event) => event.preventDefault()}
    >
      <Link2 />
    </button>
  )
}
