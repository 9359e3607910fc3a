import { likelyPlaces } from '../analysis/likely-places'
import type { Handlers } from '../contract/methods'
import { writeCitation } from '../exporting/markdown/citation'
import type { NotePassage } from '../exporting/note'
import type { Reader } from '../library/handle'
import { passageBySpan } from '../library/queries/passage'
import { toNoteArticle } from './briefing-note'
import type { ServiceContext } from './context'
import { importedWordings } from './imported-wording'
import { holdsQuote, requirePassage } from './passage'
import { inSlices } from './slices'
import { checkedSpan, loadSource, type Source, type Span, surroundings } from './source'

type Name = 'passage.places' | 'passage.cite'

export const passagePlaceHandlers = ({ library: { reader } }: ServiceContext) =>
  ({
    'passage.places': async ({ id }) => {
      const passage = requirePassage(reader, id)
      const source = loadSource(reader, passage.articleId)
      const places = await inSlices(likelyPlaces(passage, shownText(source)))
      return places.map(({ start, end, share }) => {
        const there = passageBySpan(reader, source.id, start, end)
        return {
          start,
          end,
          share,
          quote: source.text.slice(start, end),
          paragraph: surroundings(source, { start, end }).paragraph,
          takenBy: there && there.id !== id ? there.id : null,
        }
      })
    },
    'passage.cite': (input) => {
      const { source, ...passage } = 'id' in input ? ofPassage(reader, input.id) : ofSpan(reader, input)
      const imported = passage.holds ? importedWordings(reader)({ ...passage, articleId: source.id }) : null
      return { markdown: writeCitation({ ...passage, imported, trashed: false }, toNoteArticle(source)) }
    },
  }) satisfies Handlers<Name>

/** The article's text with blanks where it is hidden; offsets stay. */
const shownText = ({ blocks, text }: Source): string =>
  blocks.map(({ start, end, hidden }) => (hidden ? ' '.repeat(end - start) : text.slice(start, end))).join('\n')

type Cited = Span & Omit<NotePassage, 'imported' | 'trashed'> & { source: Source }

/** What a note says of a passage. @throws `passage/not-found` */
function ofPassage(reader: Reader, id: number): Cited {
  const passage = requirePassage(reader, id)
  const source = loadSource(reader, passage.articleId)
  const holds = holdsQuote(source, passage)
  return { ...passage, source, holds, paragraph: holds ? surroundings(source, passage).paragraph : null }
}

/** What a note would say of a span. @throws as `passage.create` */
function ofSpan(reader: Reader, input: Span & { articleId: number }): Cited {
  const source = loadSource(reader, input.articleId)
  const span = checkedSpan(source, input)
  const { paragraph } = surroundings(source, span)
  return {
    ...span,
    id: 0,
    articleId: source.id,
    quote: source.text.slice(span.start, span.end),
    paragraph,
    holds: true,
    source,
  }
}
