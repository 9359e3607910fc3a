import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importProblems, importsOf, lengthProblems } from '../../scripts/lib/imports.mjs'

const { rules } = JSON.parse(readFileSync('scripts/imports.json', 'utf8'))
const problems = (file: string, text: string) => importProblems(rules, file, text)

test.each([
  ['src-main/domain/tag.ts', "import { readFileSync } from 'node:fs'"],
  ['src-main/domain/tag.ts', "import type { Row } from '../library/queries/tag'"],
  ['src-main/analysis/dates.ts', "import Database from 'better-sqlite3'"],
  ['src-main/importing/formats/html.ts', "import { open } from '../../library/open'"],
  ['src-main/services/tag.ts', "import { app } from 'electron'"],
  ['src-main/services/import.ts', "import { extract } from '../importing/extract'"],
  ['src-main/services/import.ts', "import { parseHTML } from 'linkedom'"],
  ['src-main/preload/index.ts', "import { methods } from '../contract/methods'"],
  ['src-renderer/features/tags/tree.tsx', "import { Pane } from '../reader/pane'"],
  ['src-renderer/features/tags/tree.tsx', "import { tagQueries } from '../../../src-main/library/queries/tag'"],
  ['src-renderer/ui/button.tsx', "import { useTags } from '../data/queries'"],
  ['src-renderer/data/client.ts', "const fs = await import('node:fs')"],
  ['src-main/elsewhere/thing.ts', "import { a } from './a'"],
])('in %s this is caught: %s', (file, text) => {
  expect(problems(file, text)).toHaveLength(1)
})

test.each([
  ['src-main/domain/tag.ts', "import { id } from './id'"],
  ['src-main/contract/methods.ts', "import { z } from 'zod'"],
  ['src-main/services/tag.ts', "import { insertTag } from '../library/queries/tag'"],
  ['src-main/preload/index.ts', "import type { Bridge } from '../contract/bridge'"],
  ['src-renderer/features/tags/tree.tsx', "import { Row } from './row'\nimport './tree.css'"],
  ['src-renderer/features/tags/tree.tsx', "import { useTags } from '../../data/queries'"],
  ['src-main/index.ts', "import { start } from './platform/windows'\nimport { app } from 'electron'"],
])('in %s this is allowed: %s', (file, text) => {
  expect(problems(file, text)).toEqual([])
})

test('a problem names the file, the line and the import', () => {
  const text = "import { a } from './a'\n\nimport {\n  b,\n  c,\n} from '../library/open'\n"
  expect(problems('src-main/domain/x.ts', text)).toEqual([
    'src-main/domain/x.ts:6: src-main/domain may not import ../library/open',
  ])
})

test('every form of import is seen, and text that only looks like one is not', () => {
  const text = [
    "import a, { b } from 'one'",
    "import type { C } from 'two'",
    "export { d } from 'three'",
    "export * from 'four'",
    "import 'five'",
    "const e = await import('six')",
    "const f = 'we import from seven'",
    "export const g = 'eight'",
  ].join('\n')
  expect(importsOf(text).map(({ specifier }) => specifier)).toEqual(['one', 'two', 'three', 'four', 'five', 'six'])
  expect(importsOf(text).filter(({ typeOnly }) => typeOnly)).toHaveLength(1)
})

test('a file longer than its folder allows is named with its length', () => {
  expect(lengthProblems({ 'src-main': 2 }, 'src-main/a.ts', 'one\ntwo\nthree\n')).toEqual([
    'src-main/a.ts: 3 lines, more than 2',
  ])
  expect(lengthProblems({ 'src-main': 2 }, 'src-main/a.ts', 'one\ntwo\n')).toEqual([])
})
