import { expect, it } from 'vitest'
import { textBlocks } from '../../src-main/importing/formats/text'
import { readOpening } from '../../src-main/importing/opening'
import { extractText, paragraphs } from './support'

const kinds = async (...lines: string[]) =>
  (await extractText(lines.join('\n\n'))).blocks.map(({ kind, text }) => [kind, text])

it('a word over a headline names the section', async () => {
  const [section, title] = await kinds('Politics', 'Mayor of Sund calls for calm again', ...paragraphs(3))
  expect(section).toEqual(['heading', 'Politics'])
  expect(title).toEqual(['title', 'Mayor of Sund calls for calm again'])
})

it('a short line between paragraphs is a heading, unless it asks or speaks', async () => {
  const [first, second, third, fourth] = paragraphs(4) as [string, string, string, string]
  const read = await kinds(
    'The wall gives way',
    first,
    'Night on the river',
    second,
    'And what now?',
    third,
    '“Never again”',
    fourth,
  )
  expect(read.filter(([, text]) => (text?.length ?? 0) < 30).map(([kind]) => kind)).toEqual([
    'title',
    'heading',
    'paragraph',
    'paragraph',
  ])
})

it('a date at the end of a text counts only where nothing else says its day', () => {
  const blocks = textBlocks(['The wall gives way', ...paragraphs(3), '9 May 2031'].join('\n\n'))
  const known = readOpening(blocks, {}).metadata.published
  expect(known).toMatchObject({ value: '2031-05-09', confidence: 'likely' })
  const again = readOpening(blocks, { ...(known ? { published: known } : {}) })
  expect(again.metadata.published).toBeUndefined()
  expect(again.blocks.at(-1)?.kind).toBe('paragraph')
})

it.each([
  ['Maris Gazette, 12 March 2031', 'Maris Gazette'],
  ['The Harbour Bell | 12 March 2031', 'The Harbour Bell'],
  ['12 March 2031 – Radio Osmera', 'Radio Osmera'],
  ['Inge Maar, 12 March 2031', null],
  ['Lindhaven, 12 March 2031', null],
  ['The man in the harbour, 12 March 2031', null],
])('an outlet beside the date is read: "%s"', async (line, outlet) => {
  const { metadata } = await extractText(['The wall gives way at night', line, ...paragraphs(3)].join('\n\n'))
  expect(metadata.outlet.value).toBe(outlet)
  expect(metadata.published.value).toBe('2031-03-12')
})

it('an outlet that is told by its label goes before one beside the date', async () => {
  const lines = [
    'The wall gives way at night',
    'Source: Harbour Post',
    'Maris Gazette, 12 March 2031',
    ...paragraphs(3),
  ]
  expect((await extractText(lines.join('\n\n'))).metadata.outlet).toMatchObject({
    value: 'Harbour Post',
    confidence: 'certain',
  })
})
