import type { LinkPlace, LostLink, PassageLink } from '../../../../src-main/contract/reading-types'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import { say } from '../use-reader'
import { useLinks } from './context'

/** @returns what a researcher can say of a link; each is one operation, which undo takes back */
export function useDecide() {
  const t = useText()
  const { alignment } = useLinks()
  const asRead = (place: LinkPlace) => ({ ...place, version: alignment?.versions[place.articleId] })
  const decided = async (link: PassageLink, decision: 'confirmed' | 'rejected'): Promise<void> => {
    const { a, b, kind } = link
    if (await act('link.decide', { a: asRead(a), b: asRead(b), kind, decision }))
      say(t(`reader.links.decided.${decision}`))
  }
  const takeBack = async ({ id }: Pick<PassageLink | LostLink, 'id'>): Promise<void> => {
    if (id !== null) await act('link.delete', { id })
  }
  return {
    confirm: (link: PassageLink) => decided(link, 'confirmed'),
    reject: (link: PassageLink) => decided(link, 'rejected'),
    takeBack,
  }
}
