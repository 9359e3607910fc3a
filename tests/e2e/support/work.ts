import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { LibraryMethodName, Output } from '../../../src-main/contract/methods'
import { openSample } from './actions'
import { expect, test as plain } from './app'

/** What a researcher has done with the sample library: the state in which most of the window is worth looking at. */

type Marked = { file: string; quote: string; tags: string[]; note?: string }

const marked: readonly Marked[] = [
  {
    file: 'kolvar',
    quote: 'A day later, Osmeran border guards took control of the eastern gates of Velda Lock',
    tags: ['Lock/Takeover'],
    note: 'The council’s paper leaves out the day. It follows from the vote before it.',
  },
  {
    file: 'kolvar',
    quote: 'voted by eleven to four to suspend free passage on the Sarn until Tamria pays its overdue tolls',
    tags: ['Lock/Tolls'],
  },
  {
    file: 'kolvar',
    quote: 'at least 63 barges were waiting above the lock by Wednesday evening',
    tags: ['Lock/Queue'],
  },
  { file: 'kolvar', quote: 'The council says the true number is 41', tags: ['Lock/Queue', 'Disputed'] },
  { file: 'kolvar', quote: 'Osmera puts the debt at 31 million crowns', tags: ['Lock/Tolls', 'Disputed'] },
  { file: 'kolvar', quote: 'Some 6,500 people have moved to higher ground', tags: ['Flood/Displaced', 'Disputed'] },
  {
    file: 'sarn-courier',
    quote: 'Osmeran border guards took control of the eastern gates of Velda Lock on Tuesday',
    tags: ['Lock/Takeover'],
  },
  {
    file: 'sarn-courier',
    quote: 'At least 63 barges carrying grain and heating oil were waiting upstream of the lock on Wednesday evening',
    tags: ['Lock/Queue'],
    note: 'Same officials, same wire service as in the Herald: one origin, not two.',
  },
  {
    file: 'sarn-courier',
    quote: '“We have fuel for nine days and flour for six,” said Marit Oster, the mayor of Hask',
    tags: ['Flood/Supplies'],
  },
  {
    file: 'sarn-courier',
    quote: 'Roughly 9,000 residents had left the town by Thursday, the Basin Commission said',
    tags: ['Flood/Displaced', 'Disputed'],
  },
  {
    file: 'sarn-courier',
    quote: 'Tamrian officials dispute both the debt and the council’s right to collect it.',
    tags: ['Lock/Tolls'],
  },
  { file: 'sada', quote: 'سيطر حرس الحدود الأوسميري على البوابات الشرقية لهويس فيلدا', tags: ['Lock/Takeover'] },
  { file: 'sada', quote: 'مخزون الطحين يكفي ستة أيام', tags: ['Flood/Supplies'] },
  { file: 'sada', quote: 'نحو 13 ألف شخص غادروا منازلهم', tags: ['Flood/Displaced', 'Disputed'] },
  {
    file: 'lindhaven',
    quote: 'Osmeran border guards took control of the eastern gates of Velda Lock on March 11',
    tags: ['Lock/Takeover'],
  },
  { file: 'lindhaven', quote: 'more than 14,200 people have left Hask', tags: ['Flood/Displaced', 'Disputed'] },
  { file: 'lindhaven', quote: 'The embankment at Hask gave way on March 7', tags: ['Flood/Breach', 'Disputed'] },
  { file: 'velda', quote: 'The embankment at Hask had given way on 9 March', tags: ['Flood/Breach', 'Disputed'] },
  { file: 'velda', quote: '58 barges were already tied up above the lock', tags: ['Lock/Queue', 'Disputed'] },
]

const statuses = { kolvar: 'reviewed', 'sarn-courier': 'reading', lindhaven: 'reading' } as const

type Fixtures = {
  /** Opens the sample library with a day's work in it. The work is done once; other tests open copies of the library. */
  openWorked: () => Promise<void>
}

type Kept = {
  /** Where the library with the work in it is kept, once it is made. */
  worked: string
}

export const test = plain.extend<Fixtures, Kept>({
  worked: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'collate-worked-'))
      await use(join(folder, 'Worked.collate'))
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  openWorked: async ({ worked, folder, page }, use) => {
    const sample = join(folder, 'data/sample/Sample.collate')
    await use(async () => {
      if (existsSync(worked)) {
        mkdirSync(dirname(sample), { recursive: true })
        copyFileSync(worked, sample)
      } else {
        await workOnSample(page)
        // A library that was closed is one file.
        await page.evaluate(() => window.collate.shell('shell.close', {}))
        copyFileSync(sample, worked)
      }
      await openSample(page)
      await expect(page.getByText(/^6 articles,/)).toBeVisible()
    })
  },
})

/** Ids of the sample’s articles by the beginning of their files’ names. */
export type Worked = { articles: Record<string, number>; takeover: number }

/** Opens the sample library and does in it what a researcher would have done after a day: tags, dates, events, a note. */
export async function workOnSample(page: Page): Promise<Worked> {
  await openSample(page)
  await expect(page.getByText(/^6 articles,/)).toBeVisible()
  const worked = await page.evaluate(
    async ({ marked, statuses }) => {
      const call = async <M extends LibraryMethodName>(method: M, input: unknown): Promise<Output<M>> => {
        const answer = await window.collate.call(method, input as never)
        if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`)
        return answer.value as Output<M>
      }
      const articles: Record<string, number> = {}
      const texts: Record<string, string> = {}
      for (const id of await call('article.ids', { filter: {}, sort: { by: 'added', descending: false } })) {
        const { article, blocks } = await call('article.text', { id })
        const start = ['kolvar', 'lindhaven', 'sada', 'sarn-courier', 'tamria', 'velda'].find((name) =>
          article.original.fileName.startsWith(name),
        )
        articles[start ?? ''] = id
        texts[start ?? ''] = blocks.map(({ text }) => text).join('\n')
      }
      const lindhaven = { outlet: 'The Lindhaven Post', published: '15 March 2031' }
      await call('article.set', { ids: [articles.lindhaven], edits: lindhaven })
      for (const [file, status] of Object.entries(statuses)) {
        await call('article.set', { ids: [articles[file]], edits: { status } })
      }
      let takeover = 0
      for (const { file, quote, tags, note } of marked) {
        const plain = (text: string): string => text.replaceAll('’', "'")
        const start = plain(texts[file] ?? '').indexOf(plain(quote))
        if (start < 0) throw new Error(`not in ${file}: ${quote}`)
        const tagIds: number[] = []
        for (const name of tags) tagIds.push((await call('tag.create', { name })).id)
        if (tags.includes('Lock/Takeover')) takeover = tagIds[0] ?? 0
        const span = { articleId: articles[file], start, end: start + quote.length }
        await call('passage.create', { ...span, tagIds, ...(note ? { note } : {}) })
      }
      return { articles, takeover }
    },
    { marked, statuses },
  )
  await acceptEvents(page)
  await writeNote(page)
  return worked
}

/** Accepts what several articles tell, and a few dates that one tells alone. */
async function acceptEvents(page: Page): Promise<void> {
  const accept = (least: number): Promise<boolean> =>
    page.evaluate(async (least) => {
      const list = await window.collate.call('suggestion.list', {})
      if (!list.ok) throw new Error(list.error.code)
      const next = list.value.find((s) => s.edtf !== null && s.items.length >= least)
      if (!next) return false
      const ids = next.items.map(({ id }) => id)
      const eventId = next.joins?.eventId
      const accepted = await window.collate.call('suggestion.accept', { ids, ...(eventId ? { eventId } : {}) })
      if (!accepted.ok) throw new Error(accepted.error.code)
      return true
    }, least)
  await expect.poll(() => page.evaluate(async () => (await window.collate.call('suggestion.list', {})).ok)).toBe(true)
  while (await accept(2)) {}
  for (let i = 0; i < 4; i += 1) await accept(1)
}

const noteText = `Four outlets report that Osmeran border guards took the eastern gates of Velda Lock on 11 March 2031.
Two of them rest on the same wire service.

The number of barges that wait, and of people who left Hask, is disputed.`

async function writeNote(page: Page): Promise<void> {
  await page.evaluate(async (markdown) => {
    const { call } = window.collate
    const tags = await call('tag.list', {})
    const made = await call('briefing.create', { title: 'Who holds Velda Lock, and since when' })
    if (!tags.ok || !made.ok) throw new Error('no note')
    const quotes = (name: string) => {
      const tagId = tags.value.find((tag) => tag.name === name)?.id ?? null
      return { kind: 'quotes' as const, tagId, passageIds: [] }
    }
    const saved = await call('briefing.save', {
      id: made.value.id,
      blocks: [
        { kind: 'text', markdown },
        { kind: 'heading', level: 2, text: 'The takeover' },
        quotes('Takeover'),
        { kind: 'heading', level: 2, text: 'What is disputed' },
        quotes('Displaced'),
        { kind: 'timeline', eventIds: null },
        { kind: 'sources' },
      ],
    })
    if (!saved.ok) throw new Error(saved.error.code)
  }, noteText)
}
