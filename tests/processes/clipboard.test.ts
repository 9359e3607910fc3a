import { expect, test } from 'vitest'
import { readClipboard } from '../../src-main/platform/clipboard'

type Content = { text: string; html: string; formats: Record<string, Uint8Array> }

const none = new Uint8Array()

/** The two forms that Electron's clipboard has had, over the same content. */
const clipboards = {
  synchronous: ({ text, html, formats }: Content) => ({
    readText: () => text,
    readHTML: () => html,
    readBuffer: (format: string) => formats[format] ?? none,
  }),
  items: ({ text, html, formats }: Content) => {
    const blobs = new Map<string, Blob>(html ? [['text/html', new Blob([html])]] : [])
    for (const [format, bytes] of Object.entries(formats)) {
      blobs.set(`electron application/osclipboard;format="${format}"`, new Blob([Uint8Array.from(bytes)]))
    }
    const getType = async (type: string) => blobs.get(type) ?? Promise.reject(new Error('not there'))
    return { readText: async () => text, read: async () => [{ types: [...blobs.keys()], getType }] }
  },
}

const page = 'https://post.example/a?b=1'
const windows = Buffer.from(
  `Version:0.9\r\nStartHTML:0000000172\r\nSourceURL:${page}\r\n<html><!--StartFragment--><p>Text`,
)

test.each(Object.entries(clipboards))('marked-up text comes with its HTML (%s)', async (_, clipboard) => {
  const content = { text: 'Ferry late', html: '<p>Ferry late</p>', formats: {} }
  expect(await readClipboard(clipboard(content))).toEqual({ text: 'Ferry late', html: '<p>Ferry late</p>', url: null })
  expect(await readClipboard(clipboard({ ...content, html: '' }))).toMatchObject({ html: null })
})

test.each(
  Object.entries(clipboards).flatMap(([name, clipboard]) =>
    [
      ['Windows', { 'HTML Format': windows }, page],
      ['Chromium', { 'chromium/x-source-url': Buffer.from(page) }, page],
      ['Firefox', { 'text/x-moz-url-priv': Buffer.from(`${page}\0`, 'utf16le') }, page],
      [
        'Firefox, with letters of its own,',
        { 'text/x-moz-url-priv': Buffer.from(`${page}&c=ü`, 'utf16le') },
        `${page}&c=ü`,
      ],
      ['a program that does not tell', {}, null],
      ['a page of the disk', { 'chromium/x-source-url': Buffer.from('file:///home/maar/page.html') }, null],
      ['a script', { 'chromium/x-source-url': Buffer.from('javascript:alert(1)') }, null],
    ].map(([who, formats, url]) => ({ name, clipboard, who, formats: formats as Content['formats'], url })),
  ),
)('the address of a copied page is found as $who gives it ($name)', async ({ clipboard, formats, url }) => {
  expect(await readClipboard(clipboard({ text: 'T', html: '', formats }))).toMatchObject({ url })
})

test('an empty clipboard is empty', async () => {
  const empty = { readText: async () => '', read: async () => [] }
  expect(await readClipboard(empty)).toEqual({ text: '', html: null, url: null })
})
