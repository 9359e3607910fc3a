import { type CommandContext, commandIds, declarationOf } from '../commands/commands'
import { chordText } from '../commands/keys'
import { isMac } from '../commands/platform'
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

/** Every command that has a key, by the place where it holds. */
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
      <ScrollRegion className="keys-columns" label={t('app.keysSheet.title')}>
        <p className="t">{t('app.keysSheet.note')}</p>
        {contexts.map((context) => (
          <section key={context}>
            <h2 className="lbl">{t(`app.keysSheet.${context}`)}</h2>
            <dl>
              {commandIds
                .filter((id) => declarationOf(id).context === context && declarationOf(id).keys.length > 0)
                .map((id) => (
                  <div key={id}>
                    <dt>{t(`command.${id}`)}</dt>
                    <dd>
                      {declarationOf(id).keys.map((chord) => (
                        <kbd key={chord} className="kbd">
                          {chordText(chord, isMac())}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </ScrollRegion>
    </Sheet>
  )
}
