import { describe, expect, test } from 'vitest'
import { eventState, type StateEvidence } from '../../src-main/domain/event'

const day = (iso: string) => ({ earliest: iso, latest: iso })

const evidence = (id: number, given: Partial<StateEvidence> = {}): StateEvidence => ({
  id,
  articleId: id,
  outlet: `Outlet ${id}`,
  stance: 'supports',
  interval: day('2024-05-07'),
  upstreams: [],
  sharesWordingWith: [],
  orphaned: false,
  ...given,
})

describe('the state of an event', () => {
  test('without evidence, or with mere mentions, it is unsourced', () => {
    expect(eventState([]).kind).toBe('unsourced')
    expect(eventState([evidence(1, { stance: 'mentions' })]).kind).toBe('unsourced')
  })

  test('one outlet is a single source, however many articles it prints', () => {
    const state = eventState([evidence(1, { outlet: 'Harbour Times' }), evidence(2, { outlet: ' harbour times' })])
    expect(state).toMatchObject({ kind: 'single-source', articles: 2, outlets: 1, origins: 1 })
  })

  test('two known outlets of their own corroborate', () => {
    const state = eventState([evidence(1), evidence(2), evidence(3)])
    expect(state).toMatchObject({ kind: 'corroborated', outlets: 3, origins: 3, agree: 3, conflicts: [] })
  })

  test('outlets that share wording are one origin, along a chain and in either direction', () => {
    const state = eventState([
      evidence(1, { sharesWordingWith: [2] }),
      evidence(2),
      evidence(3, { sharesWordingWith: [2] }),
    ])
    expect(state).toMatchObject({ kind: 'single-source', outlets: 3, origins: 1 })
  })

  test('outlets that name the same upstream source are one origin', () => {
    const same = [evidence(1, { upstreams: ['maris news agency'] }), evidence(2, { upstreams: ['maris news agency'] })]
    expect(eventState(same)).toMatchObject({ kind: 'single-source', origins: 1 })
    expect(eventState([...same, evidence(3)])).toMatchObject({ kind: 'corroborated', origins: 2 })
  })

  test('articles of unknown outlets are counted apart and never corroborate', () => {
    const state = eventState([evidence(1, { outlet: null }), evidence(2, { outlet: null }), evidence(3)])
    expect(state).toMatchObject({ kind: 'single-source', articles: 3, outlets: 1, unknownOutlets: 2, origins: 1 })
  })

  test('evidence whose words are gone neither supports nor disputes, and is told of', () => {
    const gone = [evidence(2, { orphaned: true }), evidence(3, { orphaned: true, stance: 'disputes' })]
    expect(eventState([evidence(1), ...gone])).toMatchObject({
      kind: 'single-source',
      articles: 1,
      origins: 1,
      agree: 1,
      orphaned: 2,
      conflicts: [],
    })
    expect(eventState(gone)).toMatchObject({ kind: 'unsourced', articles: 0, orphaned: 2 })
  })

  test('two dates without a day in common conflict, and the pair is named', () => {
    const state = eventState([evidence(1), evidence(2), evidence(3, { interval: day('2024-05-09') })])
    expect(state.kind).toBe('conflicting')
    expect(state.agree).toBe(0)
    expect(state.conflicts).toEqual([
      { a: 1, b: 3, reason: 'dates' },
      { a: 2, b: 3, reason: 'dates' },
    ])
  })

  test('a day and the week that it lies in do not conflict', () => {
    const week = { earliest: '2024-05-06', latest: '2024-05-12' }
    const state = eventState([evidence(1), evidence(2, { interval: week }), evidence(3, { interval: null })])
    expect(state).toMatchObject({ kind: 'corroborated', agree: 2, conflicts: [] })
  })

  test('a passage that disputes makes it conflicting, whatever it says of the date', () => {
    const state = eventState([evidence(1), evidence(2), evidence(3, { stance: 'disputes', interval: null })])
    expect(state.kind).toBe('conflicting')
    expect(state.agree).toBe(2)
    expect(state.conflicts).toContainEqual({ a: 3, b: 1, reason: 'disputes' })
    expect(eventState([evidence(1, { stance: 'disputes' })]).kind).toBe('conflicting')
  })

  test('the date of a mere mention conflicts with nothing', () => {
    const mention = evidence(3, { stance: 'mentions', interval: day('1979-01-01') })
    expect(eventState([evidence(1), evidence(2), mention]).kind).toBe('corroborated')
  })
})
