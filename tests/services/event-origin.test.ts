import { describe, expect, test } from 'vitest'
import { refreshRelations } from '../../src-main/services/relation-work'
import { addArticle } from '../support/articles'
import { testServices } from '../support/services'
import { borrower, editedWire, ownParagraphs, wire, wireParagraphs } from '../support/wire'

/** The state of an event that rests on one quotation from each text, each of another outlet. */
async function originsOf(quoted: readonly (readonly [text: string, quote: string])[]): Promise<number> {
  const { ask, library } = testServices()
  const evidence = quoted.map(([text, quote], index) => {
    const start = text.indexOf(quote)
    return { articleId: addArticle(library, { text, outlet: `Outlet ${index}` }), start, end: start + quote.length }
  })
  await refreshRelations(library)
  const event = await ask['event.create']({ title: 'The ferry capsizes', evidence })
  return event.state.origins
}

describe('two outlets are one origin', () => {
  test('where one prints a copy of what the other prints, whichever sentences are quoted', async () => {
    expect(
      await originsOf([
        [wire, 'relatives gathered on the quay'],
        [editedWire, 'the school beside the pier opened its gymnasium'],
      ]),
    ).toBe(1)
  })

  test('where both quotations stand in a passage that the articles share', async () => {
    const passage = `${wireParagraphs[1]} ${wireParagraphs[2]}`
    const filler = (name: string) => Array.from({ length: 150 }, (_, index) => `${name}${index}`).join(' ')
    expect(
      await originsOf([
        [[filler('a'), passage, ownParagraphs[0]].join('\n'), 'two of its pumps failed under load'],
        [[passage, ownParagraphs[1], filler('b')].join('\n'), 'Shopkeepers along the front closed early'],
      ]),
    ).toBe(1)
  })
})

describe('two outlets are two origins', () => {
  test('where the articles share another passage than the quoted one', async () => {
    expect(
      await originsOf([
        [borrower, 'three companies share the hull'],
        [wire, 'divers worked by floodlight'],
      ]),
    ).toBe(2)
  })

  test('where their short statements have names and common words in a row', async () => {
    const post =
      'Osmeran border guards took control of the eastern gates of Velda Lock on March 11, stopping all barges.'
    const observer =
      'On the morning of 11 March, Osmeran border guards took control of the eastern gates of Velda Lock.'
    expect(
      await originsOf([
        [post, post],
        [observer, observer],
      ]),
    ).toBe(2)
  })
})
