import { describe, expect, test } from 'vitest'
import { overlap } from '../../src-main/analysis/overlap'
import { wordsOf } from '../../src-main/analysis/words'

const compare = (a: string, b: string) => overlap(wordsOf(a), wordsOf(b))

const opening =
  'Coastguards searched through the night for survivors after a crowded ferry capsized within sight of the harbour wall, and relatives gathered on the quay while divers worked by floodlight.'
const middle =
  'The vessel had been inspected only last month, when engineers reported that two of its pumps failed under load and asked the owners to replace them before the autumn storms.'
const end =
  'Shopkeepers along the front closed early, and the school beside the pier opened its gymnasium to families who had nowhere else to wait for news of those still missing.'
const wire = [opening, middle, end].join('\n')
const other =
  'Insurers expect a long argument about who must pay for the salvage, since three companies share the hull and none of them keeps an office in the country where the wreck now lies.\nTrade unions want the route closed until the remaining boats have been examined by somebody whom the owners did not choose.'

describe('two texts', () => {
  test('are the same whatever their case, punctuation and paragraphs', () => {
    const found = compare(wire, wire.toUpperCase().replaceAll('\n', ' ').replaceAll(',', ' –'))
    expect(found).toMatchObject({ kind: 'same-text', share: 1, otherShare: 1 })
    expect(found?.spans).toHaveLength(1)
  })

  test('are near copies where one was edited', () => {
    const edited = wire
      .replace('Coastguards', 'Rescuers')
      .replace('last month', 'in August')
      .replace('early', 'at noon')
    const found = compare(wire, edited)
    expect(found?.kind).toBe('near-copy')
    expect(found?.share).toBeGreaterThan(0.85)
    expect(found?.share).toBeLessThan(1)
  })

  test('are near copies where one stands whole in the other', () => {
    const found = compare(`${opening}\n${middle}`, `${other}\n${opening}\n${middle}\n${other}`)
    expect(found).toMatchObject({ kind: 'near-copy', share: 1 })
    expect(found?.otherShare).toBeLessThan(0.6)
  })

  test('share a passage, told by its offsets in either', () => {
    const [a, b] = [`${other}\n${middle}`, `${middle}\n${end}\n${end.replace('front', 'shore')}`]
    const found = compare(a, b)
    expect(found?.kind).toBe('shared-passages')
    const [span] = found?.spans ?? []
    expect(a.slice(span?.start, span?.end)).toBe(middle.slice(0, -1))
    expect(b.slice(span?.otherStart, span?.otherEnd)).toBe(middle.slice(0, -1))
  })

  test('share a passage that ends with its paragraph, though the next ones begin with the same word', () => {
    const a = `${other}\n${middle}\nThe owners said nothing.`
    const b = `${middle}\nThe pilots agreed.\n${end}`
    const found = compare(a, b)
    expect(found?.spans.map((span) => a.slice(span.start, span.end))).toEqual([middle.slice(0, -1)])
    expect(found?.spans.map((span) => b.slice(span.otherStart, span.otherEnd))).toEqual([middle.slice(0, -1)])
  })

  test('share one passage across a few words that an editor changed', () => {
    const a = `${other}\n${middle}`
    const found = compare(a, `${end}\n${middle.replace('two of its pumps', 'a pair of pumps')}`)
    expect(found?.spans.map((span) => a.slice(span.start, span.end))).toEqual([middle.slice(0, -1)])
  })

  test('share one passage though a line of it stood in one of them before', () => {
    const line = 'Relatives of the missing waited beside the shuttered ticket office'
    const changed = (words: string) => `${opening.slice(0, -1)}; ${words} ${line}`
    const a = `${line}.\n${other}\n${changed('all night')}.`
    const found = compare(a, `${changed('until noon')}.\n${end}`)
    expect(found?.spans.map((span) => a.slice(span.start, span.end))).toEqual([changed('all night')])
  })

  test('share two passages where one has them in the other order', () => {
    const a = `${middle}\n${other}\n${opening}`
    const found = compare(a, `${opening}\n${middle}\n${end}`)
    expect(found?.spans.map((span) => a.slice(span.start, span.end))).toEqual(
      [opening, middle].map((s) => s.slice(0, -1)),
    )
  })

  test('of a few words share a passage, though it is most of them', () => {
    const notice = opening.slice(0, opening.indexOf(', and relatives'))
    expect(compare(`${notice} on Sunday.`, `${notice}, officials said.`)?.kind).toBe('shared-passages')
  })

  test('share a passage in Chinese', () => {
    const passage = '海岸警卫队彻夜搜寻幸存者，此前一艘满载乘客的渡轮在港口外倾覆，家属聚集在码头等待消息。'
    expect(
      compare(`据当地媒体报道。${passage}`, `${passage}保险公司预计将有长期争论，因为三家公司共同拥有船体。`)?.kind,
    ).toBe('near-copy')
  })
})

describe('two texts share nothing', () => {
  test('that is worth telling where they tell of other things, or nothing at all', () => {
    expect(compare(wire, other)).toBeNull()
    expect(compare('', '')).toBeNull()
    expect(compare(wire, '')).toBeNull()
    expect(compare('No comment.', 'No comment.')).toBeNull()
  })

  test('where they quote the same words', () => {
    const quote = `“We will not rest until every passenger of this ferry has been found and every owner has answered for it, and nobody on this island will be asked to pay for what others neglected,” the mayor said`
    expect(compare(`${other}\n${quote} on Monday.`, `${end}\nAt the quay: ${quote}.`)).toBeNull()
    const bare = quote.replace(/[“”]/g, '')
    expect(compare(`${other}\n${quote} on Monday.`, `${end}\nAt the quay: ${bare}.`)).toBeNull()
    expect(compare(`${other}\n${bare} on Monday.`, `${end}\nAt the quay: ${quote}.`)).toBeNull()
  })

  test('where they use the same titles and names', () => {
    const named =
      'Prime Minister Edda Lorne of the Republic of Tamria and Foreign Secretary Daud Rahmi of the Union of Osmera'
    expect(compare(`${other}\nAt noon ${named} met.`, `${end}\nNobody asked ${named}.`)).toBeNull()
  })

  test('where a form was filled in anew', () => {
    const form = (a: number, b: number, c: number) =>
      `The port authority said ${a} vessels had called at the northern terminal over the past week, against ${b} in the week before, while cargo handled by the dockers rose to ${c} thousand tonnes in the same time.`
    expect(compare(form(31, 28, 412), form(44, 31, 530))).toBeNull()
    expect(compare(form(31, 28, 412), form(31, 28, 415))?.kind).toBe('near-copy')
  })
})

test('long texts of the same words take no longer than others', () => {
  expect(compare('ferry '.repeat(20_000), `tanker ${'ferry '.repeat(19_999)}`)?.kind).toBe('near-copy')
})
