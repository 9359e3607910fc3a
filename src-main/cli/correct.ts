import type { CorrectedText } from '../contract/text-types'
import type { Block } from '../domain/article'
import { articleHandlers } from '../services/article'
import type { ServiceContext } from '../services/context'
import { textHandlers } from '../services/text'
import { type Command, type Given, UsageError, wholeNumber } from './command'
import { type ExitStatus, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

export const correctCommand: Command = {
  name: 'correct',
  usage: 'ARTICLE PARAGRAPH --library L (--text TEXT | --split WORDS | --join) [--json]',
  summary: 'Corrects, splits or joins a paragraph, as a new version of the text. The original stays as it is.',
  details: [
    'PARAGRAPH      its number, such as 7 or 7a',
    '--text TEXT    the paragraph’s new wording',
    '--split WORDS  makes a paragraph of its own from these words on, which it must have once',
    '--join         joins it with the paragraph that follows',
    '--json         {article,version,kept,orphaned}: passages that moved with their words, and that lost them',
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
      const { version, kept, orphaned } = corrected(context, given, article)
      if (given.flag('json')) await printJson(io, { article, version, kept, orphaned })
      else await print(io, `version ${version}: ${kept} passages kept, ${orphaned} orphaned`)
      return 0
    })
  },
}

/** @throws UsageError where the paragraph or the words are not there */
function corrected(context: ServiceContext, given: Given, id: number): CorrectedText {
  const blocks = articleHandlers(context)
    ['article.text']({ id })
    .blocks.filter((block) => !block.hidden)
  const at = blocks.findIndex((block) => block.label === given.words[1])
  const block = blocks[at]
  if (!block) throw new UsageError(`there is no paragraph ${given.words[1]}`)
  const texts = textHandlers(context)
  const text = given.text('text')
  if (text !== undefined) return texts['block.correct']({ id: block.id, text })
  const words = given.text('split')
  if (words !== undefined) return texts['block.split']({ id: block.id, at: placeOf(words, block) })
  const next = blocks[at + 1]
  if (!next) throw new UsageError(`no paragraph follows ${given.words[1]}`)
  return texts['block.merge']({ ids: [block.id, next.id] })
}

function placeOf(words: string, { text, label }: Block): number {
  const at = text.indexOf(words)
  if (words === '' || at < 0) throw new UsageError(`paragraph ${label} does not have these words`)
  if (text.indexOf(words, at + 1) >= 0) throw new UsageError(`paragraph ${label} has these words more than once`)
  return at
}
