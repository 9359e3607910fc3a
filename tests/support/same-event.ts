import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

type Line = { n: number; text: string; validated: boolean; events: string[] }

/** An article of ECB+: `event` names the happening that it is about, two of them a topic. */
export type LabelledArticle = { id: string; topic: number; event: string; text: string; sentences: LabelledSentence[] }

/** `events`: what the sentence tells; null where nobody labelled it. Offsets in UTF-16 units. */
export type LabelledSentence = { start: number; end: number; events: ReadonlySet<string> | null; isLabelled: boolean }

const file = resolve('../shared/data/same-event/articles.jsonl')

/** The labelled articles, or null where their file is missing. A sentence is a paragraph of the text. */
export function readSameEvent(): LabelledArticle[] | null {
  if (!existsSync(file)) return null
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const article: { id: string; topic: number; event: string; sentences: Line[] } = JSON.parse(line)
      let at = 0
      const sentences = article.sentences.map(({ text, validated, events }) => {
        const start = at
        at += text.length + 1
        return { start, end: start + text.length, events: new Set(events), isLabelled: validated && events.length > 0 }
      })
      return { ...article, sentences, text: article.sentences.map(({ text }) => text).join('\n') }
    })
}
