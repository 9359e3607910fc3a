/** A line of text on a page: its left edge and its baseline from the lower edge, in points. */
export type PdfText = { text: string; x: number; y: number; size?: number }

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

/**
 * A PDF with text in Helvetica at the given places, an object of one's own for each further entry, and what the trailer
 * should say besides.
 */
export function pdf(
  pages: readonly (readonly PdfText[])[],
  more: { info?: string; catalog?: string; trailer?: string } = {},
): Buffer {
  const first = 5
  const kids = pages.map((_page, index) => `${first + index * 2} 0 R`)
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ''} >>`,
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${more.info ?? ''} >>`,
    ...pages.flatMap((page, index) => {
      const content = page
        .map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
        .join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${more.trailer ?? ''} >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1')
}
