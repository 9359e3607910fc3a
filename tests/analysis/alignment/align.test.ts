import { describe, expect, it } from 'vitest'
import { aligned } from '../../support/aligned'
import { generatedText, seeded } from '../../support/generated'
import { wordVectors } from '../../support/word-vectors'

const council = [
  'Drought has emptied the Mirna reservoir above Kolvar.',
  'The council of Kolvar closed the reservoir to boats on Tuesday.',
  'The reservoir will not reopen this year.',
  'Farmers in the valley lost 40 cattle to the heat.',
]
const valley = [
  "Kolvar's council has shut the Mirna reservoir to boats.",
  'Visitors to the reservoir must pay a fee of two crowns.',
  'Schools in Kolvar teach swimming in the reservoir.',
  'The heat killed 40 cattle of farmers in the valley.',
]

describe('what two short articles of one affair share', () => {
  it('is what their sentences say, not what both are about', () => {
    const { likely } = aligned([council.join('\n'), valley.join('\n')])
    expect(likely.map(({ a, b }) => [a, b])).toEqual([
      [council[1], valley[0]],
      [council[3], valley[3]],
    ])
  })

  it('leaves what only one of them tells', () => {
    const { onlyHere } = aligned([council.join('\n'), valley.join('\n')])
    expect(onlyHere).toContain(valley[1])
    expect(onlyHere).toContain(valley[2])
    expect(onlyHere).not.toContain(council[1])
    expect(onlyHere).not.toContain(council[3])
  })

  it('stays the same however often it is asked for', () => {
    const texts = [council.join('\n'), valley.join('\n')]
    expect(aligned(texts)).toEqual(aligned(texts))
  })
})

describe('a sentence of common words', () => {
  it('is told in both where both have it', () => {
    const common = 'The reservoir of Kolvar will not reopen.'
    const { onlyHere } = aligned([[common, ...council].join('\n'), [...valley, common].join('\n')])
    expect(onlyHere).not.toContain(common)
  })
})

describe('one sentence told in two', () => {
  it('is linked to both', () => {
    const whole =
      'The ferry Marun ran aground off Velda on Sunday night and its 60 passengers were taken ashore by fishermen.'
    const parts = ['The ferry Marun ran aground off Velda on Sunday night.', 'Fishermen took its 60 passengers ashore.']
    const { likely } = aligned([`${whole}\nRents in Tarn fell.`, `${parts.join(' ')}\nA new school opened in Osk.`])
    expect(likely.map(({ b }) => b)).toEqual(parts)
  })
})

describe('a happening told by three', () => {
  it('is linked between every two', () => {
    const texts = [
      'Rebels took the airport of Osk on 4 June.\nBread is short in Tarn.',
      'On 4 June the airport of Osk was taken by rebels.\nThe opera of Velda reopens.',
      'The rebels captured Osk airport in the morning of 4 June.\nSchools stay closed in Kolvar.',
    ]
    expect(aligned(texts).likely.map((link) => link.texts)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ])
  })
})

describe('texts that can’t be compared', () => {
  const english = 'Ferry service to Orsund stops on Monday, the harbour board said.'
  const arabic = 'قالت سلطات الميناء إن خدمة العبارات ستتوقف يوم الاثنين.'

  it('share nothing and show nothing as told only here', () => {
    for (const other of [arabic, '', '  \n ']) {
      expect(aligned([english, other], null)).toEqual({ links: [], likely: [], onlyHere: [], compared: [false, false] })
    }
  })

  it('leave the others to be compared', () => {
    const { compared, onlyHere } = aligned([english, arabic, `${english} Snow fell in the mountains of Tarn.`], null)
    expect(compared).toEqual([true, false, true])
    expect(onlyHere).toEqual(['Snow fell in the mountains of Tarn.'])
  })
})

describe('articles in other languages', () => {
  it('are linked by words and names', () => {
    const { likely, onlyHere } = aligned(
      [
        'La mairie de Verlan a fermé le pont mardi après la crue. Les écoles restent ouvertes toute la semaine.',
        'Le pont de Verlan est fermé depuis mardi à cause de la crue, selon la mairie. Un marché aura lieu dimanche prochain.',
      ],
      'fr',
    )
    expect(likely).toHaveLength(1)
    expect(likely[0]?.a).toMatch(/^La mairie/)
    expect(onlyHere).toHaveLength(2)
  })

  it('are linked where no spaces divide words', () => {
    const { likely } = aligned(
      ['科尔瓦市议会周二关闭了米尔纳水库。学校照常上课。', '米尔纳水库已被科尔瓦市议会关闭。渔民抗议新的税收。'],
      'zh',
    )
    expect(likely.map(({ a, b }) => [a, b])).toEqual([
      ['科尔瓦市议会周二关闭了米尔纳水库。', '米尔纳水库已被科尔瓦市议会关闭。'],
    ])
  })
})

describe('texts that are no articles', () => {
  it('are answered: one sentence, only numbers, mixed scripts, one long paragraph, two versions of a book', () => {
    const random = seeded(4)
    const known = [...wordVectors().ranks.keys()]
    const sentence = () =>
      `The ${Array.from({ length: 20 }, () => known[Math.floor(known.length ** random())]).join(' ')}.`
    const book = Array.from({ length: 400 }, sentence).join('\n')
    const paragraph = generatedText(random, 120).replaceAll('\n', ' ').replaceAll('.', ',')
    const numbers = Array.from({ length: 400 }, (_, i) => `${i * 7919} ${i}.`).join('\n')
    expect(aligned([council[0] ?? '', council[0] ?? '']).likely).toHaveLength(1)
    expect(aligned([numbers, numbers.replaceAll('7', '8')]).compared).toEqual([true, true])
    expect(aligned([paragraph, `${paragraph} more`]).likely).not.toEqual([])
    expect(aligned([`Tarn القاهرة 北京 ${council.join(' ')}`, `Москва ${valley.join(' ')}`]).likely).not.toEqual([])
    const { likely, onlyHere } = aligned([book, book.replaceAll(' in ', ' within ')])
    expect(new Set(likely.map(({ a }) => a)).size).toBeGreaterThan(380)
    expect(onlyHere).toEqual([])
  })
})
