import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/library'
import { collate, collateJson } from './collate'

const library = ['--library', 'L.collate']

async function withArticles(): Promise<string> {
  const folder = temporaryFolder()
  const texts = {
    'ferry.txt': 'The ferry stopped on Tuesday after a fire.\n\nOur desk follows (3)\n\nNobody was hurt in the fire.\n',
    'lock.txt': 'The lock at Hask reopened on Thursday.\n\nOUR DESK FOLLOWS (12)\n\nBarges had waited there.\n',
  }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  await collate(folder, ['import', 'ferry.txt', 'lock.txt', ...library])
  for (const id of ['1', '2']) await collate(folder, ['set', id, ...library, '--outlet', 'Gazette'])
  return folder
}

describe('rules', () => {
  it('are tried, taught, listed and deleted', async () => {
    const folder = await withArticles()
    const teach = ['rules', ...library, '--outlet', 'gazette', '--hide', 'Our desk follows (1)']
    const tried = await collateJson(folder, [...teach, '--try'])
    expect(tried.documents).toMatchObject([{ articles: 2, touched: 2, blocks: 2, longParagraphs: 0 }])
    expect((await collate(folder, [...teach, '--try'])).out).toContain('would hide 2 lines in 2 of 2 articles')
    expect((await collateJson(folder, ['rules', ...library])).documents).toEqual([[]])
    expect((await collateJson(folder, teach)).documents).toMatchObject([
      { rule: 1, compare: 'is', articles: 2, blocks: 2 },
    ])
    expect((await collate(folder, ['rules', ...library, '--outlet', 'Gazette'])).out).toContain('2 lines in 2 articles')
    expect((await collate(folder, ['rules', ...library, '--outlet', 'Sund Post'])).out).toBe('')
    expect((await collateJson(folder, ['search', 'desk', ...library])).documents).toEqual([[]])
    expect((await collateJson(folder, ['rules', ...library, '--delete', '1'])).documents).toEqual([{ restored: 2 }])
    const gone = await collate(folder, ['rules', ...library, '--delete', '1'])
    expect(gone).toMatchObject({ status: 3, notes: 'There is no such rule.' })
  })

  it('say where there are none, and where no article has the outlet', async () => {
    const folder = await withArticles()
    expect((await collate(folder, ['rules', ...library])).notes).toBe('no rules')
    const misspelt = ['rules', ...library, '--outlet', 'Gazete', '--hide', 'Our desk follows (1)']
    for (const args of [[...misspelt, '--try'], misspelt]) {
      expect((await collate(folder, args)).notes).toContain('“Gazete”')
    }
  })

  it.each([
    [['--hide', 'x', '--delete', '1']],
    [['--hide', 'x']],
    [['--compare', 'is']],
    [['--hide', 'x', '--outlet', 'O', '--compare', 'like']],
    [['--delete', 'one']],
  ])('answer wrong use with status 2: %j', async (args) => {
    expect((await collate(await withArticles(), ['rules', ...library, ...args])).status).toBe(2)
  })
})

describe('correct', () => {
  it('corrects, splits and joins paragraphs by their numbers, and tells what passages lost', async () => {
    const folder = await withArticles()
    await collate(folder, ['tag', 'fire', '--tag', 'Fire', ...library])
    const correct = ['correct', '1', '3', ...library]
    expect((await collateJson(folder, [...correct, '--split', 'in the'])).documents).toMatchObject([
      {
        version: 2,
        before: [{ paragraph: '3', text: 'Nobody was hurt in the fire.' }],
        after: [{ text: 'Nobody was hurt' }, { text: 'in the fire.' }],
      },
    ])
    expect((await collateJson(folder, [...correct, '--text', 'Nobody was injured'])).documents).toMatchObject([
      { article: 1, version: 3, after: [{ paragraph: '3', text: 'Nobody was injured' }], orphaned: 0 },
    ])
    const joined = (await collate(folder, [...correct, '--join'])).out
    expect(joined).toContain('- [3] Nobody was injured\n')
    expect(joined).toContain('+ [3] Nobody was injured in the fire.\n')
    expect(joined).toContain('version 4')
    expect((await collateJson(folder, ['search', '"injured in the fire"', ...library])).documents).toMatchObject([
      [{ article: 1 }],
    ])
  })

  it.each([[['1', '3']], [['1', '3', '--join', '--text', 'x']]])(
    'answers wrong use with status 2: %j',
    async (args) => {
      expect((await collate(await withArticles(), ['correct', ...args, ...library])).status).toBe(2)
    },
  )

  it.each([
    [['1', '99', '--text', 'x'], 'Article 1 has no paragraph “99”'],
    [['1', '3', '--split', 'not there'], 'Paragraph 3 does not have these words.'],
    [['1', '3', '--join'], 'No paragraph follows paragraph 3.'],
  ])('fails with a sentence where the text is another: %j', async (args, sentence) => {
    const { status, notes } = await collate(await withArticles(), ['correct', ...args, ...library])
    expect(status).toBe(3)
    expect(notes).toContain(sentence)
  })

  it('fails with a sentence where nothing would change', async () => {
    const folder = await withArticles()
    const same = ['correct', '1', '3', ...library, '--text', 'Nobody was hurt in the fire.']
    expect(await collate(folder, same)).toMatchObject({ status: 3, notes: 'The text is as it was.' })
  })
})
