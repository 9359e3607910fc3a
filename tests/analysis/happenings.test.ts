import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findDates } from '../../src-main/analysis/dates/find'
import { groupHappenings, type HappeningInput, joinsHappening, joinThreshold } from '../../src-main/analysis/happenings'
import { seedFiles } from '../support/seeds'

const on = (earliest: string, latest = earliest) => ({ earliest, latest })

let nextArticle = 0
const told = (sentence: string, interval: HappeningInput['interval'] = on('2024-05-07')): HappeningInput => {
  nextArticle += 1
  return { articleId: nextArticle, sentence, interval, language: 'en', date: null }
}

/** As `told`, with the place of its date. */
const dated = (sentence: string, date: string, interval = on('2024-05-07')): HappeningInput => ({
  ...told(sentence, interval),
  date: { start: sentence.indexOf(date), end: sentence.indexOf(date) + date.length },
})

const seizure = [
  'Port police seized the eastern quay of the Maris harbour on May 7 in a quarrel over mooring fees.',
  'The Marisian Port Police seized the eastern quay of Maris Harbour on the morning of May 7.',
  'On the morning of 7 May, the Maris Port Police (MPP) said that officers and boats now held the eastern quay of Maris Harbour.',
].map((sentence) => told(sentence))
const blockade = told(
  'Since the police came to the Maris quay, not a single cargo ship has entered the harbour since Tuesday.',
)
const visit = told('A delegation of the Lagoon ministry visited the town of Orlo on Tuesday to discuss the ferry line.')
const others = [
  told('The council of Orlo approved a new budget for schools on Tuesday.'),
  told('On Tuesday, fishermen in Brandt Bay found a rare turtle.'),
  told('Harbour master Dana Reyes resigned on 3 March after a dispute with the council.', on('2024-03-03')),
]
const all = [...seizure, blockade, visit, ...others]
const groupOf = (groups: number[][], index: number): number[] => groups.find((group) => group.includes(index)) ?? []

describe('statements of one day', () => {
  test('are one happening where they tell of the same, reworded', () => {
    expect(groupOf(groupHappenings(all), 0)).toEqual([0, 1, 2])
  })

  test('stay apart where they share names and the day alone', () => {
    const groups = groupHappenings(all)
    for (const index of [3, 4, 5, 6, 7]) expect(groupOf(groups, index)).toEqual([index])
  })

  test('each stand in exactly one group, in order', () => {
    const groups = groupHappenings(all)
    expect(groups.flat().sort((a, b) => a - b)).toEqual(all.map((_, i) => i))
    expect(groups.map((group) => group[0])).toEqual(groups.map((group) => group[0]).sort((a, b) => (a ?? 0) - (b ?? 0)))
  })

  test('give the same groups in whatever order they come', () => {
    const sets = (items: HappeningInput[]) =>
      groupHappenings(items)
        .map((group) =>
          group
            .map((i) => items[i]!.sentence)
            .sort()
            .join('|'),
        )
        .sort()
    expect(sets([...all].reverse())).toEqual(sets(all))
  })
})

describe('what stands next to the date', () => {
  const visits = [
    dated(
      'The ministry made its case through two inspectors who toured Orlo on Tuesday, people at the talks said.',
      'Tuesday',
    ),
    dated(
      'A mission of the ministry toured Orlo on Tuesday to settle a dispute over ferry fees and mooring rights.',
      'Tuesday',
    ),
    dated('The drawings were shown by engineers as they toured Orlo on May 7, amid anger over the dredging.', 'May 7'),
  ]

  test('joins statements that say little else alike', () => {
    expect(groupHappenings([...visits, ...others])[0]).toEqual([0, 1, 2])
    expect(groupHappenings([...visits, ...others].map((item) => ({ ...item, date: null })))[0]).toEqual([0])
  })

  test('joins none where only the place of it is the same', () => {
    const vote = dated('The ferry council voted on a new timetable in Orlo on Tuesday after a long debate.', 'Tuesday')
    expect(groupOf(groupHappenings([...visits, vote]), 3)).toEqual([3])
  })
})

describe('dates', () => {
  const sentence = 'Port police seized the eastern quay of Maris harbour.'

  test('without a common day keep the same words apart', () => {
    expect(groupHappenings([told(sentence), told(sentence, on('2024-05-08'))])).toEqual([[0], [1]])
  })

  test('that are unknown keep statements apart', () => {
    expect(groupHappenings([told(sentence, null), told(sentence, null)])).toEqual([[0], [1]])
  })

  test('that are vague join what has the same words', () => {
    expect(groupHappenings([told(sentence), told(sentence, on('2024-05-06', '2024-05-12'))])).toEqual([[0, 1]])
    expect(groupHappenings([told(sentence), told(sentence, { earliest: null, latest: '2024-06-01' })])).toEqual([
      [0, 1],
    ])
  })

  test('never join two days through a week that holds both', () => {
    const week = told(sentence, on('2024-05-06', '2024-05-12'))
    const groups = groupHappenings([told(sentence, on('2024-05-07')), week, told(sentence, on('2024-05-09'))])
    expect(groups).toHaveLength(2)
  })
})

test('a chain does not tie different happenings together', () => {
  const chain = [
    'The ferry Maria struck the breakwater of Maris harbour.',
    'The ferry Maria struck the breakwater while the tanker Orlo burned.',
    'The tanker Orlo burned while firemen searched the oil terminal.',
    'Firemen searched the oil terminal and a school nearby for survivors.',
  ].map((sentence) => told(sentence))
  const groups = groupHappenings(chain)
  expect(groupOf(groups, 0)).not.toContain(3)
})

test('Arabic statements are alike whatever article and prefix their words carry', () => {
  const arabic = [
    'سيطرت شرطة الميناء على الرصيف الشرقي في ماريس صباح الثلاثاء.',
    'قالت البلدية إن شرطة الميناء سيطرت على الرصيف الشرقي لماريس.',
    'زار وفد وزارة البحيرة بلدة أورلو لبحث خط العبارات.',
  ].map((sentence) => ({ ...told(sentence), language: 'ar' }))
  expect(groupHappenings(arabic)).toEqual([[0, 1], [2]])
})

describe('joining an event', () => {
  test('is likely for a statement of the same happening and not for another of the day', () => {
    const [first, ...rest] = seizure
    expect(joinsHappening(first!, rest)).toBeGreaterThanOrEqual(joinThreshold)
    expect(joinsHappening(blockade, seizure)).toBeLessThan(joinThreshold)
    expect(joinsHappening(visit, seizure)).toBeLessThan(joinThreshold)
  })

  test('is out of the question on another day, or for nothing', () => {
    expect(joinsHappening({ ...seizure[0]!, interval: on('2024-05-09') }, seizure)).toBe(0)
    expect(joinsHappening(seizure[0]!, [])).toBe(0)
    expect(joinsHappening(told(''), seizure)).toBe(0)
  })
})

test('five thousand statements stand in one group each', () => {
  const verbs = ['seized', 'reopened', 'visited', 'painted', 'sold', 'searched', 'flooded']
  const places = ['quay', 'school', 'terminal', 'bridge', 'market', 'chapel', 'archive', 'lighthouse', 'tunnel']
  const many = Array.from({ length: 5000 }, (_, i) => {
    const day = new Date(Date.UTC(2023, 0, 1 + (i % 400))).toISOString().slice(0, 10)
    const [verb, place] = [verbs[i % 7], places[(i * 5) % 9]]
    return told(
      `Crew number${i % 700} ${verb} the ${place} near Village${i % 90} with ${i % 50} helpers on that day.`,
      on(day),
    )
  })
  // Half a second on an idle machine; all pairs would take minutes.
  expect(
    groupHappenings(many)
      .flat()
      .sort((a, b) => a - b),
  ).toEqual(many.map((_, i) => i))
})

describe.skipIf(seedFiles().length === 0)('real articles of one affair', () => {
  const days = ['2024-05-16', '2024-05-16', '2024-05-22', '2024-02-08', '2024-05-12']
  const items = seedFiles().flatMap((path, article) => {
    const text = readFileSync(path, 'utf8')
    const dates = findDates(text, { published: days[article] ?? null, language: 'en' })
    const bySentence = new Map(dates.toReversed().map((date) => [date.sentence.start, date]))
    return [...bySentence.values()].reverse().map(
      ({ start, end, sentence, interval }): HappeningInput => ({
        articleId: article,
        sentence: text.slice(sentence.start, sentence.end),
        interval,
        language: 'en',
        date: { start: start - sentence.start, end: end - sentence.start },
      }),
    )
  })
  const find = (article: number, words: RegExp): number =>
    items.findIndex((item) => item.articleId === article && words.test(item.sentence))

  test('the capture of the crossing is one happening of three articles, without the halted aid', () => {
    const capture = groupOf(groupHappenings(items), find(0, /control .* May 7/))
    expect(capture).toEqual([find(0, /control .* May 7/), find(2, /morning of May 7/), find(4, /morning of 7 May/)])
    expect(capture).not.toContain(find(4, /since Tuesday/))
  })

  test('the visit to Cairo is one happening of three articles, whoever went', () => {
    const visit = [find(0, /agents who visited/), find(1, /delegation visited/), find(2, /during a visit/)]
    expect(groupOf(groupHappenings(items), visit[0]!)).toEqual(visit)
  })

  test('Egypt joining the case is one happening of two articles', () => {
    expect(groupOf(groupHappenings(items), find(0, /rebuke/))).toEqual([find(0, /rebuke/), find(1, /genocide case/)])
  })

  test('the halted aid does not join an event made of the capture', () => {
    const evidence = [find(0, /control .* May 7/), find(2, /morning of May 7/), find(4, /morning of 7 May/)]
    const likeness = joinsHappening(
      items[find(4, /since Tuesday/)]!,
      evidence.map((index) => items[index]!),
    )
    expect(likeness).toBeLessThan(joinThreshold)
  })
})
