import { describe, expect, it } from 'vitest'
import { readCopiedHtml } from '../../../src-main/importing/formats/clipboard-html'

const selected = '<p>The harbour wall gave way – on <b>Monday</b> night.</p>'
const windows = (source: string) =>
  `Version:0.9\r\nStartHTML:0000000164\r\nEndHTML:0000000300\r\nStartFragment:0000000200\r\nEndFragment:0000000250\r\n${source}<html>\r\n<body>\r\n<!--StartFragment-->${selected}<!--EndFragment-->\r\n</body>\r\n</html>\0`

describe('HTML from the clipboard', () => {
  it('of Windows comes without its header, with the address of its page', () => {
    expect(readCopiedHtml(windows('SourceURL:https://press.example/wall?id=1\r\n'))).toEqual({
      html: selected,
      url: 'https://press.example/wall?id=1',
    })
  })

  it('of browsers comes without what they add', () => {
    expect(readCopiedHtml(`<meta http-equiv="content-type" content="text/html; charset=utf-8">${selected}`)).toEqual({
      html: selected,
      url: null,
    })
    expect(readCopiedHtml(`<html><body>\n<!--StartFragment-->${selected}<!--EndFragment-->\n</body></html>`).html).toBe(
      selected,
    )
  })

  it('takes no address that is no web page’s', () => {
    for (const source of ['file:///home/i/a.html', 'about:blank', 'javascript:alert(1)', '']) {
      expect(readCopiedHtml(windows(`SourceURL:${source}\r\n`))).toEqual({ html: selected, url: null })
    }
  })

  it('cut off or empty gives what there is', () => {
    expect(readCopiedHtml('')).toEqual({ html: '', url: null })
    expect(readCopiedHtml('Version:0.9\r\nStartHTML:00')).toEqual({ html: '', url: null })
    expect(readCopiedHtml(`<!--StartFragment-->${selected}`).html).toBe(selected)
    expect(readCopiedHtml('Version:1.0 of the plan\nwas drawn up in March.').html).toContain('was drawn up')
  })
})
