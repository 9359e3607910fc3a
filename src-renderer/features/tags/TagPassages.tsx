import { useState } from 'react'
import type { PassageInContext, TagRow } from '../../../src-main/contract/types'
import { useAnswer } from '../../data/queries'
import { useText } from '../../i18n/i18n'
import { PassageList } from './PassageList'

type Props = { tag: TagRow; tags: readonly TagRow[] }

/** All passages of a tag over all articles, each in its paragraph. */
export function TagPassages({ tag, tags }: Props) {
  const t = useText()
  const answer = useAnswer('passage.list', { tagId: tag.id })
  const [filter, setFilter] = useState('')
  const [outlet, setOutlet] = useState('')
  const passages = answer.data ?? []
  const outlets = [...new Set(passages.map((p) => p.outlet ?? t('cite.outletUnknown')))].sort()
  const shown = passages.filter(
    (p) => (outlet === '' || (p.outlet ?? t('cite.outletUnknown')) === outlet) && holds(p, filter),
  )
  const narrowed = shown.length < passages.length
  return (
    <>
      <div className="bar">
        <b aria-live="polite">
          {narrowed
            ? t('tags.page.shown', { shown: shown.length, count: passages.length })
            : t('tags.page.passages', { count: passages.length })}
        </b>
        <span className="t trunc">
          {t('tags.page.inArticles', { count: new Set(shown.map((p) => p.articleId)).size })}
        </span>
        <span className="grow" />
        {passages.length > 0 && (
          <>
            <input
              type="search"
              className="field filter"
              aria-label={t('tags.page.filter')}
              placeholder={t('tags.page.filter')}
              value={filter}
              onChange={(e) => setFilter(e.target.value)}
            />
            <select
              className="field small"
              aria-label={t('tags.page.outlet')}
              value={outlet}
              onChange={(e) => setOutlet(e.target.value)}
            >
              <option value="">{t('tags.page.anyOutlet')}</option>
              {outlets.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </>
        )}
      </div>
      {!answer.isPending && passages.length === 0 && <p className="hint">{t('tags.page.none')}</p>}
      {passages.length > 0 && shown.length === 0 && <p className="hint">{t('tags.page.nothing')}</p>}
      {shown.length > 0 && <PassageList passages={shown} tag={tag} tags={tags} />}
    </>
  )
}

/** Whether all typed words stand in the quotation, its note or the title of its article. */
function holds({ quote, note, articleTitle }: PassageInContext, typed: string): boolean {
  const text = `${quote} ${note} ${articleTitle ?? ''}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
