import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { englishDateWords } from '../../src-main/domain/date-text'
import { errorCodes } from '../../src-main/domain/error'
import { derivationCodes } from '../../src-main/domain/event'
import { i18n } from '../../src-renderer/i18n/i18n'

const root = resolve(import.meta.dirname, '../../src-renderer')

const sources = globSync('**/*.{ts,tsx}', { cwd: root, exclude: (name) => name === 'i18n' }).map((file) => ({
  file,
  text: readFileSync(join(root, file), 'utf8'),
}))

const exists = (key: string): boolean => i18n.exists(key) || i18n.exists(`${key}_other`)

test('every key that the window asks for has a sentence', () => {
  const missing = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].flatMap(([, key = '']) => (exists(key) ? [] : [`${file}: ${key}`])),
  )
  expect(missing).toEqual([])
})

test('every key built from parts has a sentence for each known part', () => {
  const prefixes = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\bt\(\s*`([\w.-]+)\.\$\{/g)].flatMap(([, prefix = '']) =>
      typeof i18n.getResource('en', 'translation', prefix) === 'object' ? [] : [`${file}: ${prefix}`],
    ),
  )
  expect(prefixes).toEqual([])
})

test('every error code and every step of a derivation has a sentence', () => {
  expect(errorCodes.filter((code) => !exists(`error.${code}`))).toEqual([])
  expect(derivationCodes.filter((code) => !exists(`date.step.${code}`))).toEqual([])
})

test('centuries are worded as the exported note words them', () => {
  const century = (count: number): string => i18n.t('date.century', { count, ordinal: true })
  const firstYears: [string, number][] = [
    ['1800', 19],
    ['2000', 21],
    ['1000', 11],
    ['2100', 22],
    ['2200', 23],
  ]
  for (const [first, count] of firstYears) expect(century(count)).toBe(englishDateWords.century(first))
})

test('components hold no sentences of their own', () => {
  const literal = sources
    .filter(({ file }) => file.endsWith('.tsx'))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+[.…]?)\s*</g)].map(([, words]) => `${file}: ${words}`),
    )
  expect(literal).toEqual([])
})
