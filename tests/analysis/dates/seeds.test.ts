import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findDates } from '../../../src-main/analysis/dates/find'
import { edtfInterval } from '../../../src-main/domain/edtf'
import { seedFiles } from '../../support/seeds'

type Labels = { file: string; published: string; expressions: { text: string; context: string; edtf: string }[] }

const labelFile = resolve(import.meta.dirname, '../../../../shared/data/dates/seeds.json')
const labels: Labels[] = existsSync(labelFile) ? (JSON.parse(readFileSync(labelFile, 'utf8')) as Labels[]) : []
const seeds = seedFiles().flatMap((path) => labels.filter((label) => label.file === basename(path)))

describe.skipIf(seeds.length === 0)('labelled articles', () => {
  test.each(seeds.map((seed) => [seed.file, seed] as const))('every date of %s, and no other', (_, seed) => {
    const path = seedFiles().find((candidate) => candidate.endsWith(join('', seed.file))) ?? ''
    const text = readFileSync(path, 'utf8')
    const found = findDates(text, { published: seed.published, language: 'en' })
    expect(found.map((date) => date.text).sort()).toEqual(seed.expressions.map((label) => label.text).sort())
    const flat = (part: string): string => part.replace(/\s+/g, ' ')
    for (const label of seed.expressions) {
      const wanted = edtfInterval(label.edtf)
      const right = found.filter(({ text: written, interval, start, end }) => {
        const context = flat(text.slice(Math.max(0, start - 30), end + 20))
        const isHere =
          written === label.text && flat(label.context).includes(flat(text.slice(start - 5, end + 5)).trim())
        const isInside =
          interval?.earliest != null &&
          interval.earliest >= (wanted?.earliest ?? '') &&
          (interval.latest ?? '') <= (wanted?.latest ?? '')
        return context !== '' && isHere && isInside
      })
      expect(right.length, label.context).toBeGreaterThan(0)
    }
  })
})
