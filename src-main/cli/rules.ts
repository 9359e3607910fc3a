import type { RuleTrial, TaughtRule } from '../contract/text-types'
import { type RuleCompare, ruleCompares } from '../domain/cleaning-rule'
import { ruleHandlers } from '../services/rule'
import { type Command, type Given, required, UsageError, wholeNumber } from './command'
import { type ExitStatus, type Io, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

export const rulesCommand: Command = {
  name: 'rules',
  usage: '--library L [--outlet O] [--hide TEXT [--compare C] [--try]] [--delete ID] [--json]',
  summary: 'Lists, teaches and deletes rules by which lines of an outlet are hidden in all its articles.',
  details: [
    '--outlet O   the outlet whose rules are listed, or for which one is taught',
    '--hide TEXT  teaches a rule; case and numbers make no difference',
    `--compare C  what a line is to the text: ${ruleCompares.join(', ')} (is, unless given)`,
    '--try        only tells what the rule would hide',
    '--delete ID  deletes a rule and restores what it hid',
    '--json       a list: [{rule,outlet,compare,text,articles,blocks,restored}]; the rule that was taught; with --try',
    '             {articles,touched,blocks,longParagraphs,examples,exceptions,exceptionCount}; with --delete {restored}',
  ],
  options: {
    ...libraryOption,
    outlet: { type: 'string' },
    hide: { type: 'string' },
    compare: { type: 'string' },
    try: { type: 'boolean' },
    delete: { type: 'string' },
  },
  words: { least: 0, most: 0 },
  run: (given, io) => {
    const task = taskOf(given)
    const json = given.flag('json')
    const mode = task.kind === 'list' || task.kind === 'try' ? 'read' : 'write'
    return withLibrary(given, io, mode, async (context): Promise<ExitStatus> => {
      const rules = ruleHandlers(context)
      if (task.kind === 'delete') {
        const deleted = await rules['rule.delete']({ id: task.id })
        await (json ? printJson(io, deleted) : print(io, `${deleted.restored} lines restored`))
      } else if (task.kind === 'try') {
        const trial = await rules['rule.try'](task)
        await (json ? printJson(io, trial) : print(io, trialText(trial)))
        noteUnknown(io, task.outlet, trial)
      } else if (task.kind === 'teach') {
        noteUnknown(io, task.outlet, await rules['rule.try'](task))
        const rule = await rules['rule.create'](task)
        await (json ? printJson(io, asJson(rule)) : print(io, asLine(rule)))
      } else {
        const listed = rules['rule.list']().filter(({ outlet }) => isOf(outlet, task.outlet))
        if (json) await printJson(io, listed.map(asJson))
        else for (const rule of listed) await print(io, asLine(rule))
        if (listed.length === 0) io.note(task.outlet === undefined ? 'no rules' : `no rules for “${task.outlet}”`)
      }
      return 0
    })
  },
}

/** The outlet's name may be misspelt. */
function noteUnknown(io: Io, outlet: string, { articles }: RuleTrial): void {
  if (articles === 0) io.note(`No article has the outlet “${outlet}” now.`)
}

type Task =
  | { kind: 'list'; outlet: string | undefined }
  | { kind: 'delete'; id: number }
  | { kind: 'teach' | 'try'; outlet: string; text: string; compare: RuleCompare }

/** @throws UsageError */
function taskOf(given: Given): Task {
  const [text, id] = [given.text('hide'), given.text('delete')]
  if (text !== undefined && id !== undefined) throw new UsageError('rules: either --hide or --delete')
  if (id !== undefined) return { kind: 'delete', id: wholeNumber(id, '--delete') }
  if (text === undefined) {
    if (given.text('compare') !== undefined || given.flag('try')) throw new UsageError('--hide is missing')
    return { kind: 'list', outlet: given.text('outlet') }
  }
  const compare = ruleCompares.find((one) => one === (given.text('compare') ?? 'is'))
  if (!compare) throw new UsageError(`--compare: one of ${ruleCompares.join(', ')}`)
  return { kind: given.flag('try') ? 'try' : 'teach', outlet: required(given, 'outlet'), text, compare }
}

const isOf = (outlet: string, wanted: string | undefined): boolean =>
  wanted === undefined || outlet.toLowerCase() === wanted.toLowerCase()

const asJson = ({ id, outlet, compare, text, articles, blocks, restored }: TaughtRule) => ({
  rule: id,
  outlet,
  compare,
  text,
  articles,
  blocks,
  restored,
})

const asLine = ({ id, outlet, compare, text, articles, blocks }: TaughtRule): string =>
  [id, outlet, compare, onOneLine(text), `${blocks} lines in ${articles} articles`].join('\t')

const trialText = ({
  articles,
  touched,
  blocks,
  longParagraphs,
  examples,
  exceptions,
  exceptionCount,
}: RuleTrial): string =>
  [
    `would hide ${blocks} lines in ${touched} of ${articles} articles, ${longParagraphs} long paragraphs among them`,
    ...examples.map(({ articleId, text }) => `\t${articleId}\t${onOneLine(text)}`),
    `${exceptionCount} lines would stay`,
    ...exceptions.map(({ articleId, text, why }) => `\t${articleId}\t${why}\t${onOneLine(text)}`),
  ].join('\n')

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')
