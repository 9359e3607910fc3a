import type { ArticleText } from '../../../src-main/contract/types'
import { useCommandContext, useCommands } from '../../commands/registry'
import { act } from '../../data/act'
import { useCite } from '../../i18n/cite'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { focusText, openForm, say, take, useReader } from './use-reader'

/** The passage in hand; one is made of the selection where there is none yet. @returns its id, or null where that failed */
export async function passageInHand(): Promise<number | null> {
  const { inHand } = useReader.getState()
  if (!inHand) return null
  if (inHand.passageId !== null) return inHand.passageId
  const { articleId, start, end } = inHand
  const passage = await act('passage.create', { articleId, start, end })
  if (!passage) return null
  useReader.setState({ inHand: { ...inHand, start: passage.start, end: passage.end, passageId: passage.id } })
  return passage.id
}

/** What the letters do while text is selected or a passage is chosen. */
export function usePassageCommands(text: ArticleText | null): void {
  const t = useText()
  const cite = useCite()
  const dateText = useDateText()
  const inHand = useReader((s) => s.inHand)
  useCommandContext('selection', inHand !== null)
  const when = <T>(run: () => T) => (inHand ? run : null)

  const quote = async (): Promise<void> => {
    const passageId = await passageInHand()
    const briefing = passageId === null ? null : await act('briefing.quote', { passageId })
    if (briefing) say(t('reader.selection.quoted', { title: briefing.title }))
  }
  const copy = async (): Promise<void> => {
    if (!text || !inHand || text.article.id !== inHand.articleId) return
    const passage = text.passages.find((p) => p.id === inHand.passageId)
    const whole = text.blocks.map((b) => b.text).join('\n')
    const block = passage?.orphaned ? null : text.blocks.find((b) => b.start + b.text.length >= inHand.start)
    const { outlet, published } = text.article.metadata
    const place = cite({ outlet: outlet.value, paragraph: block?.label ?? null })
    const citation = t('reader.selection.citation', {
      quote: passage?.quote ?? whole.slice(inHand.start, inHand.end),
      place,
      date: dateText(published.value),
    })
    await act('shell.copy', { text: citation })
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
            await act('passage.delete', { id: inHand.passageId ?? 0 })
          }
        : null,
  })
}
