import { dayInWords, type PlainArticle } from './wrapped'

/** Characters of windows-1252 that are not in Latin-1, by code point. */
const special: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
}

const pageSize = { width: 595, height: 842 }
const margin = 56
/** A letter of Courier is 0.6 of its size wide, so that lines can be measured. */
const letterWidth = 0.6

type Line = { text: string; size: number; x: number; y: number }

function pdfString(text: string): string {
  const codes = [...text].map((character) => special[character] ?? character.codePointAt(0) ?? 63)
  return `(${codes
    .map((code) => (code > 255 ? '?' : String.fromCharCode(code)))
    .join('')
    .replace(/[\\()]/g, '\\$&')})`
}

/** Breaks a text into lines; every third line may end in a part of a long word and a hyphen. */
function brokenLines(text: string, letters: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      const room = letters - line.length - 2
      const plain = /^\p{Ll}{9,}$/u.test(word)
      if (plain && lines.length % 3 === 0 && room >= 4 && word.length - room >= 4) {
        lines.push(`${line} ${word.slice(0, room)}-`)
        line = word.slice(room)
        continue
      }
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function pagesOf(article: PlainArticle): Line[][] {
  const pages: Line[][] = []
  let y = 0
  const newPage = () => {
    pages.push([{ text: `${article.outlet}  |  News`, size: 8, x: margin, y: pageSize.height - 34 }])
    y = pageSize.height - margin - 20
  }
  const add = (text: string, size: number, gap: number) => {
    for (const line of brokenLines(text, Math.floor((pageSize.width - 2 * margin) / (size * letterWidth)))) {
      if (y < margin + 20) newPage()
      pages.at(-1)?.push({ text: line, size, x: margin, y })
      y -= size * 1.25
    }
    y -= gap
  }
  newPage()
  add(article.title, 18, 8)
  add(`By ${article.byline}`, 10, 2)
  add(dayInWords(article.published), 10, 10)
  for (const paragraph of article.paragraphs) add(paragraph, 10, 7)
  pages.forEach((lines, index) => {
    lines.push({ text: `Page ${index + 1} of ${pages.length}`, size: 8, x: pageSize.width / 2 - 30, y: 30 })
  })
  return pages
}

/** An article as a PDF with running heads, page numbers and words that are divided at the end of a line. */
export function pdfOf(article: PlainArticle): Uint8Array {
  const pages = pagesOf(article)
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  ]
  for (const [index, lines] of pages.entries()) {
    const content = lines
      .map(({ text, size, x, y }) => `BT /F1 ${size} Tf ${x} ${y.toFixed(1)} Td ${pdfString(text)} Tj ET`)
      .join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageSize.width} ${pageSize.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  }
  let file = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  file += places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
