import { sentences } from '../../src-main/analysis/sentences'
import type { Event, Suggestion } from '../../src-main/contract/types'
import type { TestServices } from './services'

/** The one suggestion that dates a sentence with these words so. */
export async function suggested({ ask }: TestServices, edtf: string, words: RegExp): Promise<Suggestion> {
  const found = (await ask['suggestion.list']({})).filter(
    (one) => one.edtf === edtf && one.items.some((item) => words.test(item.sentence.text)),
  )
  const [first] = found
  if (!first || found.length > 1) throw new Error(`${found.length} suggestions of ${edtf} say ${words}`)
  return first
}

/** What one keystroke makes of a suggestion. @param eventId the event that it is added to */
export const accepted = async ({ ask }: TestServices, { items }: Suggestion, eventId?: number): Promise<Event> =>
  ask['suggestion.accept']({ ids: items.map((item) => item.id), ...(eventId === undefined ? {} : { eventId }) })

/** Adds an article's first sentence with these words as evidence. */
export async function addSentence(
  { ask }: TestServices,
  eventId: number,
  articleId: number,
  words: RegExp,
): Promise<Event> {
  const text = (await ask['article.text']({ id: articleId })).blocks.map((block) => block.text).join('\n')
  const sentence = sentences(text, 'en').find(({ start, end }) => words.test(text.slice(start, end)))
  if (!sentence) throw new Error(`no sentence says ${words}`)
  return ask['evidence.add']({ eventId, articleId, ...sentence })
}

/** By article: the names and figures that its evidence alone has. */
export const differences = ({ evidence }: Event): [number, string[]][] =>
  evidence.map(({ passage, differing }) => [
    passage.articleId,
    differing.map(({ start, end }) => passage.quote.slice(start, end)),
  ])
