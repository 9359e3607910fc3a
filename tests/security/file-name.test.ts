import { expect, test } from 'vitest'
import { safeFileName } from '../../src-main/platform/file-name'

test.each([
  ['Crossing, May 2024.md', 'Crossing, May 2024.md'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Windows\\system.md', 'C Windows system.md'],
  ['CON', '_CON'],
  ['lpt1.md', '_lpt1.md'],
  ['Conference.md', 'Conference.md'],
  ['note...', 'note'],
  ['.hidden', 'hidden'],
  ['a\u202egpj.md', 'agpj.md'],
  ['line\nfeed\u0000.md', 'linefeed.md'],
  ['e\u0301te\u0301.md', '\u00e9t\u00e9.md'],
  [' / ', 'Note'],
])('%j is suggested as %j', (name, suggested) => {
  expect(safeFileName(name, 'Note')).toBe(suggested)
})

test('long names are cut between characters and keep their ending', () => {
  const name = safeFileName(`${'حدود🌍'.repeat(60)}.md`, 'Note')
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(180)
  expect(name).toMatch(/^(?:حدود🌍)+[حدو]*\.md$/u)
})
