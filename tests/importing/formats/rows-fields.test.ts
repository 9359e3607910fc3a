import { expect, it } from 'vitest'
import { extractFile } from '../../../src-main/importing/extract'

const text = 'The ferry Anna lay in the harbour of Sund for a week, its owners said on Tuesday.'
const read = (content: string, fileName: string) => extractFile({ bytes: new TextEncoder().encode(content), fileName })
const csv = async (...lines: string[]) => (await read(lines.join('\n'), 'a.csv')).articles
const json = (value: unknown) => read(JSON.stringify(value), 'a.json')

it('a table is divided as its names are, whatever stands in quotes', async () => {
  const [article] = await csv('"title; main; or; short",outlet,text', `In port,Sund Post,"${text}"`)
  expect(article?.metadata.outlet.value).toBe('Sund Post')
  expect(article?.blocks.map((block) => block.text)).toContain(text)
})

it('a source that is an address is one', async () => {
  const [article] = await csv('title,source,text', `In port,https://post.example/anna,"${text}"`)
  expect(article?.metadata).toMatchObject({
    url: { value: 'https://post.example/anna' },
    outlet: { value: 'post.example', confidence: 'unsure' },
  })
})

it('a first paragraph that a database keeps apart stands before the text once', async () => {
  const lead = 'A ferry that nobody can pay for waits in the harbour of Sund.'
  const rows = await csv('hd,lp,td', `In port,"${lead}","${text}"`, `In port,"${lead}","${lead} ${text}"`)
  expect(rows.map(({ blocks }) => blocks.map((block) => block.text))).toEqual([[lead, text], [`${lead} ${text}`]])
})

it('days that contradict each other leave one that may be read in two ways open', async () => {
  const days = async (...all: string[]) =>
    (await csv('title,date,text', ...all.map((day, at) => `In port ${at},${day},"${at} ${text}"`))).map(
      ({ metadata }) => metadata.published.value,
    )
  expect(await days('25/04/2031', '05/07/2031')).toEqual(['2031-04-25', '2031-07-05'])
  expect(await days('25/04/2031', '04/26/2031', '05/07/2031')).toEqual(['2031-04-25', '2031-04-26', null])
})

it('times are counted in seconds or thousandths, and their beginning is no day', async () => {
  const time = Date.UTC(2031, 4, 7, 12)
  const { articles } = await json([
    { title: 'a', text, published: time },
    { title: 'b', text, published: time / 1000 },
    { title: 'c', text, published: '1970-01-01T00:00:00Z' },
  ])
  expect(articles.map(({ metadata }) => metadata.published.value)).toEqual(['2031-05-07', '2031-05-07', null])
})

it('a date of a bibliography whose day is no number is a month', async () => {
  const { references } = await json([
    {
      type: 'article-newspaper',
      title: 'In port',
      URL: 'https://post.example/a',
      issued: { 'date-parts': [[2031, 5, 'x']] },
    },
  ])
  expect(references[0]?.given.published?.value).toBe('2031-05')
})
