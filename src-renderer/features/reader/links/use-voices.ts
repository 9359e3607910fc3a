import type { LinkPlace } from '../../../../src-main/contract/reading-types'
import { useText } from '../../../i18n/i18n'
import { useLinks, usePlaceWords } from './context'
import { counterpartsOf, voices } from './shared'

/** Who tells a passage in words: "3 outlets, at most 2 independent", and why some count once. */
export type VoicesWords = { counted: string; because: string[] }

/** @returns a function that counts who tells a passage; of one outlet it says just that */
export function useVoices(): (place: LinkPlace) => VoicesWords {
  const t = useText()
  const { alignment } = useLinks()
  const { outletOf } = usePlaceWords()
  return (place) => {
    if (!alignment) return { counted: '', because: [] }
    const others = counterpartsOf(alignment.links, place).flatMap(({ link, place: other }) =>
      link.likely ? [other] : [],
    )
    const { outlets, unknown, independent, because } = voices([place, ...others], alignment, outletOf)
    const counted = [
      outlets > 0 && t('reader.links.outlets', { count: outlets }),
      unknown > 0 && t('reader.links.unknown', { count: unknown }),
    ]
      .filter((part) => part !== false)
      .join(' + ')
    return {
      counted:
        outlets + unknown > 1 ? t('reader.links.independent', { outlets: counted, count: independent }) : counted,
      because: because.map((one) =>
        one.kind === 'wording'
          ? t('reader.links.because.wording')
          : t('reader.links.because.source', { name: one.name }),
      ),
    }
  }
}
