import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ExpectedError } from '../../../src-main/domain/error'
import type { Extract, FileToExtract } from '../../../src-main/domain/extraction'
import { failed, ok } from '../../../src-main/domain/result'
import { extractFile } from '../../../src-main/importing/extract'
import { expand, spend } from '../../../src-main/services/import-expand'
import { bytesOf, page } from './support'

const extract: Extract = async (file) => {
  try {
    return ok(await extractFile(file))
  } catch (error) {
    if (error instanceof ExpectedError) return failed(error.code, error.params)
    throw error
  }
}

async function outcomes(file: FileToExtract): Promise<string[]> {
  const found: string[] = []
  for await (const one of expand(extract, file)) {
    found.push(`${one.file.fileName}: ${one.kind === 'refused' ? one.failure.code : one.kind}`)
  }
  return found
}

describe('archives in archives', () => {
  it('are opened four deep', async () => {
    let bytes = zipSync({ 'page.html': bytesOf(page('The wall')) })
    for (let depth = 0; depth < 3; depth += 1) bytes = zipSync({ 'inner.zip': bytes })
    expect(await outcomes({ bytes, fileName: 'a.zip' })).toEqual([
      'a.zip/inner.zip/inner.zip/inner.zip/page.html: article',
    ])
    const deeper = zipSync({ 'inner.zip': bytes })
    expect(await outcomes({ bytes: deeper, fileName: 'a.zip' })).toEqual([
      'a.zip/inner.zip/inner.zip/inner.zip/inner.zip/page.html: import/too-deep',
    ])
  })

  it('count together towards what one file may unpack to', async () => {
    const empty = Object.fromEntries(Array.from({ length: 7000 }, (_item, at) => [`${at}.txt`, new Uint8Array()]))
    const many = zipSync(empty, { level: 0 })
    const bytes = zipSync({ '1.zip': many, '2.zip': many, '3.zip': many }, { level: 6 })
    const refused = (await outcomes({ bytes, fileName: 'a.zip' })).filter((line) => !line.endsWith('import/empty-file'))
    expect(refused).toEqual(['a.zip/3.zip: import/archive-too-many'])
  })
  it('count by what they unpack to as well', () => {
    const file = (bytes: number) => ({ bytes: new Uint8Array(bytes), fileName: 'a.txt' })
    const allowance = { files: 9, bytes: 100 }
    spend(allowance, [file(40), file(60)])
    expect(allowance).toEqual({ files: 7, bytes: 0 })
    expect(() => spend(allowance, [file(1)])).toThrow('import/archive-too-large')
  })
})
