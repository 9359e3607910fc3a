import type { ArticleText } from '../../../src-main/contract/types'
import { useCommandContext, useCommands } from '../../commands/registry'
import { act, isDone } from '../../data/act'
import { useText } from '../../i18n/i18n'
import { usePassageEdits } from './passages/use-passage-edits'
import { focusText, openForm, say, spanOf, take, useReader } from './use-reader'

/** The passage in hand; one is made of the selection where there is none yet. @returns its id, or null where that failed */
export async function passageInHand(): Promise<number | null> {
  const { inHand } = useReader.getState()
  if (!inHand) return null
  if (inHand.passageId !== null) return inHand.passageId
  const passage = await act('passage.create', spanOf(inHand))
  if (!passage) return null
  useReader.setState({ inHand: { ...inHand, start: passage.start, end: passage.end, passageId: passage.id } })
  return passage.id
}

/** What the letters do while text is selected or a passage is chosen. */
export function usePassageCommands(text: ArticleText | null): void {
  const t = useText()
  const inHand = useReader((s) => s.inHand)
  usePassageEdits(text)
  useCommandContext('selection', inHand !== null)
  const when = <T>(run: () => T) => (inHand ? run : null)

  const quote = async (): Promise<void> => {
    const passageId = await passageInHand()
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
    'selection.tag': when(() => openForm('tag')),
    'selection.note': when(() => openForm('note')),
    'selection.event': inHand && inHand.end > inHand.start ? () => openForm('event') : null,
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
