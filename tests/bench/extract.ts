import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { Readability } from '@mozilla/readability'
import type { ArticleMetadata } from '../../src-main/domain/article'
import { extractFile } from '../../src-main/importing/extract'
import { inventedPages } from '../support/invented-pages'
import {
  countSegments,
  halfOf,
  type Page,
  type PageMetadata,
  paragraphsKept,
  paragraphsOf,
  parsePage,
  readPages,
  type SegmentCounts,
  segmentF,
  textF1,
} from '../support/pages'

/**
 * Text and metadata of web pages against what is right, for both halves of a fixed split, beside bare Readability in the
 * same run: `npm run bench -- extract [FOLDER] [PASSES]`. The project's own pages go first; FOLDER holds pages as
 * `tests/support/pages.ts` says; PASSES is the number of pages read for the figures of memory, 2,000 unless given.
 */
const folder = resolve(process.argv[2] ?? '../shared/data/html-pages')
const passes = Number(process.argv[3] ?? 2000)

type Result = { text: string; metadata: Partial<PageMetadata>; milliseconds: number }
type Scored = { page: Page; f1: number | null; kept: number | null; segments: SegmentCounts; result: Result }

async function collate(page: Page): Promise<Result> {
  const start = performance.now()
  const { articles } = await extractFile({ bytes: page.bytes, fileName: 'page.html' })
  const milliseconds = performance.now() - start
  const [article] = articles
  const body = (article?.blocks ?? []).filter(
    (block) => !block.hidden && !['title', 'subtitle', 'byline', 'date'].includes(block.kind),
  )
  const metadata = article ? named(article.metadata) : {}
  return { text: body.map((block) => block.text).join('\n'), metadata, milliseconds }
}

const named = ({ title, byline, published, outlet, language }: ArticleMetadata): PageMetadata => ({
  title: title.value,
  byline: byline.value,
  publishedTime: published.value,
  siteName: outlet.value,
  lang: language.value,
})

function readability(page: Page): Result {
  const start = performance.now()
  const article = new Readability(parsePage(page.bytes.toString('utf8')) as never).parse()
  const milliseconds = performance.now() - start
  const { title = null, byline = null, publishedTime = null, siteName = null, lang = null } = article ?? {}
  const metadata = { title, byline, publishedTime, siteName, lang }
  return { text: paragraphsOf(article?.content ?? '').join('\n'), metadata, milliseconds }
}

function score(page: Page, result: Result): Scored {
  const { paragraphs } = page
  return {
    page,
    result,
    f1: paragraphs && textF1(paragraphs.join('\n'), result.text),
    kept: paragraphs && paragraphsKept(paragraphs, result.text),
    segments: countSegments(page, result.text),
  }
}

const mean = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '   -' : (numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toFixed(3)
const quantile = (numbers: readonly number[], share: number): string =>
  (numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0).toFixed(0)
const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null)

const plain = (value: string): string => value.toLowerCase().replace(/\s+/g, ' ').trim()

/** "By Jane Roe and John Doe" and "Jane Roe, John Doe" name the same persons. */
const names = (byline: string): string => plain(byline.replace(/^by /i, '').replace(/,? and |,\s*|\s*&\s*/gi, ', '))

/**
 * "2016-04-18T12:00:00" and "2016-04-18" name one day; a date that is written otherwise is compared as it stands.
 * "en" is the language of "en-US" (RFC 4647, basic filtering), "en-GB" is not.
 */
function sameValue(field: keyof PageMetadata, right: string, found: string | null | undefined): boolean {
  if (!found) return false
  if (field === 'publishedTime') return right.slice(0, 10) === found.slice(0, 10)
  if (field === 'lang') return plain(found) === plain(right) || plain(found).startsWith(`${plain(right)}-`)
  if (field === 'byline') return names(right) === names(found)
  return plain(right) === plain(found)
}

const fields = ['title', 'byline', 'publishedTime', 'siteName', 'lang'] as const

function exactness(scored: readonly Scored[], field: keyof PageMetadata): string {
  const pages = scored.filter(({ page }) => page.metadata[field])
  const right = pages.filter(({ page, result }) => sameValue(field, page.metadata[field] ?? '', result.metadata[field]))
  return pages.length === 0 ? `${field} -` : `${field} ${(right.length / pages.length).toFixed(2)} (${pages.length})`
}

function print(name: string, scored: readonly Scored[]): void {
  const segments = scored.filter(({ page }) => page.wanted.length + page.unwanted.length > 0)
  const f = segments.length > 0 ? segmentF(segments.map((one) => one.segments)).toFixed(3) : '-'
  const times = scored.map(({ result }) => result.milliseconds)
  console.log(
    `${name}: text F1 ${mean(known(scored.map(({ f1 }) => f1)))}, paragraphs kept ${mean(known(scored.map(({ kept }) => kept)))}, ` +
      `segments F ${f}, ms a page ${quantile(times, 0.5)} median ${quantile(times, 0.95)} p95`,
  )
  if (scored.some(({ page }) => Object.keys(page.metadata).length > 0)) {
    console.log(`${name}: exact ${fields.map((field) => exactness(scored, field)).join(', ')}`)
  }
}

async function measureMemory(pages: readonly Page[]): Promise<void> {
  const figures: string[] = []
  for (let at = 0; at < passes; at += 1) {
    await collate(pages[at % pages.length] as Page)
    if ((at + 1) % Math.max(1, Math.floor(passes / 4)) !== 0) continue
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    figures.push(`${at + 1}: ${(rss / 1e6).toFixed(0)} (${(heapUsed / 1e6).toFixed(0)})`)
  }
  console.log(`resident MB (heap) after pages ${figures.join(', ')}`)
}

async function measure(name: string, pages: readonly Page[]): Promise<void> {
  for (const half of ['dev', 'held-out'] as const) {
    const own = pages.filter((page) => halfOf(page.name) === half)
    const mine: Scored[] = []
    for (const page of own) mine.push(score(page, await collate(page)))
    console.log(`${name}, ${half} half by a hash of the page's name: ${own.length} pages`)
    print('  Collate    ', mine)
    print(
      '  Readability',
      own.map((page) => score(page, readability(page))),
    )
  }
}

const pages = existsSync(folder) ? readPages(folder) : []
const invented = inventedPages()
for (const page of invented.slice(0, 3)) await collate(page)
await measure('invented pages', invented)
if (pages.length === 0) console.log(`${basename(folder)}: not found, or without pages`)
else await measure(basename(folder), pages)
if (passes > 0) await measureMemory(pages.length > 0 ? pages : invented)
