import { useAnswer } from '../../data/queries'
import { openInRead } from '../../data/session'
import { useDateText } from '../../i18n/dates'
import { number, useText } from '../../i18n/i18n'

const shownAtMost = 200

/** Articles that carry the tag, or one below it, themselves. */
export function TaggedArticles({ tagId }: { tagId: number }) {
  const t = useText()
  const dateText = useDateText()
  const page = useAnswer('article.list', {
    filter: { tagId, ownTag: true },
    sort: { by: 'published', descending: false },
    offset: 0,
    limit: shownAtMost,
  }).data
  const rows = page?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="tagged-articles" aria-label={t('tags.page.articles')}>
      <h3 className="lbl">
        {t('tags.page.articles')} <span className="count">{number(page?.total ?? 0)}</span>
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => openInRead([row.id])}>
              <span className="src trunc" dir="auto" lang={row.language ?? undefined}>
                {row.title ?? row.standIn}
              </span>
              <span className="t">
                <bdi>{row.outlet ?? t('cite.outletUnknown')}</bdi>, {dateText(row.published)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
