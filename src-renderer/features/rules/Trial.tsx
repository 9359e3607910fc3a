import { TriangleAlert } from 'lucide-react'
import type { RuleExample, RuleTrial } from '../../../src-main/contract/text-types'
import type { RulePattern } from '../../../src-main/domain/cleaning-rule'
import { useAnswer } from '../../data/queries'
import { number, useText } from '../../i18n/i18n'
import { Progress } from '../../ui/Progress'

type Props = { outlet: string; pattern: RulePattern | null; ruleId: number | undefined }

/** What a rule would hide: how much, with examples, and what stays. */
export function Trial({ outlet, pattern, ruleId }: Props) {
  const t = useText()
  const answer = useAnswer(
    'rule.try',
    pattern && { outlet, ...pattern, ...(ruleId === undefined ? {} : { id: ruleId }) },
    { keepPrevious: true },
  )
  if (!pattern) return null
  if (answer.error) return <p className="field-error">{t(`error.${answer.error.code}`, answer.error.params)}</p>
  if (!answer.data) return <Progress label={t('rules.trying')} done={0} total={0} />
  return (
    <div className="trial">
      <p className="trial-sum" aria-live="polite">
        {summary(t, answer.data)}
      </p>
      {answer.data.longParagraphs > 0 && (
        <p className="trial-warning" role="status">
          <TriangleAlert className="s14" />
          <span>{t('rules.long', many(answer.data.longParagraphs))}</span>
        </p>
      )}
      <Found title={t('rules.examples')} found={answer.data.examples} whyOf={() => null} />
      <Found
        title={t('rules.exceptions', many(answer.data.exceptionCount))}
        found={answer.data.exceptions}
        whyOf={({ why }) => t(`rules.why.${why}`)}
      />
    </div>
  )
}

const many = (count: number) => ({ count, number: number(count) })

function summary(t: ReturnType<typeof useText>, { blocks, touched, articles }: RuleTrial): string {
  return blocks === 0
    ? t('rules.hidesNone', many(articles))
    : t('rules.hides', { ...many(blocks), touched: number(touched), articles: number(articles) })
}

type FoundProps<T> = { title: string; found: readonly T[]; whyOf: (one: T) => string | null }

function Found<T extends RuleExample>({ title, found, whyOf }: FoundProps<T>) {
  if (found.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="found">
        {found.map((one) => (
          <li key={one.blockId}>
            <span className="src clamp2" dir="auto">
              {one.text}
            </span>
            <span className="sub trunc">
              <bdi>{one.title}</bdi>
              {one.paragraph !== null && <bdi> ¶{one.paragraph}</bdi>}
              {whyOf(one) !== null && <> · {whyOf(one)}</>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
