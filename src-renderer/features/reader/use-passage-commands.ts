import type { ArticleText } from '../../../src-main/contract/types'
import { useCommandContext, useCommands } from '../../commands/registry'
import { act, isDone } from '../../data/act'
import { useText } from '../../i18n/i18n'
import { usePassageEdits } from './passages/use-passage-edits'
import { focusText, type OpenForm, say, spanOf, take, useReader } from './use-reader'
import { openForm, passageOf } from './writing'

/**
 * What the letters do while text is selected or a passage is chosen.
 * @param texts of the open articles
 * @param text of the active pane
 */
export function usePassageCommands(texts: readonly (ArticleText | null)[], text: ArticleText | null): void {
  const t = useText()
  const inHand = useReader((s) => s.inHand)
  usePassageEdits(text)
  useCommandContext('selection', inHand !== null)
  const when = <T>(run: () => T) => (inHand ? run : null)
  const held = texts.find((one) => one?.article.id === inHand?.articleId)
  const form = (kind: OpenForm['kind']) => (held ? () => openForm(kind, held) : null)

  const quote = async (): Promise<void> => {
    const passageId = inHand && (await passageOf(inHand))
    const briefing = passageId === null ? null : await act('briefing.quote', { passageId })
    if (briefing) say(t('reader.selection.quoted', { title: briefing.title }))
  }
  const copy = async (): Promise<void> => {
    if (!inHand) return
    const { passageId } = inHand
    const cited = await act('passage.cite', passageId === null ? spanOf(inHand) : { id: passageId })
    if (!cited) return
    await act('shell.copy', { text: cited.markdown })
    say(t('reader.selection.copied'))
  }
  useCommands({
    'selection.tag': form('tag'),
    'selection.note': form('note'),
    'selection.event': inHand && inHand.end > inHand.start ? form('event') : null,
    'selection.quote': when(quote),
    'selection.copy': when(copy),
    'selection.delete':
      inHand && inHand.passageId !== null
        ? async () => {
            document.getSelection()?.removeAllRanges()
            take(null)
            focusText(inHand.pane)
            if (await isDone('passage.delete', { id: inHand.passageId ?? 0 })) say(t('passages.deleted'))
          }
        : null,
  })
}
