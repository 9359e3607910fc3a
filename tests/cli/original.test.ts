import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { fixedClock, temporaryFolder } from '../support/library'
import { testServices } from '../support/services'
import { collate, collateJson } from './collate'

const library = ['--library', 'L.collate']
const bridge = 'Workers closed the swing bridge on Tuesday.\n\nThe mayor of Sund said nothing about it.\n'
const hash = createHash('sha256').update(bridge).digest('hex')

/** A library with one article, whose second paragraph was given another wording where there is one. */
async function withArticle(wording?: string): Promise<string> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.txt'), bridge)
  await collate(folder, ['import', 'a.txt', ...library])
  if (wording) await collate(folder, ['correct', '1', '2', ...library, '--text', wording])
  return folder
}

const original = (folder: string, ...args: string[]) => collate(folder, ['original', '1', ...library, ...args])

it('is written as it was imported, with its hash, which is told', async () => {
  const folder = await withArticle('The mayor of Sund was silent.')
  expect(await original(folder, '--out', 'out.txt')).toEqual({
    status: 0,
    out: `${hash}  ${join(folder, 'out.txt')}\n`,
    notes: '',
  })
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe(bridge)
  expect(readFileSync(join(folder, 'out.txt.sha256'), 'utf8')).toBe(`${hash}  out.txt\n`)
  const asked = ['original', '1', ...library, '--out', 'other.txt']
  expect((await collateJson(folder, asked)).documents).toEqual([
    { file: join(folder, 'other.txt'), sha256: hash, bytes: bridge.length },
  ])
})

it('takes the place of a file only where that is asked for', async () => {
  const folder = await withArticle()
  writeFileSync(join(folder, 'out.txt'), 'something else')
  expect((await original(folder, '--out', 'out.txt')).status).toBe(3)
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('something else')
  expect(existsSync(join(folder, 'out.txt.sha256'))).toBe(false)
  expect((await original(folder, '--out', 'out.txt', '--replace')).status).toBe(0)
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe(bridge)
})

it('tells what reading it again would change, and changes nothing', async () => {
  const wording = 'The mayor of Sund was silent about it.'
  const folder = await withArticle(wording)
  expect(await original(folder, '--compare')).toEqual({
    status: 0,
    out: `  (1 the same)\n- ${wording}\n+ The mayor of Sund said nothing about it.\n`,
    notes: '',
  })
  const shown = await collateJson(folder, ['show', '1', ...library])
  expect(shown.documents[0].blocks[1].text).toBe(wording)
  expect((await original(await withArticle(), '--compare')).out).toBe('no difference\n')
})

it('is taken as one operation, and tells of passages that lose their words', async () => {
  const folder = await withArticle('The mayor of Sund was silent about it.')
  const open = openLibrary(join(folder, 'L.collate'), { clock: fixedClock })
  const { ask } = testServices(open)
  const { blocks } = await ask['article.text']({ id: 1 })
  const start = (blocks[1]?.start ?? 0) + 'The mayor of Sund '.length
  await ask['passage.create']({ articleId: 1, start, end: start + 'was silent'.length })
  open.close()
  const told = await original(folder, '--take')
  expect(told.status).toBe(0)
  expect(told.out).toContain('1 passages lose their place')
  expect((await collateJson(folder, ['show', '1', ...library])).documents[0].blocks[1].text).toContain('said nothing')
  expect((await original(folder, '--take')).out).toBe('no difference\n')
  expect((await collateJson(folder, ['undo', ...library])).documents).toMatchObject([{ label: 'original.take' }])
  expect((await collateJson(folder, ['show', '1', ...library])).documents[0].blocks[1].text).toContain('was silent')
})

it.each([[[]], [['--compare', '--take']], [['--out', 'out.txt', '--compare']]])(
  'answers wrong use with status 2: %j',
  async (args) => {
    const folder = await withArticle('The mayor of Sund was silent about it.')
    expect((await original(folder, ...args)).status).toBe(2)
    expect(readdirSync(folder).sort()).toEqual(['L.collate', 'a.txt'])
  },
)

it('says that an article is not there', async () => {
  const folder = await withArticle()
  expect(await collate(folder, ['original', '9', ...library, '--compare'])).toMatchObject({ status: 3, out: '' })
})
