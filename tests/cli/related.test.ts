import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { fires } from '../support/affairs'
import { fixedClock, temporaryFolder } from '../support/library'
import { imported as importedBy, testServices } from '../support/services'
import { borrower, editedWire, wire, wireParagraphs } from '../support/wire'
import { collate, collateJson } from './collate'

/** A folder with these texts, imported in this order into `L.collate`. */
async function imported(...texts: string[]): Promise<string> {
  const folder = temporaryFolder()
  for (const [index, text] of texts.entries()) {
    writeFileSync(join(folder, `${index}.txt`), text.replaceAll('\n', '\n\n'))
    await collate(folder, ['import', `${index}.txt`, '--library', 'L.collate'])
  }
  return folder
}

const ask = ['related', '--library', 'L.collate']

test('copies in a library are listed as pairs, those of one article alone when asked for', async () => {
  const folder = await imported(wire, borrower, editedWire)
  const { status, documents } = await collateJson(folder, ask)
  expect(status).toBe(0)
  expect(documents[0].pairs).toMatchObject([
    { a: 1, b: 2, kind: 'same-affair', spans: [{}] },
    { a: 1, b: 3, kind: 'near-copy' },
    { a: 2, b: 3, kind: 'same-affair', spans: [{}] },
  ])
  const { out } = await collate(folder, ['related', '3', '--library', 'L.collate'])
  expect(out).toMatch(/^1\t3\tnear-copy\t\d\d %\t\d+ words shared\n2\t3\tsame-affair\t/)
})

test('texts from standard input are compared without a library', async () => {
  const lines = [
    { id: 'first', text: wire },
    { id: 'second', text: wire.toUpperCase() },
    { id: 'third', text: borrower },
  ]
  const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nno object\n`
  const { status, documents, notes } = await collateJson('.', ['related', '-'], input)
  expect(status).toBe(1)
  expect(notes).toContain('line 4')
  const [{ pairs }] = documents
  expect(pairs).toMatchObject([
    { a: 'first', b: 'second', kind: 'copy', score: 1 },
    { a: 'first', b: 'third', kind: 'same-affair' },
    { a: 'second', b: 'third', kind: 'same-affair' },
  ])
  const [span] = pairs[1].spans
  expect(wire.slice(span.start, span.end)).toBe(wireParagraphs[1].slice(0, -1))
})

test('a library that is open elsewhere is read as far as it was compared', async () => {
  const folder = await imported(wire)
  const open = openLibrary(join(folder, 'L.collate'), { clock: fixedClock })
  writeFileSync(join(folder, 'late.txt'), editedWire.replaceAll('\n', '\n\n'))
  await importedBy(testServices(open), [join(folder, 'late.txt')])
  const { status, documents, notes } = await collateJson(folder, ask)
  open.close()
  expect(status).toBe(0)
  expect(documents[0].pairs).toEqual([])
  expect(notes).toContain('not compared yet')
})

test('an article that is not there is refused', async () => {
  const folder = await imported(wire)
  const { status } = await collate(folder, ['related', '9', '--library', 'L.collate'])
  expect(status).toBe(3)
})

test('articles of the same affair are told from those of another of its kind, in a library and from standard input', async () => {
  const texts = [...fires.orsund, ...fires.kelmar, fires.other]
  const affairs = [
    [0, 1],
    [0, 2],
    [1, 2],
    [3, 4],
    [3, 5],
    [4, 5],
  ]
  const folder = await imported(...texts)
  const { documents } = await collateJson(folder, ask)
  const pairs: { a: number; b: number; kind: string; score: number }[] = documents[0].pairs
  expect(pairs.map(({ a, b }) => [a - 1, b - 1])).toEqual(affairs)
  expect(new Set(pairs.map(({ kind }) => kind))).toEqual(new Set(['same-affair']))
  expect(pairs.every(({ score }) => score > 0.5 && score <= 1)).toBe(true)
  const one = await collateJson(folder, ['related', '4', '--library', 'L.collate'])
  expect(one.documents[0].pairs).toEqual(pairs.filter(({ a, b }) => a === 4 || b === 4))
  const input = texts.map((text, index) => JSON.stringify({ id: `t${index}`, text })).join('\n')
  const piped = await collateJson('.', ['related', '-'], input)
  expect(piped.documents[0].pairs).toMatchObject(
    affairs.map(([a, b]) => ({ a: `t${a}`, b: `t${b}`, kind: 'same-affair' })),
  )
})
