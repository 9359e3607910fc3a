import { useId } from 'react'
import { type ArticleStatus, articleStatuses } from '../../../src-main/domain/article'
import { act } from '../../data/act'
import { useText } from '../../i18n/i18n'

/** The reading status of the chosen articles; a choice is stored at once. `status` null: they differ or are many. */
export function StatusField({ articleIds, status }: { articleIds: readonly number[]; status: ArticleStatus | null }) {
  const t = useText()
  const id = useId()
  const choose = (value: string): void => {
    const chosen = articleStatuses.find((s) => s === value)
    if (chosen) void act('article.set', { ids: [...articleIds], edits: { status: chosen } })
  }
  return (
    <div className="lib-statusfield">
      <label htmlFor={id}>{t('library.column.status')}</label>
      <select id={id} className="field" value={status ?? ''} onChange={(event) => choose(event.target.value)}>
        {status === null && <option value="">{t('library.batch.unchanged')}</option>}
        {articleStatuses.map((s) => (
          <option key={s} value={s}>
            {t(`library.status.${s}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
