import { isEdtf } from '../../domain/edtf'
import type { Groups, Pattern, Reading } from './reading'

const end = '(?![\\d/]|[.,:-]\\d)'

/** Dates in digits, which any language may hold. */
export const numericPatterns: readonly Pattern[] = [
  {
    rule: 'numeric',
    source: `(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?${end}`,
    read: (g) => written(g.y, g.m, g.d),
  },
  {
    rule: 'numeric',
    source: `(?<a>\\d{1,2})(?<sep>[/.-])(?<b>\\d{1,2})[/.-](?<y>(?:1[5-9]|20)\\d\\d)${end}`,
    read: dayAndMonth,
  },
]

/** Day and month in either order; a point between them is written with the day first. */
function dayAndMonth(g: Groups): Reading | null {
  const [a, b] = [Number(g.a), Number(g.b)]
  if (a === b || a > 12 || g.sep === '.') return written(g.y, g.b, g.a)
  if (b > 12) return written(g.y, g.a, g.b)
  return written(g.y, g.a, g.b) && { kind: 'ambiguous' }
}

function written(year = '', month = '', day = ''): Reading | null {
  const edtf = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isEdtf(edtf) && Number(month) <= 12 ? { kind: 'written', edtf, approximate: false } : null
}
