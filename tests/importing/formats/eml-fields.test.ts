import { expect, it } from 'vitest'
import { extractFile } from '../../../src-main/importing/extract'

const text = 'The ferry Anna lay in the harbour of Sund for a week, its owners said on Tuesday.'
const mail = async (headers: string[], lines: string[]) => {
  const source = ['Date: Tue, 4 Mar 2031 10:00:00 +0100', 'MIME-Version: 1.0', ...headers, '', ...lines].join('\r\n')
  const { articles } = await extractFile({ bytes: new TextEncoder().encode(source), fileName: 'a.eml' })
  const [article] = articles
  if (!article) throw new Error('no article')
  return article
}
const shown = ({ blocks }: Awaited<ReturnType<typeof mail>>) =>
  blocks.filter((block) => !block.hidden).map((block) => block.text)
const from = ['From: Inge Maar <maar@post.example>', 'Subject: In port']

it('a mail that tells of nothing but itself is shown', async () => {
  expect(shown(await mail(from, ['You are receiving this e-mail because you asked for it.']))).toHaveLength(1)
})

it('lines that a mail program broke are joined, but not with the mark of the signature', async () => {
  const flowed = ['Content-Type: text/plain; format=flowed']
  const lines = [
    'The ferry Anna lay in the harbour ',
    'of Sund for a week.',
    '',
    text,
    '',
    '-- ',
    'Inge Maar',
    'Quay 7',
  ]
  const article = await mail([...from, ...flowed], lines)
  expect(shown(article)).toEqual(['The ferry Anna lay in the harbour of Sund for a week.', text])
})

it('a line broken for the way is whole again, though white space came behind its mark', async () => {
  const printable = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable']
  const article = await mail(
    [...from, ...printable],
    ['The ferry Anna lay in the har=  ', 'bour of Sund for a week =E2=80=93 or so.'],
  )
  expect(shown(article)).toEqual(['The ferry Anna lay in the harbour of Sund for a week – or so.'])
})

it('who wrote an article is told by its text before its sender', async () => {
  const { metadata } = await mail(from, ['By Pia Holm', '', text, '', text])
  expect(metadata.byline.value).toBe('Pia Holm')
  expect(metadata.byline.others?.map((other) => other.value)).toEqual(['Inge Maar'])
})

it('the sender of a mailing list is its outlet, whatever the name', async () => {
  const { metadata } = await mail([...from, 'List-Id: <notes.post.example>'], [text])
  expect([metadata.outlet.value, metadata.byline.value]).toEqual(['Inge Maar', null])
})

it('a line that a mailbox marked because it begins as messages do is as it was written', async () => {
  const message = (name: string) =>
    `From maar@post.example Tue Mar  4 10:00:00 2031\nFrom: Inge Maar <maar@post.example>\nSubject: ${name}\n\n>From the quay: ${text}\n`
  const bytes = new TextEncoder().encode(`${message('One')}\n${message('Two')}`)
  const { files } = await extractFile({ bytes, fileName: 'a.mbox' })
  expect(files.map((file) => new TextDecoder().decode(file.bytes))).toEqual([
    expect.stringContaining('\n\nFrom the quay: The ferry'),
    expect.stringContaining('\n\nFrom the quay: The ferry'),
  ])
})
