import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extractArticle, extractFile, hidden, ofKind, refusal } from '../support'
import { fixtures, sourceText } from './source-texts'

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const rels = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`

/** A Word document with this body. */
const word = (body: string, more: Record<string, string> = {}): Uint8Array => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': types,
    '_rels/.rels': rels(`<Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relation}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
}
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const prose =
  'The keeper of the lighthouse counted eleven boats on Monday and none at all on the day after that, she said.'
const read = (bytes: Uint8Array, fileName = 'notes.docx') => extractArticle({ bytes, fileName })

describe('a Word document', () => {
  it.each(['harbour', 'bruecke', 'canal'])(
    'made by LibreOffice gives the text of %s and its metadata',
    async (name) => {
      const { head, blocks } = sourceText(name)
      const article = await extractFile(join(fixtures, 'docx', `${name}-writer.docx`))
      const shown = article.blocks.filter((block) => !block.hidden).map(({ kind, text }) => ({ kind, text }))
      expect(shown).toEqual([{ kind: 'title', text: head.title }, { kind: 'subtitle', text: head.subtitle }, ...blocks])
      expect(hidden(article)).toEqual([['print', head.outlet]])
      const { title, subtitle, byline, published, language } = article.metadata
      expect([title.value, subtitle.value, byline.value, published.value, language.value]).toEqual([
        head.title,
        head.subtitle,
        head.byline,
        head.published,
        head.language,
      ])
    },
  )

  it('is not dated by the day on which the file was made', async () => {
    const properties = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>notes.docx</dc:title><dc:creator>user7</dc:creator><dcterms:created>2031-05-01T08:00:00Z</dcterms:created></cp:coreProperties>`
    const { metadata } = await read(word(paragraph(prose), { 'docProps/core.xml': properties }))
    expect([metadata.published.value, metadata.title.value, metadata.byline.value]).toEqual([null, null, null])
    const dated = await read(word(paragraph('3 May 2031') + paragraph(prose), { 'docProps/core.xml': properties }))
    expect(dated.metadata.published).toMatchObject({ value: '2031-05-03', others: [{ value: '2031-05-01' }] })
  })

  it('never opens a file that it links to', async () => {
    const picture = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="The tower at dusk"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
    const link = rels(
      `<Relationship Id="rId9" Type="${relation}/image" Target="file:///etc/hostname" TargetMode="External"/>`,
    )
    const article = await read(word(paragraph(prose) + picture, { 'word/_rels/document.xml.rels': link }))
    expect(ofKind(article, 'paragraph')).toContain(prose)
    expect(JSON.stringify(article)).not.toContain('hostname')
  })

  it('keeps footnotes as text and leaves out the marks that lead to them', async () => {
    const notes = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${paragraph('Counted from the gallery.')}</w:footnote></w:footnotes>`
    const body = `<w:p><w:r><w:t>${prose}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`
    const article = await read(
      word(body, {
        'word/footnotes.xml': notes,
        'word/_rels/document.xml.rels': rels(
          `<Relationship Id="r2" Type="${relation}/footnotes" Target="footnotes.xml"/>`,
        ),
      }),
    )
    expect(article.blocks.map((block) => block.text)).toEqual([prose, 'Counted from the gallery.'])
  })

  it('shows no text that Word hides, nor what was deleted', async () => {
    const run = (text: string, properties = '') =>
      `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
    const body = [
      `<w:p>${run('She counted ')}${run('eleven ', '<w:b/><w:vanish/>')}${run('or twelve ', '<w:vanish w:val="1"/>')}${run('boats on Monday.', '<w:vanish w:val="0"/>')}</w:p>`,
      `<w:p><w:pPr><w:pStyle w:val="Aside"/></w:pPr>${run('Ask her again.')}</w:p>`,
      `<w:p>${run('None came on')}<w:del>${run(' Wednesday').replaceAll('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del><w:ins>${run(' Tuesday.')}</w:ins></w:p>`,
      paragraph(prose),
    ]
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Aside"><w:name w:val="Aside"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    const article = await read(word(body.join(''), { 'word/styles.xml': styles }))
    const shown = article.blocks.filter((block) => !block.hidden).map((block) => block.text)
    expect(shown).toEqual(['She counted boats on Monday.', 'None came on Tuesday.', prose])
    expect(hidden(article)).toEqual([
      ['print', 'eleven or twelve'],
      ['print', 'Ask her again.'],
    ])
  })

  it('is refused with the reason where it is encrypted, a bomb, declares entities or is another program’s', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)])
    const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await refusal(read(locked))).toBe('import/encrypted')
    expect(await refusal(read(ole, 'old.doc'))).toBe('import/not-supported')
    const bomb = word(paragraph('a'.repeat(30_000_000)))
    expect(await refusal(read(bomb))).toBe('import/archive-too-dense')
    const entities = word('', { 'word/document.xml': '<!DOCTYPE d [<!ENTITY a "b">]><w:document/>' })
    expect(await refusal(read(entities))).toBe('import/doctype')
    expect(await refusal(read(zipSync({ 'readme.txt': strToU8('no document') })))).toBe('import/unreadable')
    expect(await refusal(read(word(paragraph(prose)).slice(0, 900)))).toBe('import/unreadable')
  })

  it('is named as what it is where the archive in it is damaged', async () => {
    await expect(read(word(paragraph(prose)).slice(0, 900))).rejects.toMatchObject({ params: { format: 'DOCX' } })
  })

  it('is known by its content under any name', async () => {
    expect((await read(word(paragraph(prose)), 'notes.bin')).mediaType).toContain('wordprocessingml')
  })
})
