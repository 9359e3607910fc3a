import type { CorrectedText } from '../contract/text-types'
import type { Block } from '../domain/article'
import { articleHandlers } from '../services/article'
import type { ServiceContext } from '../services/context'
import { textHandlers } from '../services/text'
import { type Command, type Given, NotDone, UsageError, wholeNumber } from './command'
import { type ExitStatus, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

export const correctCommand: Command = {
  name: 'correct',
  usage: 'ARTICLE PARAGRAPH --library L (--text TEXT | --split WORDS | --join) [--json]',
  summary: 'Corrects, splits or joins a paragraph, as a new version of the text. The original stays as it is.',
  details: [
    'PARAGRAPH      its number, such as 7 or 7a, as `collate show ARTICLE` tells it',
    '--text TEXT    the paragraph’s new wording',
    '--split WORDS  makes a paragraph of its own from these words on, which it must have once',
    '--join         joins it with the paragraph that follows',
    '--json         {article,version,before:[{paragraph,text}],after:[{paragraph,text}],kept,orphaned}; kept, orphaned:',
    '               passages that moved with their words, and that lost them',
  ],
  options: {
    ...libraryOption,
    text: { type: 'string' },
    split: { type: 'string' },
    join: { type: 'boolean' },
  },
  words: { least: 2, most: 2 },
  run: (given, io) => {
    const article = wholeNumber(given.words[0] ?? '', 'ARTICLE')
    const chosen = [given.text('text'), given.text('split'), given.flag('join') || undefined]
    if (chosen.filter((one) => one !== undefined).length !== 1)
      throw new UsageError('one of --text, --split and --join')
    return withLibrary(given, io, 'write', async (context): Promise<ExitStatus> => {
      const { version, before, after, kept, orphaned } = corrected(context, given, article)
      if (given.flag('json')) await printJson(io, { article, version, before, after, kept, orphaned })
      else {
        for (const { paragraph, text } of before) await print(io, `- [${paragraph}] ${text}`)
        for (const { paragraph, text } of after) await print(io, `+ [${paragraph}] ${text}`)
        await print(io, `version ${version}: ${kept} passages kept, ${orphaned} orphaned`)
      }
      return 0
    })
  },
}

type Wording = { paragraph: string | null; text: string }
type Corrected = CorrectedText & { before: Wording[]; after: Wording[] }

/** @throws NotDone where the paragraph or the words are not there */
function corrected(context: ServiceContext, given: Given, id: number): Corrected {
  const blocks = visibleBlocks(context, id)
  const at = blocks.findIndex((block) => block.label === given.words[1])
  const block = blocks[at]
  if (!block)
    throw new NotDone(`Article ${id} has no paragraph “${given.words[1]}”; \`collate show ${id}\` lists them.`)
  const change = changeOf(given, block, blocks[at + 1])
  const done = change.make(textHandlers(context))
  const now = visibleBlocks(context, id)
  const from = now.findIndex((one) => one.id === done.blockId)
  return {
    ...done,
    before: blocks.slice(at, at + change.before).map(wording),
    after: now.slice(from, from + change.after).map(wording),
  }
}

const visibleBlocks = (context: ServiceContext, id: number): Block[] =>
  articleHandlers(context)
    ['article.text']({ id })
    .blocks.filter((block) => !block.hidden)

const wording = ({ label, text }: Block): Wording => ({ paragraph: label, text })

/** What is to be made of so many paragraphs, and how many come of it. */
type Change = { before: number; after: number; make: (texts: ReturnType<typeof textHandlers>) => CorrectedText }

/** @throws NotDone where the words are not there, or nothing follows */
function changeOf(given: Given, block: Block, next: Block | undefined): Change {
  const { id } = block
  const text = given.text('text')
  if (text !== undefined) return { before: 1, after: 1, make: (texts) => texts['block.correct']({ id, text }) }
  const words = given.text('split')
  if (words !== undefined) {
    const at = placeOf(words, block)
    return { before: 1, after: 2, make: (texts) => texts['block.split']({ id, at }) }
  }
  if (!next) throw new NotDone(`No paragraph follows paragraph ${given.words[1]}.`)
  return { before: 2, after: 1, make: (texts) => texts['block.merge']({ ids: [id, next.id] }) }
}

function placeOf(words: string, { text, label }: Block): number {
  const at = text.indexOf(words)
  if (words === '' || at < 0) throw new NotDone(`Paragraph ${label} does not have these words.`)
  if (text.indexOf(words, at + 1) >= 0) throw new NotDone(`Paragraph ${label} has these words more than once.`)
  return at
}
