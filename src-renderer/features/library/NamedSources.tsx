import type { NamedSource } from '../../../src-main/contract/related-types'
import { useAnswer } from '../../data/queries'
import { number, useText } from '../../i18n/i18n'
import { Progress } from '../../ui/Progress'
import { SourceRow } from './SourceRow'
import './related.css'

/** The sources that the chosen article names; each can be renamed, or said to be none. */
export function NamedSources({ articleId }: { articleId: number }) {
  const t = useText()
  const { data, error } = useAnswer('source.list', { articleId })
  const sources = byName(data ?? [])
  return (
    <section className="lib-related">
      <h2>
        {t('related.sources.title')} {sources.length > 0 && <span className="count">{number(sources.length)}</span>}
      </h2>
      {error && <p className="field-error">{t(`error.${error.code}`, error.params)}</p>}
      {!data && !error && <Progress label={t('related.sources.loading')} done={0} total={0} />}
      {data && sources.length === 0 && <p className="t">{t('related.sources.none')}</p>}
      {sources.length > 0 && (
        <>
          <p className="t">{t('related.sources.line')}</p>
          <ul className="lib-sources" aria-label={t('related.sources.title')}>
            {sources.map((places) => (
              <SourceRow key={places[0].found} articleId={articleId} places={places} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The places of each source, in the order of the text. */
function byName(all: readonly NamedSource[]): [NamedSource, ...NamedSource[]][] {
  const groups = new Map<string, [NamedSource, ...NamedSource[]]>()
  for (const source of all) {
    const known = groups.get(source.found)
    if (known) known.push(source)
    else groups.set(source.found, [source])
  }
  return [...groups.values()]
}
