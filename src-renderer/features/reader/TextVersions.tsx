import type { ArticleText } from '../../../src-main/contract/types'
import { useAnswer } from '../../data/queries'
import { moment, useText } from '../../i18n/i18n'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { Sheet } from '../../ui/Sheet'
import { titleOf } from './blocks'

/** The versions of an article's text, newest first, and the paragraphs that changed beside what they said. */
export function TextVersions({ text, onClose }: { text: ArticleText; onClose: () => void }) {
  const t = useText()
  const history = useAnswer('text.history', { articleId: text.article.id })
  const language = text.article.metadata.language.value ?? undefined
  return (
    <Sheet
      title={t('reader.versions.title')}
      line={t('reader.versions.line')}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={680}
    >
      <ScrollRegion className="text-versions" label={titleOf(text)}>
        {history.error && <p className="field-error">{t(`error.${history.error.code}`, history.error.params)}</p>}
        {history.data && (
          <>
            <h2>{t('reader.versions.list')}</h2>
            <ol className="version-list" reversed>
              {[...history.data.versions].reverse().map(({ version, cause, at }) => (
                <li key={version}>
                  <b>{t('reader.versions.number', { n: version })}</b>
                  <span>{t(`reader.versions.${cause}`)}</span>
                  <span className="sub">{moment(at)}</span>
                  {version === text.version && <span className="chip">{t('reader.versions.now')}</span>}
                </li>
              ))}
            </ol>
            {history.data.changed.length > 0 && <h2>{t('reader.versions.changed')}</h2>}
            {history.data.changed.map(({ blockId, earlier }) => {
              const block = text.blocks.find((b) => b.id === blockId)
              if (!block) return null
              return (
                <div key={blockId} className="wordings">
                  <h3>{block.label === null ? t('reader.versions.unnumbered') : `¶${block.label}`}</h3>
                  <dl>
                    <dt>{t('reader.versions.today')}</dt>
                    <dd className="src" dir="auto" lang={language}>
                      {block.text}
                    </dd>
                    {earlier.map(({ version, text: wording }) => (
                      <div key={version}>
                        <dt>{t('reader.versions.number', { n: version })}</dt>
                        <dd className="src" dir="auto" lang={language}>
                          {wording}
                        </dd>
                      </div>
                    ))}
                  </dl>
                </div>
              )
            })}
          </>
        )}
      </ScrollRegion>
    </Sheet>
  )
}
