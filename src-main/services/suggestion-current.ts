import type { Input } from '../contract/methods'
import type { Suggestion } from '../contract/types'
import { listedSuggestions, type SuggestionOrder } from '../domain/event'
import type { ServiceContext } from './context'
import { forgetOtherOrders, refreshDates, staleArticles } from './date'
import { suggestionGroups } from './suggestion-groups'
import { inOrderOf, type Proposal, proposals, suggestionsOf } from './suggestion-list'

/** Up to this many articles are analysed before a list is answered; more in the background, telling of the progress. */
const articlesAtOnce = 200

/** Up to this many statements are grouped before a list is answered; more in the background. */
const statementsAtOnce = 1000

/** Suggestions are made of these tables. */
const tablesBehind = new Set(['article', 'block', 'date_expression', 'decision', 'event', 'evidence', 'passage'])

/** `listed`: the first of each order that was asked for. */
type Now = { proposals: Proposal[]; listed: Map<SuggestionOrder, Promise<Suggestion[]>> }

/**
 * The suggestions as they are now: the first of them in an order, or those that some articles
 * tell of. They are kept until
 * something changes. While many articles are analysed or many statements grouped in the background, what is known by
 * then is answered, and `library.changed` told at the end.
 */
export function currentSuggestions(
  context: ServiceContext,
): (input: Input<'suggestion.list'>) => Promise<Suggestion[]> {
  const { library, notify } = context
  const { reader } = library
  const groups = suggestionGroups(reader)
  /** Grows with every change: what was worked out before is out of date. */
  let version = 0
  let kept: { version: number; now: Promise<Now> } | null = null
  let isAnalysing = false
  let isGrouping = false
  /** Outlets may show another order of day and month by now. */
  let mayOrdersDiffer = !library.readOnly
  library.onChanged(({ tables, label }) => {
    if (tables.includes('article')) mayOrdersDiffer = true
    // Analysis is no operation, so what it writes has no label.
    if (!(isAnalysing && label === '') && tables.some((table) => tablesBehind.has(table))) version += 1
  })
  const tell = () => {
    version += 1
    notify({ kind: 'library.changed', nouns: ['suggestion'], label: '' })
  }
  const analyse = async () => {
    isAnalysing = true
    await refreshDates(context, null).finally(() => {
      isAnalysing = false
    })
  }
  const group = async () => {
    isGrouping = true
    await groups.regroup().finally(() => {
      isGrouping = false
    })
  }
  // Where background work ends because the library was closed or its disk is full, the next list begins it anew.
  const analyseInBackground = () =>
    void analyse().then(tell, () => notify({ kind: 'analysis.progress', done: 1, total: 1 }))
  const groupInBackground = () => void group().then(tell, () => undefined)

  const workOut = async (before: Promise<Now> | undefined): Promise<Now> => {
    await before?.catch(() => undefined)
    if (mayOrdersDiffer && !isAnalysing) {
      mayOrdersDiffer = false
      // Where it fails, what is known is listed, and the next change tries again.
      await forgetOtherOrders(library).catch(() => {
        mayOrdersDiffer = true
      })
    }
    const stale = isAnalysing || library.readOnly ? 0 : staleArticles(library, null).length
    if (stale > articlesAtOnce) analyseInBackground()
    else if (stale > 0) await analyse()
    const { statements, waiting } = await groups.update()
    if (waiting > 0 && statements <= statementsAtOnce) await group()
    else if (waiting > 0 && !isAnalysing && !isGrouping) groupInBackground()
    return { proposals: await proposals(groups.undecided()), listed: new Map() }
  }
  const firstOf = ({ proposals: all, listed }: Now, order: SuggestionOrder): Promise<Suggestion[]> => {
    const known = listed.get(order) ?? suggestionsOf(reader, inOrderOf(all, order).slice(0, listedSuggestions))
    listed.set(order, known)
    return known
  }
  return async ({ articleIds, order = 'date' }) => {
    if (kept?.version !== version) kept = { version, now: workOut(kept?.now) }
    const asked = kept
    // What failed is not kept: the next question tries again.
    asked.now.catch(() => {
      if (kept === asked) kept = null
    })
    const now = await asked.now
    if (articleIds === undefined) return firstOf(now, order)
    const own = now.proposals.filter((one) => one.statements.some(({ articleId }) => articleIds.includes(articleId)))
    return suggestionsOf(reader, inOrderOf(own, order).slice(0, listedSuggestions))
  }
}
