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
import type { Reader } from '../library/handle'
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
import { type Ruled, reapplyRules, ruledBlocks } from './rule-apply'
import { inSlices } from './slices'

type Name = 'rule.list' | 'rule.try' | 'rule.create' | 'rule.set' | 'rule.delete'

/** Examples and exceptions that a trial shows. */
const shownExamples = 5
const shownExceptions = 20

/** A numbered paragraph of so many words is long: furniture rarely is. */
const longParagraphWords = 40

export const ruleHandlers = ({ library, clock }: ServiceContext) => {
  const { reader } = library
  return {
    'rule.list': () => taughtRules(reader, allRules(reader)),
    'rule.try': (input) => inSlices(trial(reader, { ...input, pattern: usable(input) })),
    'rule.create': (input) => {
      const pattern = usable(input)
      const outlet = input.outlet.trim()
      const known = rulesOfOutlet(reader, outlet).find((rule) => isSame(rule, pattern))
      if (known) return taughtRule(reader, known.id)
      return library.operation('rule.create', excerpt(pattern.text), (writer) => {
        const id = insertRule(writer, { ...pattern, outlet, createdAt: clock() })
        reapplyRules(writer, articlesOfOutlet(writer, outlet))
        return taughtRule(writer, id)
      })
    },
    'rule.set': ({ id, ...edits }) => {
      const rule = requireRule(reader, id)
      const pattern = usable({ compare: edits.compare ?? rule.compare, text: edits.text ?? rule.text })
      return library.operation('rule.set', excerpt(pattern.text), (writer) => {
        updateRule(writer, id, pattern)
        reapplyRules(writer, articlesOfOutlet(writer, rule.outlet))
        return taughtRule(writer, id)
      })
    },
    'rule.delete': ({ id }) => {
      const rule = requireRule(reader, id)
      const { blocks } = taughtRule(reader, id)
      return library.operation('rule.delete', excerpt(rule.text), (writer) => {
        trashRule(writer, id, clock())
        reapplyRules(writer, articlesOfOutlet(writer, rule.outlet))
        return { restored: blocks }
      })
    },
  } satisfies Handlers<Name>
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
