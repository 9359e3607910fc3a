import type { Article } from '../../../../src-main/contract/types'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import { SavedText } from '../../../ui/SavedText'

/** The note on the article that is read. */
export function ArticleNote({ article }: { article: Article }) {
  const t = useText()
  return (
    <section>
      <h2 id="article-note">{t('passages.articleNote')}</h2>
      <SavedText
        key={article.id}
        rows={3}
        aria-labelledby="article-note"
        placeholder={t('passages.articleNotePlaceholder')}
        value={article.note}
        onSave={(note) => void act('article.set', { ids: [article.id], edits: { note } })}
      />
    </section>
  )
}
