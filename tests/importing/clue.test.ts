import { expect, it } from 'vitest'
import { agreedValue, clue } from '../../src-main/importing/clue'
import { found } from '../../src-main/importing/metadata'

const clueOf = (value: string, at: string, weight: number) =>
  clue(found(value, 'likely', { kind: 'element', at, quote: value }), weight)
const same = (a: string, b: string) => a === b
const chosen = (...clues: ReturnType<typeof clueOf>[]) => agreedValue(clues.flat(), same)

it('two places that agree outweigh a third by half of the lesser one', () => {
  expect(chosen(clueOf('Ferry', 'h1', 6), clueOf('Boat', 'title', 5), clueOf('Boat', 'address', 4)).value).toBe('Boat')
  expect(chosen(clueOf('Ferry', 'h1', 6), clueOf('Boat', 'title', 4), clueOf('Boat', 'address', 3)).value).toBe('Ferry')
})

it('places of one kind count once', () => {
  const metas = ['meta og:title', 'meta twitter:title', 'meta dc.title'].map((at) => clueOf('Boat', at, 5))
  const agreed = chosen(clueOf('Ferry', 'h1', 6), ...metas)
  expect(agreed.value).toBe('Ferry')
  expect(agreed.others?.map((other) => other.value)).toEqual(['Boat'])
})
