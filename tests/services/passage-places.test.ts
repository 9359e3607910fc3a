import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { addArticle } from '../support/articles'
import { testServices } from '../support/services'

const lines = [
  'The lock keeper of Varn counted forty barges on Monday.',
  'The barges carry grain, and the keeper says that none of them will spoil.',
  'On Tuesday the keeper counted fifty.',
]

function withArticle(
  paragraphs: readonly string[] = lines,
  fields: { outlet?: string; title?: string; published?: string } = {},
) {
  const services = testServices()
  const { ask } = services
  const text = paragraphs.join('\n')
  const articleId = addArticle(services.library, { text, language: 'en', ...fields })
  const span = (words: string) => ({ articleId, start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const correct = async (index: number, wording: string) => {
    const block = (await ask['article.text']({ id: articleId })).blocks[index]
    await ask['block.correct']({ id: block?.id ?? 0, text: wording })
  }
  return { ...services, articleId, span, correct }
}

describe('a passage whose words are gone', () => {
  it('has its likeliest places proposed, with the words that were changed at its ends', async () => {
    const { ask, span, correct } = withArticle()
    const { id } = await ask['passage.create'](span('The lock keeper of Varn counted forty barges'))
    await correct(0, 'A lock keeper of Varn has counted forty ships on Monday.')
    const [first] = await ask['passage.places']({ id })
    expect(first).toMatchObject({
      quote: 'A lock keeper of Varn has counted forty ships',
      paragraph: '1',
      takenBy: null,
      start: 0,
      end: 45,
    })
    expect(first?.share).toBeGreaterThan(0.5)
    expect(first?.share).toBeLessThan(1)
  })

  it('is looked for in a book while other calls are answered', async () => {
    const book = Array.from({ length: 5000 }, (_, i) => `${lines[i % 3]} Entry ${i} of the log tells of the tide.`)
    const { ask, span, correct, articleId } = withArticle(book)
    const { id } = await ask['passage.create'](span('Entry 3001 of the log tells of the tide'))
    await correct(3001, 'Entry 3001 of the book told of no tide at all.')
    const answered: string[] = []
    const places = Promise.resolve(ask['passage.places']({ id })).then((found) => {
      answered.push('places')
      return found
    })
    await setImmediate()
    await ask['article.text']({ id: articleId })
    answered.push('text')
    expect((await places).map(({ quote }) => quote)).toContain('Entry 3001 of the book told of no tide')
    expect(answered).toEqual(['text', 'places'])
  })

  it('leaves out words at its end that are gone, not changed', async () => {
    const { ask, span, correct } = withArticle()
    const { id } = await ask['passage.create'](span('The barges carry grain, and the keeper'))
    await correct(1, 'barges carry grain, and the keeper says that none of them will spoil.')
    expect((await ask['passage.places']({ id }))[0]).toMatchObject({ quote: 'barges carry grain, and the keeper' })
  })

  it('is proposed every place that has its exact words, the one with likelier words around it first', async () => {
    const paragraphs = ['He said nothing at noon.', 'Later she said nothing at night.', 'They left.']
    const { ask, span, correct } = withArticle(paragraphs)
    const { id } = await ask['passage.create'](span('said nothing'))
    await correct(0, 'He was silent at noon.')
    await correct(2, 'They said nothing at noon.')
    const places = await ask['passage.places']({ id })
    expect(places.map((place) => [place.quote, place.paragraph])).toEqual([
      ['said nothing', '3'],
      ['said nothing', '2'],
    ])
  })

  it('is told which passage has a place already, and none that is hidden or has other words', async () => {
    const { ask, articleId, span, correct } = withArticle()
    const { id } = await ask['passage.create'](span('the keeper counted fifty'))
    await correct(2, 'On Tuesday the watchman counted fifty.')
    const { start } = (await ask['article.text']({ id: articleId })).blocks[2] ?? { start: 0 }
    const other = await ask['passage.create']({ articleId, start: start + 11, end: start + 37 })
    expect(other.quote).toBe('the watchman counted fifty')
    expect((await ask['passage.places']({ id }))[0]).toMatchObject({ quote: other.quote, takenBy: other.id })
    await ask['passage.delete']({ id: other.id })
    const hidden = (await ask['article.text']({ id: articleId })).blocks[2]
    await ask['block.set']({ id: hidden?.id ?? 0, hidden: true })
    expect((await ask['passage.places']({ id })).map((place) => place.paragraph)).not.toContain('3')
  })

  it('is looked for in scripts without spaces, and right to left', async () => {
    const paragraphs = ['港の船は火曜日に止まった。乗客は待っていた。', 'أغلق الحراس الميناء يوم الثلاثاء قبل الفجر.']
    const { ask, span, correct } = withArticle(paragraphs)
    const ship = await ask['passage.create'](span('船は火曜日に止まった'))
    const port = await ask['passage.create'](span('أغلق الحراس الميناء يوم الثلاثاء'))
    await correct(0, '港の船は水曜日に止まった。乗客は待っていた。')
    await correct(1, 'أغلق الجنود الميناء يوم الثلاثاء قبل الفجر.')
    expect((await ask['passage.places']({ id: ship.id }))[0]).toMatchObject({ quote: '船は水曜日に止まった' })
    expect((await ask['passage.places']({ id: port.id }))[0]).toMatchObject({
      quote: 'أغلق الجنود الميناء يوم الثلاثاء',
    })
  })

  it('has no place in a text with nothing of it, and an answer in a text of any length', async () => {
    const long = Array.from({ length: 60_000 }, (_, i) => `word${i % 997}`).join(' ')
    const { ask, articleId, correct } = withArticle([long, 'Quite another matter.'])
    const { id } = await ask['passage.create']({ articleId, start: 0, end: 200_000 })
    await correct(0, 'Gone.')
    expect(await ask['passage.places']({ id })).toEqual([])
    await correct(0, `Before it all: ${long.replace('word3 ', 'other ')}`)
    expect((await ask['passage.places']({ id }))[0]?.share).toBeGreaterThan(0.9)
  })
})

describe('a citation', () => {
  const known = { outlet: 'The *Varn* Post', title: 'Barges [waiting]', published: '2031-03-12' }

  it('is a quotation with outlet, title, date and paragraph in the words of notes, and none of it is markup', async () => {
    const { ask, span } = withArticle(['# Not a heading', ...lines], known)
    const cited = await ask['passage.cite'](span('The barges carry grain'))
    expect(cited.markdown).toBe(
      '> The barges carry grain\n>\n> The \\*Varn\\* Post, *Barges \\[waiting]*, 12 March 2031, ¶3\n'.replaceAll(
        '\\\\\\\\',
        '\\\\',
      ),
    )
    expect((await ask['passage.cite'](span('# Not a heading'))).markdown).toMatch(/^> \\# Not a heading\n/)
  })

  it('says what is unknown, and that words are no longer there', async () => {
    const { ask, articleId, span, correct } = withArticle()
    await ask['article.set']({ ids: [articleId], edits: { url: 'https://varn.example/barges' } })
    const { id } = await ask['passage.create'](span('counted forty barges'))
    expect((await ask['passage.cite']({ id })).markdown).toBe(
      `> counted forty barges\n>\n> outlet unknown, untitled: *${lines[0]}*, undated, ¶1, <https://varn.example/barges>\n`,
    )
    await correct(0, 'Nobody counted.')
    expect((await ask['passage.cite']({ id })).markdown).toContain('undated, no longer found in the stored text')
    expect(() => ask['passage.cite']({ id: 99 })).toThrow('passage/not-found')
    expect(() => ask['passage.cite']({ articleId, start: 0, end: 9999 })).toThrow('passage/out-of-range')
  })
})
