import type { Handlers, Input } from '../contract/methods'
import type { RuleExample, RuleTrial, TaughtRule } from '../contract/text-types'
import { countWords, isNumbered, paragraphLabels } from '../domain/article'
import {
  foldForRule,
  isInReach,
  isUsablePattern,
  type ReadyRule,
  type RulePattern,
  readyRules,
  ruleMatcher,
} from '../domain/cleaning-rule'
import { ExpectedError } from '../domain/error'
import type { Reader, Writer } from '../library/handle'
import { articlesByIds } from '../library/queries/article'
import { blocksOfArticle } from '../library/queries/block'
import {
  allRules,
  articlesOfOutlet,
  insertRule,
  type RuleRecord,
  ruleById,
  ruleCounts,
  rulesOfOutlet,
  trashRule,
  updateRule,
} from '../library/queries/rule'
import type { ServiceContext } from './context'
import { excerpt } from './passage'
import { type Ruled, reapplying, ruledBlocks } from './rule-apply'
import { inSlices } from './slices'

type Name = 'rule.list' | 'rule.try' | 'rule.create' | 'rule.set' | 'rule.delete'

/** Examples and exceptions that a trial shows. */
const shownExamples = 5
const shownExceptions = 20

/** A numbered paragraph of so many words is long: furniture rarely is. */
const longParagraphWords = 40

export const ruleHandlers = ({ library, clock, notify }: Pick<ServiceContext, 'library' | 'clock' | 'notify'>) => {
  const { reader } = library
  /** Applies the rules of an outlet to its articles, one of which was changed, as part of an operation. */
  function* applied(writer: Writer, outlet: string): Generator<undefined, void> {
    const articleIds = articlesOfOutlet(writer, outlet)
    for (const done of reapplying(writer, articleIds)) {
      notify({ kind: 'rule.applying', done, total: articleIds.length })
      yield
    }
  }
  return {
    'rule.list': () => taughtRules(reader, allRules(reader)),
    'rule.try': (input) => inSlices(trial(reader, { ...input, pattern: usable(input) })),
    'rule.create': async (input) => {
      const pattern = usable(input)
      const outlet = input.outlet.trim()
      const taught = await library.longOperation('rule.create', excerpt(pattern.text), function* (writer) {
        const known = rulesOfOutlet(writer, outlet).find((rule) => isSame(rule, pattern))
        if (known) return taughtRule(writer, known.id)
        const id = insertRule(writer, { ...pattern, outlet, createdAt: clock() })
        yield* applied(writer, outlet)
        return taughtRule(writer, id)
      })
      return standing(taught)
    },
    'rule.set': async ({ id, ...edits }) => {
      const rule = requireRule(reader, id)
      const pattern = usable({ compare: edits.compare ?? rule.compare, text: edits.text ?? rule.text })
      const taught = await library.longOperation('rule.set', excerpt(pattern.text), function* (writer) {
        updateRule(writer, requireRule(writer, id).id, pattern)
        yield* applied(writer, rule.outlet)
        return taughtRule(writer, id)
      })
      return standing(taught)
    },
    'rule.delete': async ({ id }) => {
      const rule = requireRule(reader, id)
      const deleted = await library.longOperation('rule.delete', excerpt(rule.text), function* (writer) {
        const { blocks } = taughtRule(writer, id)
        trashRule(writer, id, clock())
        yield* applied(writer, rule.outlet)
        return { restored: blocks }
      })
      return standing(deleted)
    },
  } satisfies Handlers<Name>
}

/** @throws `rule/not-found` where the operation was taken back before its end */
function standing<T>(result: T | null): T {
  if (result === null) throw new ExpectedError('rule/not-found')
  return result
}

/** A pattern without white space at its ends. @throws `rule/empty` where it says too little to hide by */
function usable({ compare, text }: RulePattern): RulePattern {
  const pattern = { compare, text: text.trim() }
  if (!isUsablePattern(pattern)) throw new ExpectedError('rule/empty')
  return pattern
}

const isSame = (rule: RulePattern, { compare, text }: RulePattern): boolean =>
  rule.compare === compare && foldForRule(rule.text) === foldForRule(text)

/** @throws `rule/not-found` */
function requireRule(reader: Reader, id: number): RuleRecord {
  const rule = ruleById(reader, id)
  if (!rule) throw new ExpectedError('rule/not-found')
  return rule
}

function taughtRules(reader: Reader, rules: readonly RuleRecord[]): TaughtRule[] {
  const counts = ruleCounts(reader)
  return rules.map((rule) => ({ ...rule, ...(counts.get(rule.id) ?? { articles: 0, blocks: 0, restored: 0 }) }))
}

function taughtRule(reader: Reader, id: number): TaughtRule {
  const [taught] = taughtRules(reader, [requireRule(reader, id)])
  if (!taught) throw new ExpectedError('rule/not-found')
  return taught
}

type TrialOf = { outlet: string; pattern: RulePattern; id?: Input<'rule.try'>['id'] }

/** What a new rule would hide, or one that is there with another pattern; a block that another rule hides is no gain. */
function* trial(reader: Reader, { outlet, pattern, id }: TrialOf): Generator<undefined, RuleTrial> {
  const tried: ReadyRule = { id: id ?? 0, ...ruleMatcher(pattern) }
  const others = readyRules(rulesOfOutlet(reader, outlet).filter((rule) => rule.id !== id))
  const articleIds = articlesOfOutlet(reader, outlet)
  const found: RuleTrial = {
    articles: articleIds.length,
    touched: 0,
    blocks: 0,
    examples: [],
    longParagraphs: 0,
    exceptions: [],
    exceptionCount: 0,
  }
  for (const blocks of ruledBlocks(reader, articleIds, () => [...others, tried])) {
    takeArticle(reader, found, blocks, tried)
    yield
  }
  return found
}

function takeArticle(reader: Reader, found: RuleTrial, blocks: readonly Ruled[], tried: ReadyRule): void {
  const hidden = blocks.filter(({ wanted }) => wanted.hidden && wanted.ruleId === tried.id)
  const stays = blocks.filter(({ block, wanted }) => !wanted.hidden && isInReach(block) && tried.matches(block.text))
  if (hidden.length === 0 && stays.length === 0) return
  found.touched += hidden.length > 0 ? 1 : 0
  found.blocks += hidden.length
  found.longParagraphs += hidden.filter(isLong).length
  const first = hidden.find(isLong) ?? hidden[0]
  if (first && found.examples.length < shownExamples) found.examples.push(exampleOf(reader, first))
  for (const ruled of stays) {
    found.exceptionCount += 1
    if (found.exceptions.length < shownExceptions) {
      found.exceptions.push({ ...exampleOf(reader, ruled), why: ruled.isQuoted ? 'passage' : 'restored' })
    }
  }
}

const isLong = ({ block }: Ruled): boolean => isNumbered(block.kind) && countWords(block.text) >= longParagraphWords

function exampleOf(reader: Reader, { block: { id, articleId, text } }: Ruled): RuleExample {
  const [article] = articlesByIds(reader, [articleId])
  const title = article?.metadata.title.value ?? article?.standIn ?? ''
  return { articleId, blockId: id, title, text, paragraph: labelOf(reader, articleId, id) }
}

/** The paragraph number that a block has where it is visible. */
function labelOf(reader: Reader, articleId: number, id: number): string | null {
  const blocks = blocksOfArticle(reader, articleId)
  const labels = paragraphLabels(blocks.map((block) => ({ ...block, hidden: block.hidden && block.id !== id })))
  return labels[blocks.findIndex((block) => block.id === id)] ?? null
}
