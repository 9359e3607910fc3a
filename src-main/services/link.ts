import type { Handlers, Input } from '../contract/methods'
import { anchored } from '../domain/anchor'
import { ExpectedError } from '../domain/error'
import { selectorOf } from '../domain/passage'
import type { TextChange } from '../domain/text-edit'
import type { Reader, Writer } from '../library/handle'
import {
  insertLink,
  type LinkRecord,
  linkById,
  linksOf,
  moveLinkEnd,
  trashLink,
  updateLinkDecision,
} from '../library/queries/link'
import type { PlaceRecord } from '../library/queries/place'
import type { ServiceContext } from './context'
import { excerpt } from './passage'
import { checkedSpan, loadSource, type Source } from './source'

type Name = 'link.decide' | 'link.draw' | 'link.delete'
type PlaceInput = Input<'link.draw'>['a']

export const linkHandlers = ({ library, clock }: ServiceContext) => {
  const put = (label: string, a: PlaceInput, b: PlaceInput, link: Pick<LinkRecord, 'kind' | 'decision'>) => {
    if (a.articleId === b.articleId) throw new ExpectedError('link/one-article')
    const ends: LinkRecord['ends'] = [toEnd(library.reader, a), toEnd(library.reader, b)]
    return library.operation(label, excerpt(ends[0].quote), (writer) => {
      const known = linksOf(writer, [a.articleId]).find((one) => isSame(one.ends, ends))
      if (known) updateLinkDecision(writer, known.id, link.decision)
      return { id: known?.id ?? insertLink(writer, { ...link, ends }, clock()) }
    })
  }
  return {
    'link.decide': ({ a, b, kind, decision }) =>
      put(decision === 'confirmed' ? 'link.confirm' : 'link.reject', a, b, { kind, decision }),
    'link.draw': ({ a, b, kind }) => put('link.draw', a, b, { kind, decision: 'drawn' }),
    'link.delete': ({ id }) => {
      const link = linkById(library.reader, id)
      if (!link) throw new ExpectedError('link/not-found')
      return library.operation('link.delete', excerpt(link.ends[0].quote), (writer) => {
        trashLink(writer, id, clock())
        return null
      })
    },
  } satisfies Handlers<Name>
}

function toEnd(reader: Reader, place: PlaceInput): PlaceRecord {
  const source = loadSource(reader, place.articleId)
  const { start, end } = checkedSpan(source, place)
  return { ...selectorOf(source.text, start, end), articleId: source.id, version: source.version }
}

const isSame = (known: LinkRecord['ends'], [a, b]: LinkRecord['ends']): boolean =>
  (isAt(known[0], a) && isAt(known[1], b)) || (isAt(known[0], b) && isAt(known[1], a))

const isAt = (one: PlaceRecord, other: PlaceRecord): boolean =>
  one.articleId === other.articleId &&
  one.version === other.version &&
  one.start === other.start &&
  one.end === other.end

/** Whether the text still has an end's words where the link says. */
export const holdsEnd = (source: Source, end: PlaceRecord): boolean =>
  end.version === source.version && source.text.slice(end.start, end.end) === end.quote

/**
 * Moves the ends of links with their words into an article's next text. An end whose words are gone stays at its version.
 * @param version of the next text
 */
export function moveLinks(
  writer: Writer,
  article: { id: number; version: number },
  change: TextChange,
  version: number,
): void {
  for (const { id, ends } of linksOf(writer, [article.id])) {
    for (const [side, end] of ends.entries()) {
      if (end.articleId !== article.id) continue
      const isOrphan = end.version !== article.version || change.before.slice(end.start, end.end) !== end.quote
      const selector = anchored(end, change, isOrphan)
      if (selector) moveLinkEnd(writer, id, side, version, selector)
    }
  }
}
