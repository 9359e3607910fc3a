import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { useText } from '../../i18n/i18n'
import './inspector.css'
import { AlsoIn } from './links/AlsoIn'
import { LinksLater } from './links/context'
import { ArticleNote } from './passages/ArticleNote'
import { LostPassages } from './passages/LostPassages'
import { PassageDetails } from './passages/PassageDetails'
import { PassageList } from './passages/PassageList'
import { Relations } from './Relations'
import { useReader } from './use-reader'

type Props = { text: ArticleText; pane: number; tags: readonly TagRow[] }

/** The chosen passage, the article's passages as lists that can be read and moved through, its note and its relations. */
export function Inspector({ text, pane, tags }: Props) {
  const t = useText()
  const inHand = useReader((s) => s.inHand)
  const chosen = text.passages.find((p) => p.id === inHand?.passageId) ?? null
  const chosenId = chosen?.id ?? null
  return (
    <aside className="insp" aria-label={t('reader.passage.region')} data-region>
      {chosen ? (
        <PassageDetails key={chosen.id} text={text} pane={pane} passage={chosen} tags={tags} />
      ) : (
        <section>
          <h2>{t('reader.passage.chosen')}</h2>
          <p className="q">{t(text.passages.length > 0 ? 'reader.passage.choose' : 'reader.passage.none')}</p>
        </section>
      )}
      <LinksLater>
        <AlsoIn articleId={text.article.id} />
      </LinksLater>
      <LostPassages key={`lost ${text.article.id}`} text={text} pane={pane} tags={tags} chosenId={chosenId} />
      <PassageList text={text} pane={pane} tags={tags} chosenId={chosenId} />
      <ArticleNote article={text.article} />
      <Relations articleId={text.article.id} />
    </aside>
  )
}
