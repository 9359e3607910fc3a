import { edtfInterval, isoDay } from '../../src-main/domain/edtf'
import type { Stance } from '../../src-main/domain/event'
import { insertEvent, setActors } from '../../src-main/library/queries/event'
import { putEvidence } from '../../src-main/library/queries/evidence'
import { insertPassage } from '../../src-main/library/queries/passage'
import type { ServiceContext } from '../../src-main/services/context'
import { addArticles } from '../../src-main/services/import-add'
import { extractedText, generatedText, seeded } from './generated'

const outlets = 'Harbour Post,Sarn Gazette,The Lock Keeper,Kolm Daily,Velda Wire,Ferry Times'.split(',')
const places = ['Kolm', 'Velda', 'the eastern gates', '']
const actors = ['The river council', 'The ferry drivers', 'The minister of ports']
const subjects = 'council drivers minister envoys pilots engineers wardens merchants'.split(' ')
const verbs = 'close reopen inspect blockade survey clear rent repair'.split(' ')
const objects =
  'the north lock,the ferry line,the grain quay,the bridge at Hask,the customs house,the river mouth'.split(',')

type Random = () => number

const oneOf = <T>(random: Random, of: readonly [T, ...T[]] | readonly T[]): T =>
  of[Math.floor(random() * of.length)] as T

/** Days come in bursts, as news does; one in seven is less exact than a day, one in thirty has no date. */
function dateOf(random: Random, years: number): string | null {
  const burst = Math.floor(random() ** 2 * years * 12)
  const [year, month] = [2031 + Math.floor(burst / 12), 1 + (burst % 12)]
  const day = (n: number): string => isoDay(year, month, 1 + Math.min(27, Math.floor(n)))
  const at = random() * 28
  const kind = random()
  if (kind < 0.83) return day(at)
  if (kind < 0.86) return `${day(at)}~`
  if (kind < 0.9) return day(0).slice(0, 7)
  if (kind < 0.92) return String(year)
  if (kind < 0.95) return `${day(at * 0.7)}/${day(at * 0.7 + 6)}`
  return kind < 0.967 ? `${day(at)}/..` : null
}

type Told = { articleId: number; text: string }

/** Articles of invented outlets, published through those years. */
function articlesOf(context: ServiceContext, random: Random, count: number, years: number): Told[] {
  const texts = Array.from({ length: count }, () => generatedText(random, 12))
  const items = texts.map((text, i) => {
    const item = extractedText(text, `Report ${i + 1} from the river`, `report-${i + 1}.txt`)
    const value = (text: string) => ({ value: text, origin: 'file', confidence: 'certain', evidence: null }) as const
    const month = Math.floor((i / count) * years * 12)
    const published = isoDay(2031 + Math.floor(month / 12), 1 + (month % 12), 1 + (i % 28))
    const { extracted } = item
    const metadata = { ...extracted.metadata, outlet: value(oneOf(random, outlets)), published: value(published) }
    return { ...item, extracted: { ...extracted, metadata } }
  })
  const { articleIds } = addArticles(context, items)
  return articleIds.map((articleId, i) => ({ articleId, text: (texts[i] ?? '').replaceAll('\n\n', '\n') }))
}

/**
 * Fills a library with invented events over some years, each with up to three pieces of evidence from a few hundred
 * articles: always the same for the same numbers. Some of the sources differ.
 */
export function addEvents(context: ServiceContext, count: number, years = 4): void {
  const random = seeded(count)
  const articles = articlesOf(context, random, Math.min(300, 20 + Math.ceil(count / 10)), years)
  const at = context.clock()
  const next = new Map<number, number>()
  context.library.operation('event.create', String(count), (writer) => {
    for (let i = 0; i < count; i += 1) {
      const edtf = dateOf(random, years)
      const interval = edtf === null ? null : edtfInterval(edtf)
      const title = `The ${oneOf(random, subjects)} ${oneOf(random, verbs)} ${oneOf(random, objects)}`
      const pieces = edtf === null ? 0 : Math.floor(random() * 4)
      const id = insertEvent(
        writer,
        {
          title,
          description: '',
          edtf,
          interval,
          dateOrigin: pieces === 0 ? 'researcher' : 'evidence',
          status: 'accepted',
          place: oneOf(random, places),
          sequence: null,
        },
        at,
      )
      if (random() < 0.5) setActors(writer, id, [oneOf(random, actors)])
      for (let n = 0; n < pieces; n += 1) {
        const { articleId, text } = oneOf(random, articles)
        const start = next.get(articleId) ?? 0
        next.set(articleId, start + 7)
        const passageId = insertPassage(writer, {
          articleId,
          version: 1,
          start,
          end: start + 30,
          quote: text.slice(start, start + 30),
          prefix: text.slice(Math.max(0, start - 32), start),
          suffix: text.slice(start + 30, start + 62),
          note: '',
          createdAt: at,
        })
        const stance: Stance = n > 0 && random() < 0.05 ? 'disputes' : 'supports'
        const derivation = random() < 0.5 ? [{ code: 'as-written' as const, params: {} }] : []
        putEvidence(writer, { eventId: id, passageId, asserted: 'that day', edtf, interval, derivation, stance })
      }
    }
  })
}
