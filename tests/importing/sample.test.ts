import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { metadataFields } from '../../src-main/domain/article'
import expected from '../fixtures/import/sample.json' with { type: 'json' }
import { body, extractFile, hidden, losesNothing, ofKind } from './support'

const folder = resolve(import.meta.dirname, '../../resources/sample')
const files = readdirSync(folder).filter((name) => name !== 'README.md')

describe('the sample articles', () => {
  it('are the six that the expectations name', () => {
    expect(files.sort()).toEqual(Object.keys(expected).sort())
  })

  for (const [name, wanted] of Object.entries(expected)) {
    describe(name, () => {
      it('has its title, outlet, date and language, each with its origin, or none', async () => {
        const { metadata } = await extractFile(join(folder, name))
        for (const field of ['title', 'subtitle', 'byline', 'outlet', 'published'] as const) {
          const { value, confidence, evidence } = metadata[field]
          expect([field, value && [value, confidence, evidence?.kind]]).toEqual([field, wanted[field]])
        }
        expect([metadata.language.value, metadata.url.value]).toEqual([wanted.language, wanted.url])
      })

      it('quotes in each evidence words that stand in the file', async () => {
        const { metadata } = await extractFile(join(folder, name))
        const source = readFileSync(join(folder, name), 'utf8')
        for (const field of metadataFields) {
          const quote = metadata[field].evidence?.quote.split(', ')[0] ?? ''
          const plain = source.replace(/<[^>]+>/g, '')
          expect([field, plain.includes(quote) || source.includes(quote)]).toEqual([field, true])
        }
      })

      it('keeps the article and hides the page around it, with reasons', async () => {
        const article = await extractFile(join(folder, name))
        expect(body(article)).toHaveLength(wanted.paragraphs)
        expect(ofKind(article, 'caption').map((text, at) => text.slice(0, wanted.captions[at]?.length))).toEqual(
          wanted.captions,
        )
        const lines = hidden(article)
        expect(lines.map(([reason, text], at) => [reason, text?.slice(0, wanted.hidden[at]?.[1]?.length)])).toEqual(
          wanted.hidden,
        )
      })
    })
  }

  it('lose not a word of the plain text ones', async () => {
    for (const name of files.filter((file) => file.endsWith('.txt'))) {
      const path = join(folder, name)
      expect([name, losesNothing(readFileSync(path, 'utf8'), await extractFile(path))]).toEqual([name, true])
    }
  })
})
