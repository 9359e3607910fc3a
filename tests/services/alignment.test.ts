import { describe, expect, it } from 'vitest'
import type { PassageLink } from '../../src-main/contract/reading-types'
import { addArticle } from '../support/articles'
import { generatedText, seeded } from '../support/generated'
import { testServices } from '../support/services'

const herald = `Ferry service to Orsund will stop on Monday, the harbour board said in Velda.
"We have no crew left for the winter timetable and no money to hire one," harbour master Ilva Brandt told reporters in Velda on Friday.
Fishermen from three villages founded the company in 1921.`

const observer = `The harbour board of Velda is to end its ferry service to Orsund from Monday.
"We have no crew left in Velda for the winter timetable and no money to hire one," said harbour master Ilva Brandt.
Teachers asked parents to arrange cars.`

async function opened() {
  const services = testServices()
  const [a = 0, b = 0] = [herald, observer].map((text) => addArticle(services.library, { text, language: 'en' }))
  const texts = await Promise.all([a, b].map((id) => services.ask['article.text']({ id })))
  const body = (id: number) =>
    (texts.find((text) => text.article.id === id)?.blocks ?? []).map((block) => block.text).join('\n')
  const quote = ({ articleId, start, end }: PassageLink['a']) => body(articleId).slice(start, end)
  return { ...services, a, b, quote, read: () => services.ask['alignment.get']({ articleIds: [a, b] }) }
}

describe('reading two articles side by side', () => {
  it('links the sentences that tell the same, the quotation with the words that only one has', async () => {
    const { read, quote } = await opened()
    const { links } = await read()
    const likely = links.filter((link) => link.likely)
    const told = likely.map(({ kind, a, b }) => [kind, quote(a).slice(0, 20), quote(b).slice(0, 20)])
    expect(told).toContainEqual(['same-statement', 'Ferry service to Ors', 'The harbour board of'])
    expect(told).toContainEqual(['quotation', '"We have no crew lef', '"We have no crew lef'])
    expect(likely.find(({ kind }) => kind === 'quotation')?.differences.map(quote)).toEqual(['in Velda'])
  })

  it('shows what only one of them tells', async () => {
    const { read, quote } = await opened()
    expect((await read()).onlyHere.map((place) => quote(place).slice(0, 12))).toEqual(['Fishermen fr', 'Teachers ask'])
  })

  it('takes no decision on a text that was changed since it was compared', async () => {
    const { ask, a, read } = await opened()
    const { links, versions } = await read()
    const found = links.find((link) => link.kind === 'quotation')
    if (!found) throw new Error('no quotation found')
    const { blocks } = await ask['article.text']({ id: a })
    await ask['block.correct']({ id: blocks[0]?.id ?? 0, text: 'The board said so.' })
    const asRead = (place: PassageLink['a']) => ({ ...place, version: versions[place.articleId] })
    const decided = { a: asRead(found.a), b: asRead(found.b), kind: found.kind }
    expect(() => ask['link.decide']({ ...decided, decision: 'confirmed' })).toThrow('text/version-changed')
    expect(() => ask['link.draw'](decided)).toThrow('text/version-changed')
    expect((await read()).links.filter(({ id }) => id !== null)).toEqual([])
  })

  it('keeps what the researcher says of a link over the machine, until it is undone', async () => {
    const { ask, read } = await opened()
    const found = (await read()).links.find((link) => link.kind === 'quotation')
    if (!found) throw new Error('no quotation found')
    await ask['link.decide']({ a: found.a, b: found.b, kind: found.kind, decision: 'rejected' })
    const rejected = await read()
    expect(rejected.links.filter((link) => link.kind === 'quotation')).toEqual([])
    expect(rejected.rejected).toHaveLength(1)
    await ask['library.undo']({})
    expect((await read()).links.find((link) => link.kind === 'quotation')).toEqual(found)
  })

  it('shows a drawn link of a few words, or of whole texts, beside the links of the sentences there', async () => {
    const { ask, read, a, b } = await opened()
    const before = (await read()).links
    const wordOf = (articleId: number, text: string) => {
      const start = text.indexOf('Brandt')
      return { articleId, start, end: start + 'Brandt'.length }
    }
    await ask['link.draw']({ a: wordOf(a, herald), b: wordOf(b, observer), kind: 'same-statement' })
    const whole = (articleId: number, text: string) => ({ articleId, start: 0, end: text.length })
    await ask['link.draw']({ a: whole(a, herald), b: whole(b, observer), kind: 'same-statement' })
    const after = (await read()).links
    expect(after).toHaveLength(before.length + 2)
    expect(after).toEqual(expect.arrayContaining(before))
  })

  it('shows a link that was drawn by hand, after the text was corrected too', async () => {
    const { ask, read, a, b, quote } = await opened()
    const { onlyHere } = await read()
    const [one, two] = onlyHere
    if (!one || !two) throw new Error('nothing that only one tells')
    const { id } = await ask['link.draw']({ a: one, b: two, kind: 'same-statement' })
    const text = await ask['article.text']({ id: a })
    const first = text.blocks.find((block) => block.text.startsWith('Ferry service'))
    await ask['block.correct']({ id: first?.id ?? 0, text: `Updated. ${first?.text}` })
    const moved = await read()
    const drawn = moved.links.find((link) => link.id === id)
    expect(drawn).toMatchObject({ decision: 'drawn', likely: true, b: { articleId: b } })
    expect(drawn?.a.start).toBe(one.start + 'Updated. '.length)
    expect(moved.onlyHere.map(quote)).toEqual([])
  })

  it('compares the text that there is, where undo and another correction gave it the number of an earlier one', async () => {
    const { ask, a, read, quote } = await opened()
    const correctFirst = async (text: string) => {
      const { blocks } = await ask['article.text']({ id: a })
      await ask['block.correct']({ id: blocks[0]?.id ?? 0, text })
    }
    await correctFirst('Updated. Ferry service to Orsund will stop on Monday, the harbour board said in Velda.')
    await read()
    await ask['library.undo']({})
    await correctFirst(
      'Corrected on Tuesday: Ferry service to Orsund will stop on Monday, the harbour board said in Velda.',
    )
    const { blocks } = await ask['article.text']({ id: a })
    const quoted = (await read()).links.find(({ kind }) => kind === 'quotation')
    const text = blocks.map((block) => block.text).join('\n')
    expect(text.slice(quoted?.a.start, quoted?.a.end)).toMatch(/^"We have no crew .* Friday\.$/)
    expect(quoted && quote(quoted.b)).toMatch(/^"We have no crew /)
  })

  it('answers other calls while it compares books, and stops for newer comparisons', async () => {
    const { ask, library } = testServices()
    const random = seeded(3)
    const book = () => addArticle(library, { text: generatedText(random, 600), language: 'en' })
    const [a, b, c, d] = [book(), book(), book(), book()]
    const [one, two] = [ask['alignment.get']({ articleIds: [a, b] }), ask['alignment.get']({ articleIds: [a, c] })]
    const stopped = expect(one).rejects.toMatchObject({ code: 'call/cancelled' })
    const three = ask['alignment.get']({ articleIds: [a, d] })
    const again = ask['alignment.get']({ articleIds: [a, c] })
    let isAnswered = false
    void Promise.resolve(two).then(() => {
      isAnswered = true
    })
    await ask['layout.list']({})
    expect(isAnswered).toBe(false)
    await stopped
    expect((await two).compared).toEqual([a, c])
    expect(await again).toEqual(await two)
    expect((await three).compared).toEqual([a, d])
  })
})
