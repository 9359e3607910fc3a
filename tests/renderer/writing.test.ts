import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Held, useReader } from '../../src-renderer/features/reader/use-reader'

const first: Held = { pane: 1, articleId: 1, version: 1, start: 0, end: 10, passageId: null }
const second: Held = { ...first, start: 11, end: 30 }

describe('the passage of a selection', () => {
  let store: () => void = () => undefined
  let passageOf: (held: Held) => Promise<number | null>

  beforeEach(async () => {
    // The library process: it stores a passage when told to.
    const passage = { id: 7, articleId: 1, start: 0, end: 10 }
    const call = (): Promise<unknown> =>
      new Promise((resolve) => {
        store = () => resolve({ ok: true, value: passage })
      })
    vi.stubGlobal('window', { collate: { call }, addEventListener: () => undefined })
    // It listens to the window from the start.
    passageOf = (await import('../../src-renderer/features/reader/writing')).passageOf
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    useReader.setState({ inHand: null, form: null })
  })

  it('is in hand once it is stored', async () => {
    useReader.setState({ inHand: first })
    const stored = passageOf(first)
    store()
    expect(await stored).toBe(7)
    expect(useReader.getState().inHand).toMatchObject({ passageId: 7, start: 0, end: 10 })
  })

  it('does not take back what was selected while it was being stored', async () => {
    useReader.setState({ inHand: first })
    const stored = passageOf(first)
    useReader.setState({ inHand: second })
    store()
    expect(await stored).toBe(7)
    expect(useReader.getState().inHand).toEqual(second)
  })
})
