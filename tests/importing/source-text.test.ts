import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extractFile } from '../../src-main/importing/extract'

const sourceOf = async (fileName: string, content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return (await extractFile({ fileName, bytes, sourceOnly: true })).source
}

describe('the text of an original', () => {
  it('is of a page all that a browser shows, a line for each block, furniture too', async () => {
    const page = `<html><head><title>Post</title><script>var ferry = '<p>no</p>'</script></head><body>
      <nav><a href="/">Home</a> <a href="/w">World</a></nav>
      <h1>The ferry <em>waits</em></h1><p>It lay &amp; waited &lt;a week&gt;.<br>Nobody came.</p><!-- not seen --></body></html>`
    expect(await sourceOf('a.html', page)).toEqual({
      lines: ['Home World', 'The ferry waits', 'It lay & waited <a week>.', 'Nobody came.'],
      truncated: false,
    })
  })

  it('is of text its lines', async () => {
    expect((await sourceOf('a.txt', 'One.\r\n\r\n  Two  words.\nThree.'))?.lines).toEqual([
      'One.',
      'Two words.',
      'Three.',
    ])
  })

  it('is of a feed the text of its items', async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Sund Post</title>
      <item><title>Ferry late</title><description><![CDATA[<p>The ferry came late.</p><p>Again.</p>]]></description></item>
      <item><title>Bridge open</title><description>&lt;p&gt;The bridge is open.&lt;/p&gt;</description></item></channel></rss>`
    expect((await sourceOf('a.rss', feed))?.lines).toEqual([
      'Sund Post',
      'Ferry late',
      'The ferry came late.',
      'Again.',
      'Bridge open',
      'The bridge is open.',
    ])
  })

  it('is of a mail its text as it reads, decoded', async () => {
    const mail = [
      'From: Inge Maar <inge@post.example>',
      'Subject: Ferry',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'plain words',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>The ferry=E2=80=99s late.</p><p>Again.</p>',
      '--b--',
      '',
    ].join('\r\n')
    expect((await sourceOf('a.eml', mail))?.lines).toEqual(['The ferry’s late.', 'Again.'])
  })

  it('is of a Word document its paragraphs', async () => {
    const xml = (body: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
    const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
    const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const docx = zipSync({
      '[Content_Types].xml': xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': xml(
        `<w:document xmlns:w="${word}"><w:body>${paragraph('The ferry came late.')}${paragraph('Again.')}</w:body></w:document>`,
      ),
    })
    expect((await sourceOf('a.docx', docx))?.lines).toEqual(['The ferry came late.', 'Again.'])
  })

  it('is cut where it is longer than can be looked through, and says so', async () => {
    const source = await sourceOf('a.txt', 'A line.\n'.repeat(6000))
    expect(source?.lines).toHaveLength(5000)
    expect(source?.truncated).toBe(true)
  })

  it('is told of as unreadable where the file is', async () => {
    await expect(sourceOf('a.pdf', '%PDF-1.7 and no more')).rejects.toThrow('import/unreadable')
    await expect(sourceOf('a.txt', new Uint8Array([0, 1, 2, 0, 255]))).rejects.toThrow('import/binary')
  })
})
