import type { Evidence } from '../../../src-main/contract/timeline-types'
import { useText } from '../../i18n/i18n'

/** A quotation, with the names and figures marked that no other article's evidence of its event has. */
export function Quote({ evidence }: { evidence: Evidence }) {
  const t = useText()
  const { quote } = evidence.passage
  return (
    <>
      “
      {evidence.differing.map(({ start, end }, i) => (
        <span key={start}>
          {quote.slice(evidence.differing[i - 1]?.end ?? 0, start)}
          <span className="only-here" title={t('timeline.state.onlyHere')}>
            {quote.slice(start, end)}
          </span>
        </span>
      ))}
      {quote.slice(evidence.differing.at(-1)?.end ?? 0)}”
    </>
  )
}

/** The names and figures that only this piece of evidence has, each once. */
export const namesOnlyIn = ({ passage, differing }: Evidence): string[] => [
  ...new Set(differing.map(({ start, end }) => passage.quote.slice(start, end))),
]
