import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinkPlace, PassageLink, ReadingAlignment } from '../../src-main/contract/reading-types'
import { connectors, type FoldedPane, type PaneSight } from '../../src-renderer/features/reader/links/connectors'
import { commonHeight, scrollFor } from '../../src-renderer/features/reader/links/level'
import { marksOf } from '../../src-renderer/features/reader/links/marks'
import {
  asShown,
  bestPlaceIn,
  counterpartsOf,
  fromLeft,
  keyOfPlace,
  nextTarget,
  sharedPlaces,
  signOf,
  stepped,
  targetOf,
  voices,
} from '../../src-renderer/features/reader/links/shared'
import { type Anchor, followed, inOneOrder, mapped } from '../../src-renderer/features/reader/links/sync'

const at = (articleId: number, start: number, end = start + 10): LinkPlace => ({ articleId, start, end })

const link = (a: LinkPlace, b: LinkPlace, more: Partial<PassageLink> = {}): PassageLink => ({
  id: null,
  decision: null,
  kind: 'same-statement',
  score: 0.8,
  likely: true,
  a,
  b,
  differences: [],
  ...more,
})

describe('shared passages', () => {
  const links = [
    link(at(1, 40), at(2, 100)),
    link(at(1, 0), at(2, 20), { score: 0.6 }),
    link(at(1, 0), at(2, 60), { score: 0.9 }),
    link(at(1, 0), at(3, 5)),
    link(at(1, 80), at(3, 70), { likely: false, score: 0.3 }),
  ]

  it('are those of likely links, each once, in the order of the text', () => {
    const places = sharedPlaces(links)
    expect(places.get(1)).toEqual([at(1, 0), at(1, 40)])
    expect(places.get(2)?.map(({ start }) => start)).toEqual([20, 60, 100])
    expect(places.get(3)).toEqual([at(3, 5)])
  })

  it('are those of the texts that are shown: places of another version, and of articles that are not open, are left out', () => {
    const all: ReadingAlignment = {
      links,
      onlyHere: [at(1, 200), at(2, 200)],
      compared: [1, 2, 3],
      origins: [],
      ties: [],
      rejected: [],
      orphaned: [],
      versions: { 1: 4, 2: 1, 3: 1 },
    }
    const asRead = new Map([
      [1, 4],
      [2, 2],
    ])
    const shown = asShown(all, [1, 2, 3], (id) => asRead.get(id))
    expect(shown.links.map(({ a, b }) => [a.articleId, b.articleId])).toEqual([
      [1, 3],
      [1, 3],
    ])
    // Something else may tell it: the changed text, an article that was opened since.
    expect(shown.onlyHere).toEqual([])
    expect(asShown(all, [1, 2, 3, 4], () => undefined).onlyHere).toEqual([])
    expect(asShown(all, [1, 2, 3], (id) => all.versions[id]).onlyHere).toEqual(all.onlyHere)
    expect(asShown(all, [1, 2], () => 1).links).toEqual([])
    expect(asShown(all, [1, 2], () => undefined).links).toHaveLength(3)
  })

  it('have direct counterparts only, guesses among them, and one to be level with', () => {
    expect(counterpartsOf(links, at(1, 0)).map(({ place }) => place)).toEqual([at(2, 20), at(2, 60), at(3, 5)])
    expect(counterpartsOf(links, at(2, 60)).map(({ place }) => place)).toEqual([at(1, 0)])
    expect(counterpartsOf(links, at(1, 80))).toHaveLength(1)
    expect(bestPlaceIn(counterpartsOf(links, at(1, 0)), 2)).toEqual(at(2, 60))
    expect(bestPlaceIn(counterpartsOf(links, at(1, 80)), 3)).toBeNull()
  })

  it('are decided about from left to right, beginning again at the first, and a guess only where it was chosen', () => {
    const place = at(9, 0)
    const ofNine = [
      link(place, at(1, 10)),
      link(place, at(2, 10), { score: 0.7 }),
      link(place, at(2, 50), { score: 0.9 }),
      link(place, at(3, 10), { likely: false, score: 0.4 }),
    ]
    const found = fromLeft(counterpartsOf(ofNine, place), [
      { articleId: 2 },
      { articleId: 9 },
      { articleId: 3 },
      { articleId: 1 },
    ])
    expect(found.map(({ place }) => [place.articleId, place.start])).toEqual([
      [2, 10],
      [2, 50],
      [3, 10],
      [1, 10],
    ])
    const [first, best, guess, last] = found
    if (!first || !best || !guess || !last) throw new Error('four were linked')
    expect(targetOf(found, null)).toBe(best)
    expect(targetOf(found, keyOfPlace(guess.place))).toBe(guess)
    expect(nextTarget(found, best)).toBe(last)
    expect(nextTarget(found, last)).toBe(first)
    expect(nextTarget(found, last, [keyOfPlace(first.place)])).toBe(best)
    const rest = found.map((one) =>
      one === guess ? one : { ...one, link: { ...one.link, decision: 'confirmed' as const } },
    )
    expect(rest.flatMap((one) => nextTarget(rest, one) ?? [])).toEqual([])
    expect(targetOf(rest, null)?.place).toEqual(at(2, 10))
    expect(targetOf(rest, 'one that was rejected')).toBeNull()
    expect(targetOf([guess], null)).toBeNull()
  })

  it('are gone through in order, beginning again at the other end, from what is in view', () => {
    const places = [at(1, 0), at(1, 40), at(1, 80)]
    expect(stepped(places, null, 1, 30)).toEqual(at(1, 40))
    expect(stepped(places, null, -1, 30)).toEqual(at(1, 0))
    expect(stepped(places, null, 1, 90)).toEqual(at(1, 0))
    expect(stepped(places, at(1, 80), 1, 0)).toEqual(at(1, 0))
    expect(stepped(places, at(1, 0), -1, 0)).toEqual(at(1, 80))
    expect(stepped([], null, 1, 0)).toBeNull()
  })

  it('stand back while what only one article tells is shown; what may be shared does not', () => {
    const shared = sharedPlaces(links)
    const marks = (articleId: number, isCompared = true, view = { shared: false, onlyHere: true, dates: false }) =>
      marksOf(
        articleId,
        { shared: shared.get(articleId) ?? [], likely: links.filter((l) => l.likely), dates: [at(1, 90)], isCompared },
        view,
      ).map(({ name, start }) => `${name} ${start}`)
    expect(marks(1)).toEqual(['told-elsewhere 0', 'told-elsewhere 40'])
    expect(marks(3)).toEqual(['told-elsewhere 5'])
    expect(marks(1, false)).toEqual([])
    expect(marks(1, true, { shared: true, onlyHere: false, dates: true })).toEqual(['shared 0', 'shared 40', 'date 90'])
  })

  it('count outlets, and those at most that tell by themselves', () => {
    const outlet = (id: number): string | null => ({ 1: 'Herald', 2: 'Courier', 3: 'Herald' })[id] ?? null
    const told = (ids: number[], together: number[][], ties: ReadingAlignment['ties'] = []) => {
      const origins = together.map((articleIds) => ({ articleIds, because: [{ kind: 'wording' as const }] }))
      return voices(
        ids.map((id) => at(id, 0)),
        { origins, ties },
        outlet,
      )
    }
    expect(told([1, 2], [[1], [2]])).toEqual({ outlets: 2, unknown: 0, independent: 2, because: [] })
    expect(told([1, 2], [[1, 2, 9]])).toEqual({
      outlets: 2,
      unknown: 0,
      independent: 1,
      because: [{ kind: 'wording' }],
    })
    // Two articles of one outlet are one voice, whatever they rest on; what no outlet is known of is no outlet.
    expect(told([1, 3], [[1], [3]])).toMatchObject({ outlets: 1, independent: 1 })
    expect(told([4, 5], [[4], [5]])).toMatchObject({ outlets: 0, unknown: 2, independent: 2 })
    // Passages that are tied to one source count once; those of the same articles elsewhere don't.
    const because = { kind: 'source' as const, name: 'Radio Osmera' }
    expect(told([2, 4, 5], [[2], [4], [5]], [{ a: at(2, 0), b: at(4, 0), because }])).toEqual({
      outlets: 1,
      unknown: 2,
      independent: 2,
      because: [because],
    })
    expect(told([2, 4], [[2], [4]], [{ a: at(2, 50), b: at(4, 0), because }])).toMatchObject({ independent: 2 })
  })

  it('say by a sign what is the same', () => {
    const differences = [at(1, 2, 5)]
    expect(signOf(link(at(1, 0), at(2, 0)))).toBe('≈')
    expect(signOf(link(at(1, 0), at(2, 0), { kind: 'quotation' }))).toBe('”')
    expect(signOf(link(at(1, 0), at(2, 0), { kind: 'shared-wording' }))).toBe('=')
    expect(signOf(link(at(1, 0), at(2, 0), { kind: 'quotation', differences }))).toBe('≠')
  })
})

describe('levelling', () => {
  const pane = (top: number, longest = 1000) => ({ top, frame: 100, height: 400, longest })

  it('puts first lines at one height, as far as the texts reach', () => {
    expect(scrollFor(pane(500), 200)).toBe(400)
    expect(scrollFor(pane(20), 200)).toBe(0)
    expect(scrollFor(pane(1900), 200)).toBe(1000)
  })

  it('finds a height that all can stand at', () => {
    expect(commonHeight([pane(500), pane(800)], 200)).toBe(200)
    // The second begins 30 pixels into its text: it can't stand lower.
    expect(commonHeight([pane(500), pane(30)], 200)).toBe(130)
    // The third ends soon: it can't stand higher.
    expect(commonHeight([pane(500), pane(1300)], 200)).toBe(400)
    expect(commonHeight([pane(500), pane(30), pane(1300)], 200)).toBe(200)
  })

  it('hides no first line under a header, or below the window', () => {
    // The second pane's header is taller.
    const under = { ...pane(500), frame: 140 }
    expect(commonHeight([pane(500), under], 110)).toBe(144)
    expect(scrollFor(under, 110)).toBe(496)
    const short = { ...pane(500), height: 60 }
    expect(commonHeight([pane(500), short], 300)).toBe(136)
    expect(scrollFor(short, 300)).toBe(464)
  })
})

describe('scrolling by alignment', () => {
  const anchors: Anchor[] = [
    { leader: 100, follower: 400, score: 0.9 },
    { leader: 300, follower: 500, score: 0.9 },
    { leader: 200, follower: 50, score: 0.5 },
  ]

  it('leaves out what stands in another order', () => {
    expect(inOneOrder(anchors).map(({ leader }) => leader)).toEqual([100, 300])
    expect(inOneOrder(anchors, anchors[2]).map(({ leader }) => leader)).toEqual([200, 300])
    expect(inOneOrder([])).toEqual([])
  })

  it('goes in proportion between linked passages', () => {
    const chain = inOneOrder(anchors)
    expect(mapped(chain, 100, 1000, 2000)).toBe(400)
    expect(mapped(chain, 200, 1000, 2000)).toBe(450)
    expect(mapped(chain, 50, 1000, 2000)).toBe(200)
    expect(mapped(chain, 650, 1000, 2000)).toBe(1250)
  })

  it('puts linked passages level at the upper edge, and ends both texts together', () => {
    const [leader, follower] = [
      { length: 1000, height: 200 },
      { length: 2000, height: 200 },
    ]
    const chain = inOneOrder(anchors)
    expect(followed(chain, 300, leader, follower, null)).toBe(500)
    expect(followed(chain, 0, leader, follower, null)).toBe(0)
    expect(followed(chain, 800, leader, follower, null)).toBe(1800)
    expect(followed([], 300, leader, follower, null)).toBeNull()
  })

  it('keeps the passage in hand level while it is in sight', () => {
    const [leader, follower] = [
      { length: 1000, height: 200 },
      { length: 2000, height: 200 },
    ]
    const inHand = anchors[1] as Anchor
    const chain = inOneOrder(anchors, inHand)
    expect(followed(chain, 250, leader, follower, inHand)).toBe(450)
    expect(followed(chain, 180, leader, follower, inHand)).toBe(380)
  })

  it('never goes back while the leader goes on', () => {
    const anchor = fc.record({
      leader: fc.integer({ min: 0, max: 3000 }),
      follower: fc.integer({ min: 0, max: 5000 }),
      score: fc.double({ min: 0.5, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(anchor, { minLength: 1, maxLength: 30 }), (some) => {
        const chain = inOneOrder(some)
        const places = Array.from({ length: 40 }, (_, i) => mapped(chain, i * 75, 3000, 5000))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('connectors', () => {
  const [one, two] = [at(1, 0), at(2, 0)]
  const pane = (n: number, place: LinkPlace, top: number, scrollTop = 0): PaneSight => ({
    pane: n,
    articleId: place.articleId,
    left: n * 400,
    right: n * 400 + 360,
    top: 100,
    bottom: 500,
    scrollTop,
    extents: new Map([[keyOfPlace(place), { top, bottom: top + 50 }]]),
  })
  const drawn = (
    panes: readonly PaneSight[],
    links: readonly PassageLink[],
    active: LinkPlace | null,
    folded: { before: FoldedPane[]; after: FoldedPane[] } = { before: [], after: [] },
  ) => connectors({ panes, links, active, ...folded })

  it('are drawn between passages in sight, filled for the one in hand', () => {
    const panes = [pane(0, one, 100), pane(1, two, 300, 100)]
    const quiet = drawn(panes, [link(one, two)], null)
    expect(quiet.ribbons).toHaveLength(1)
    expect(quiet.ribbons[0]).toMatchObject({ shape: null, node: { x: 380, y: 275, sign: '≈' } })
    expect(quiet.edges).toHaveLength(2)
    const active = drawn(panes, [link(one, two)], two)
    expect(active.ribbons[0]?.shape).toMatch(/^M360 200C380 200 380 300 400 300V350C.*360 250Z$/)
  })

  it('end in a stub where the counterpart is out of sight', () => {
    const below = drawn([pane(0, one, 100), pane(1, two, 900)], [link(two, one)], null)
    expect(below.ribbons).toEqual([])
    expect(below.stubs).toMatchObject([
      { y: 225, from: { pane: 0, place: one }, to: { pane: 1, place: two }, isBelow: true },
    ])
    const above = drawn([pane(0, one, 100, 400), pane(1, two, 100)], [link(one, two)], null)
    expect(above.stubs).toMatchObject([{ from: { pane: 1, place: two }, to: { pane: 0, place: one }, isBelow: false }])
  })

  it('name the pane beyond the next one that has a passage, where the next one hasn’t', () => {
    const three = at(3, 0)
    const panes = [pane(0, one, 100), pane(1, two, 900), pane(2, three, 300)]
    const apart = drawn(panes, [link(one, three)], null)
    expect(apart.ribbons).toEqual([])
    expect(apart.far).toMatchObject([
      { x: 380, y: 225, from: { pane: 0, place: one }, to: [{ pane: 2, place: three }], isRight: true },
      { x: 780, y: 425, from: { pane: 2, place: three }, to: [{ pane: 0, place: one }], isRight: false },
    ])
    expect(apart.edges.map(({ x, y }) => [x, y])).toEqual([
      [357, 200],
      [800, 400],
    ])
    // What the next one has as well leads there, from pane to pane.
    const chain = drawn(panes, [link(one, three), link(one, two), link(two, three)], null)
    expect(chain.far).toEqual([])
    // Out of sight it says nothing; of several places in a pane it leads to the surest.
    const places = [at(3, 0), at(3, 40)] as const
    const sure = drawn(
      [pane(0, one, 100), pane(1, two, 100), pane(2, three, 900)],
      [link(one, places[0], { score: 0.6 }), link(one, places[1], { score: 0.9 })],
      one,
    )
    expect(sure.far).toMatchObject([{ to: [{ pane: 2, place: places[1] }], isActive: true }])
  })

  it('name a folded pane beside a passage that the next open one hasn’t', () => {
    const panes = [pane(0, one, 100), pane(1, two, 300)]
    const folded = { before: [{ pane: 8, articleId: 8 }], after: [{ pane: 9, articleId: 9 }] }
    const seen = drawn(panes, [link(one, at(9, 0)), link(two, at(9, 0)), link(one, at(8, 5))], null, folded)
    expect(seen.far).toMatchObject([
      { x: -6, y: 225, from: { pane: 0, place: one }, to: [{ pane: 8, place: at(8, 5) }], isRight: false },
      { x: 380, y: 225, from: { pane: 0, place: one }, to: [{ pane: 9 }], isRight: true },
      { x: 766, y: 425, from: { pane: 1, place: two }, to: [{ pane: 9 }], isRight: true },
    ])
    // One open pane has no gutter, but its edge.
    const alone = drawn([pane(0, one, 100)], [link(one, at(9, 0))], null, folded)
    expect(alone.far).toMatchObject([{ x: 366, to: [{ pane: 9 }] }])
    expect(alone.edges).toMatchObject([{ x: 357 }])
  })

  it('leave out what nobody sees, what is hidden, and two panes of one article', () => {
    expect(drawn([pane(0, one, 900), pane(1, two, 900)], [link(one, two)], null).stubs).toEqual([])
    expect(drawn([pane(0, one, 100), pane(1, at(2, 50), 100)], [link(one, two)], null).ribbons).toEqual([])
    expect(drawn([pane(0, one, 100), pane(1, one, 100)], [link(one, two)], null).edges).toEqual([])
  })

  it('never lay signs and stubs on one another', () => {
    const extent = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(fc.array(fc.tuple(extent, extent), { maxLength: 25 }), (tops) => {
        const links = tops.map((_, i) => link(at(1, i * 20), at(2, i * 20)))
        const extents = (articleId: 1 | 2) =>
          new Map(
            tops.map((pair, i) => {
              const top = pair[articleId - 1] ?? 0
              return [keyOfPlace(at(articleId, i * 20)), { top, bottom: top + 40 }]
            }),
          )
        const panes = ([1, 2] as const).map((n) => ({ ...pane(n, at(n, 0), 0), extents: extents(n) }))
        const { ribbons, stubs } = drawn(panes, links, null)
        const marks = [
          ...ribbons.flatMap(({ node }) => (node ? [{ y: node.y, half: 9 }] : [])),
          ...stubs.map(({ y }) => ({ y, half: 13 })),
        ].sort((a, b) => a.y - b.y)
        for (const [i, mark] of marks.entries()) {
          const next = marks[i + 1]
          if (next) expect(next.y - mark.y).toBeGreaterThanOrEqual(mark.half + next.half - 0.2)
        }
      }),
    )
  })
})

describe('two versions of a long text, where everything matches', () => {
  it('are put in order and drawn in bounded time: what is told of them has an end', () => {
    const links = Array.from({ length: 20_000 }, (_, i) => link(at(1, i * 20), at(2, i * 20)))
    const anchors = links.map(({ a, b, score }) => ({ leader: a.start, follower: b.start, score }))
    expect(inOneOrder(anchors).length).toBeLessThanOrEqual(800)
    const extents = (articleId: number) =>
      new Map(links.map((_, i) => [keyOfPlace(at(articleId, i * 20)), { top: i, bottom: i + 40 }]))
    const panes = [1, 2].map((n) => ({
      pane: n,
      articleId: n,
      left: n * 400,
      right: n * 400 + 360,
      top: 100,
      bottom: 500,
      scrollTop: 5000,
      extents: extents(n),
    }))
    expect(connectors({ panes, links, active: null, before: [], after: [] }).ribbons).toHaveLength(60)
    expect(sharedPlaces(links).get(1)).toHaveLength(20_000)
  })
})
