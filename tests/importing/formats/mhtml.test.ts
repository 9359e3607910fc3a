import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { body, extractArticle, extractFile, hidden, paragraphs, refusal } from '../support'
import { fixtures, sourceText } from './source-texts'

const text = paragraphs(5)
const page = (inner: string, head = '') =>
  `<html><head><title>Wall | Island Press</title>${head}</head><body><h1>Wall gives way</h1>${inner}</body></html>`
const story = text.map((paragraph) => `<p>${paragraph}</p>`).join('\n')

type Part = { headers: string[]; body: string | Buffer }
const saved = (parts: Part[], head: string[]): Buffer =>
  Buffer.concat([
    Buffer.from(
      `${[...head, 'MIME-Version: 1.0', 'Content-Type: multipart/related; type="text/html"; boundary="=_b"'].join('\r\n')}\r\n\r\n`,
    ),
    ...parts.flatMap((part) => [
      Buffer.from(`--=_b\r\n${part.headers.join('\r\n')}\r\n\r\n`),
      Buffer.from(part.body),
      Buffer.from('\r\n'),
    ]),
    Buffer.from('--=_b--\r\n'),
  ])
const read = (bytes: Uint8Array, fileName = 'page.mhtml') => extractArticle({ bytes, fileName })
const blink = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://island.example/wall',
  'Date: Sat, 9 Mar 2030 10:00:00 +0000',
]

describe('a page saved as MHTML', () => {
  it.each(['harbour', 'bruecke', 'canal'])('by Chromium gives the text of %s and its metadata', async (name) => {
    const { head, blocks } = sourceText(name)
    const article = await extractFile(join(fixtures, 'mhtml', `${name}.mhtml`))
    const shown = article.blocks.filter((block) => !block.hidden).map(({ kind, text }) => ({ kind, text }))
    expect(shown).toEqual([{ kind: 'title', text: head.title }, { kind: 'subtitle', text: head.subtitle }, ...blocks])
    expect(hidden(article).map(([reason]) => reason)).toContain('cookies')
    const known = Object.entries(article.metadata).filter(([, { value }]) => value !== null)
    expect(Object.fromEntries(known.map(([field, { value }]) => [field, value]))).toEqual(head)
  })

  it('is the main document, not one that is embedded in it', async () => {
    const frame = {
      headers: ['Content-Type: text/html', 'Content-Location: cid:frame'],
      body: page('<p>Buy a better boat today.</p>'),
    }
    const main = {
      headers: ['Content-Type: text/html', 'Content-Location: https://island.example/wall'],
      body: page(story),
    }
    const article = await read(saved([frame, main], blink))
    expect(body(article)).toEqual(text)
    expect([article.metadata.url.value, article.metadata.published.value]).toEqual([
      'https://island.example/wall',
      null,
    ])
  })

  it('reads the frame of a frameset, which has no text of its own', async () => {
    const set = {
      headers: ['Content-Type: text/html'],
      body: '<html><frameset cols="20%,80%"><frame src="a"><frame src="b"></frameset></html>',
    }
    const menu = { headers: ['Content-Type: text/html'], body: '<a href="x">Menu</a>' }
    const article = await read(saved([set, menu, { headers: ['Content-Type: text/html'], body: page(story) }], blink))
    expect(body(article)).toEqual(text)
  })

  it('heeds the encoding that the part declares', async () => {
    const arabic = 'قال حارس المنارة يوم الاثنين إن القوارب لم تغادر الميناء منذ ثلاثة أيام بسبب ارتفاع الأمواج.'
    const windows = Buffer.from(
      [...arabic].map((letter) => {
        const at = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىءئؤ'.indexOf(letter)
        return at < 0 ? letter.charCodeAt(0) : (cp1256[at] ?? 0x3f)
      }),
    )
    const base64 = Buffer.concat([Buffer.from('<html><body><p>'), windows, Buffer.from(`</p></body></html>`)]).toString(
      'base64',
    )
    const part = {
      headers: ['Content-Type: text/html; charset="windows-1256"', 'Content-Transfer-Encoding: base64'],
      body: base64,
    }
    const article = await read(
      saved([part], ['From: "Saved by Windows Internet Explorer 11"', 'Subject: x']),
      'page.mht',
    )
    expect(article.blocks.map((block) => block.text)).toEqual([arabic])
  })

  it('is refused where no page is in it', async () => {
    const picture = { headers: ['Content-Type: image/png', 'Content-Transfer-Encoding: base64'], body: 'iVBORw0KGgo=' }
    expect(await refusal(read(saved([picture], blink)))).toBe('import/not-an-article')
    expect(await refusal(read(Buffer.from(blink.join('\r\n'))))).toBe('import/not-an-article')
  })

  it('keeps what is there of a file that was cut off', async () => {
    const main = { headers: ['Content-Type: text/html'], body: page(story) }
    const whole = saved([main], blink)
    const article = await read(whole.subarray(0, whole.length - 300))
    expect(body(article).slice(0, 3)).toEqual(text.slice(0, 3))
  })
})

/** Bytes of the letters above in windows-1256. */
const cp1256 = [
  0xc7, 0xc8, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd8, 0xd9, 0xda, 0xdb,
  0xdd, 0xde, 0xdf, 0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xed, 0xc3, 0xc5, 0xc2, 0xc9, 0xec, 0xc1, 0xc6, 0xc4,
]
