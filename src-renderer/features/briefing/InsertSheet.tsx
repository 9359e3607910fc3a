import { type BriefingBlock, briefingBlockKinds } from '../../../src-main/domain/briefing'
import { useText } from '../../i18n/i18n'
import { Sheet } from '../../ui/Sheet'
import { kindIcons } from './BriefingSide'

/** What can be inserted, chosen by keyboard. */
export function InsertSheet({
  onInsert,
  onClose,
}: {
  onInsert: (kind: BriefingBlock['kind']) => void
  onClose: () => void
}) {
  const t = useText()
  return (
    <Sheet title={t('briefing.insert.title')} closeLabel={t('app.close')} onClose={onClose} width={360}>
      <ul className="nav insert-choice">
        {briefingBlockKinds.map((kind, i) => {
          const Icon = kindIcons[kind]
          return (
            <li key={kind}>
              <button type="button" autoFocus={i === 0} onClick={() => onInsert(kind)}>
                <Icon />
                {t(`briefing.insert.${kind}`)}
              </button>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}
