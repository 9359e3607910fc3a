import type { ArticleText, TagRow } from '../../../../src-main/contract/types'
import { useCommands } from '../../../commands/registry'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import { useLinks } from '../links/context'
import { useHand } from '../links/hand'
import { say } from '../use-reader'
import { PrintView } from './PrintView'

type Props = { texts: readonly (ArticleText | null)[]; tags: readonly TagRow[] }

/** Prints the open articles. The view for paper is there only while the system asks where to print it. */
export function PrintSideBySide({ texts, tags }: Props) {
  const links = useLinks()
  const t = useText()
  const isWanted = useHand((s) => s.printWanted)
  const open = texts.filter((text) => text !== null)
  const isReady = open.length > 0 && open.length === texts.length
  const want = (): void => {
    useHand.setState({ printWanted: true })
    if (links.isPending) say(t('reader.links.printWaits'))
  }
  useCommands({ 'read.print': isReady ? want : null })
  // What the articles share may still be worked out: it belongs on the paper.
  if (!isWanted || !isReady || links.isPending) return null
  const each = open.filter((text, i) => open.findIndex((one) => one.article.id === text.article.id) === i)
  const print = async (): Promise<void> => {
    await act('shell.print', {})
    useHand.setState({ printWanted: false })
  }
  return <PrintView texts={each} tags={tags} links={links.likely} onReady={() => void print()} />
}
