import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExtractedArticle } from '../../../src-main/domain/extraction'
import { expand } from '../../../src-main/services/import-expand'
import { extractHere } from '../../support/services'
import { fixtures, sourceText } from './source-texts'
import { known } from './support'

const names = ['bruecke', 'canal', 'harbour']

async function articlesOf(path: string): Promise<ExtractedArticle[]> {
  const articles: ExtractedArticle[] = []
  const file = { bytes: readFileSync(path), fileName: basename(path) }
  for await (const found of expand(extractHere, file)) {
    if (found.kind === 'refused') throw new Error(`${found.file.fileName}: ${found.failure.code}`)
    if (found.kind === 'article') articles.push(found.article)
  }
  return articles
}

async function articleOf(path: string): Promise<ExtractedArticle> {
  const [article, ...others] = await articlesOf(path)
  if (!article || others.length > 0) throw new Error(`${others.length + 1} articles`)
  return article
}

const wordsOf = (texts: readonly string[]) => texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? []

/** Words of the body that is shown: the subject stands in some mails, and not in others. */
const bodyWords = ({ blocks }: ExtractedArticle) =>
  wordsOf(blocks.filter(({ hidden, kind }) => !hidden && kind !== 'title').map(({ text }) => text))

/** Words of a source text without its captions, which these files are made without. */
const sourceWords = (name: string) =>
  wordsOf(sourceText(name).blocks.flatMap(({ kind, text }) => (kind === 'caption' ? [] : [text])))

function expectArticle(article: ExtractedArticle, name: string, more: Record<string, string | undefined> = {}): void {
  const { head } = sourceText(name)
  expect(bodyWords(article)).toEqual(sourceWords(name))
  const { title, byline, published, language } = head
  for (const [field, value] of Object.entries({ title, byline, published, language, ...more })) {
    expect(article.metadata[field as 'title'].value, field).toBe(value)
  }
}

const mail = join(fixtures, 'mail')
const mails = (ending: string) =>
  readdirSync(mail).flatMap((file) => (file.endsWith(ending) ? [[file, file.split('-')[0] ?? ''] as const] : []))

describe('mail', () => {
  it.each([...mails('-quoted-printable.eml'), ...mails('-8bit.eml'), ...mails('-base64.eml')])(
    '%s, as s-nail sends it, is the text that was sent',
    async (file, name) => {
      expectArticle(await articleOf(join(mail, file)), name, { outlet: sourceText(name).head.outlet })
    },
  )

  it.each([...mails('-newsletter.eml'), ...mails('-pictured.eml')])(
    '%s, as mutt and Python put newsletters together, is the page without what the mailing says of itself',
    async (file, name) => {
      const article = await articleOf(join(mail, file))
      expectArticle(article, name, { outlet: sourceText(name).head.outlet })
      const hidden = article.blocks.filter((block) => block.hidden).map(({ text }) => text)
      expect(hidden).toContainEqual(expect.stringContaining('View this email in your browser'))
      expect(hidden).toContainEqual(expect.stringContaining('Unsubscribe'))
    },
  )

  it.each(mails('-forwarded-attached.eml'))('%s, as s-nail forwards it, is the mail inside', async (file, name) => {
    expectArticle(await articleOf(join(mail, file)), name, { outlet: sourceText(name).head.outlet })
  })

  it.each(mails('-forwarded-quoted.eml'))(
    '%s, as s-nail forwards it, is the mail without its head',
    async (file, name) => {
      const article = await articleOf(join(mail, file))
      // The program puts the comment behind the message, where nothing tells it from the text.
      expect(bodyWords(article)).toEqual([...sourceWords(name), 'Worth', 'a', 'look'])
      const { title, published, outlet } = sourceText(name).head
      expect(known(article)).toMatchObject({ title, published, outlet })
    },
  )

  it.each(mails('-packed.eml'))('%s, as mpack sends it, holds the document', async (file, name) => {
    const [note, document] = await articlesOf(join(mail, file))
    expect(note?.blocks.map(({ text }) => text)).toContain('The document that you asked for.')
    expect(document?.metadata.title.value).toBe(sourceText(name).head.title)
  })

  it('a mailbox holds each of its messages', async () => {
    const articles = await articlesOf(join(mail, 'box.mbox'))
    expect(articles).toHaveLength(names.length)
    for (const [index, article] of articles.entries()) expectArticle(article, names[index] ?? '')
  })
})
