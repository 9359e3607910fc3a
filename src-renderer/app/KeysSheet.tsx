import { KeyCap } from '../commands/CommandButton'
import { type CommandContext, commandIds, declarationOf } from '../commands/commands'
import { type OwnKey, ownKeys } from '../commands/own-keys'
import { useText } from '../i18n/i18n'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Sheet } from '../ui/Sheet'
import { closeDialog } from './use-dialogs'
import './keys.css'

const contexts: readonly CommandContext[] = [
  'global',
  'library',
  'read',
  'selection',
  'tags',
  'timeline',
  'briefing',
  'import',
]

const ownIds = Object.keys(ownKeys) as OwnKey[]

/** Every command that has a key, and the keys of lists and texts, by the place where they hold. */
export function KeysSheet() {
  const t = useText()
  return (
    <Sheet
      title={t('app.keysSheet.title')}
      closeLabel={t('app.close')}
      onClose={closeDialog}
      width={860}
      className="keys"
    >
      <ScrollRegion className="keys-scroll" label={t('app.keysSheet.title')} takesKeyboard>
        <div className="keys-columns">
          <p className="t">{t('app.keysSheet.note')}</p>
          {contexts.map((context) => (
            <section key={context}>
              <h2 className="lbl">{t(`app.keysSheet.${context}`)}</h2>
              <dl>
                {ownIds
                  .filter((id) => ownKeys[id].context === context)
                  .map((id) => (
                    <Line key={id} name={t(`app.keysSheet.own.${id}`)} keys={ownKeys[id].keys} />
                  ))}
                {commandIds
                  .filter((id) => declarationOf(id).context === context && declarationOf(id).keys.length > 0)
                  .map((id) => (
                    <Line key={id} name={t(`command.${id}`)} keys={declarationOf(id).keys} />
                  ))}
              </dl>
            </section>
          ))}
        </div>
      </ScrollRegion>
    </Sheet>
  )
}

function Line({ name, keys }: { name: string; keys: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {keys.map((chord) => (
          <KeyCap key={chord} chord={chord} />
        ))}
      </dd>
    </div>
  )
}
