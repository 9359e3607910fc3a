import { Columns2 } from 'lucide-react'
import type { Companion } from '../../../src-main/contract/related-types'
import type { Article } from '../../../src-main/contract/types'
import { CommandButton } from '../../commands/CommandButton'
import { useCommands } from '../../commands/registry'
import { maxPanes } from '../../data/panes'
import { useAnswer } from '../../data/queries'
import { readTogether } from '../../data/session'
import { useCite } from '../../i18n/cite'
import { useDateText } from '../../i18n/dates'
import { number, percent, useText } from '../../i18n/i18n'
import { Progress } from '../../ui/Progress'
import { readBeside } from './together'
import { useSettled } from './use-settled'
import './related.css'

const listed = 8
const settledMs = 200

/** Articles of the same affair; one opens beside the chosen one, or the likeliest few together. */
export function Companions({ article }: { article: Article }) {
  const t = useText()
  const cite = useCite()
  const settled = useSettled(article.id, settledMs)
  const { data, error } = useAnswer('affair.companions', settled === null ? null : { articleId: settled, limit: 40 })
  // Copies are listed as what they are: they share wording.
  const companions = (data ?? []).filter(({ kind }) => kind === 'same-affair')
  const beside = readBeside(article.metadata.outlet.value, companions, maxPanes - 1)
  useCommands({
    'article.together':
      beside.length > 0 ? () => readTogether([article.id, ...beside.map(({ articleId }) => articleId)]) : null,
  })
  const names = beside.map((one) => cite(one)).join(', ')
  return (
    <section className="lib-related">
      <header>
        <h2>
          {t('related.companions.title')}{' '}
          {companions.length > 0 && <span className="count">{number(companions.length)}</span>}
        </h2>
        <span className="grow" />
        {beside.length > 0 && (
          <span title={t('related.companions.togetherTitle', { names })}>
            <CommandButton
              id="article.together"
              className="s"
              icon={<Columns2 className="s14" />}
              label={t('related.companions.together')}
            />
          </span>
        )}
      </header>
      {error && <p className="field-error">{t(`error.${error.code}`, error.params)}</p>}
      {!data && !error && <Progress label={t('related.companions.loading')} done={0} total={0} />}
      {data && companions.length === 0 && <p className="t">{t('related.companions.none')}</p>}
      {companions.length > 0 && (
        <ul className="rels" aria-label={t('related.companions.title')}>
          {companions.slice(0, listed).map((companion) => (
            <li key={companion.articleId}>
              <Choice companion={companion} onOpen={() => readTogether([article.id, companion.articleId])} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Choice({ companion, onOpen }: { companion: Companion; onOpen: () => void }) {
  const t = useText()
  const cite = useCite()
  const dateText = useDateText()
  const { title, standIn, published, language, score } = companion
  return (
    <button type="button" title={t('related.companions.open')} onClick={onOpen}>
      <span className="o">
        <b className="trunc">
          <bdi>{cite(companion)}</bdi>
        </b>
        <bdi className="d">{dateText(published)}</bdi>
      </span>
      <span className="src clamp2" dir="auto" lang={language ?? undefined}>
        {title ?? standIn}
      </span>
      <span className="x">
        <span className="sub">{t('related.companions.likely', { score: percent(score) })}</span>
      </span>
    </button>
  )
}
