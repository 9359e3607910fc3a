import { expect, it } from 'vitest'
import { sampleDay } from '../../src-main/contract/sample'
import { withToday } from '../../src-main/domain/extraction'
import { articlesByIds } from '../../src-main/library/queries/article'
import { temporaryFolder } from '../support/library'
import { extractHere, finished, testServices } from '../support/services'
import { collate, collateJson, samples } from './collate'

const [dated = ''] = samples

it('a date after the day of import is told with the reason, before importing and afterwards', async () => {
  const folder = temporaryFolder()
  const doubted = 'published: 2031-03-13 (file, after the day of import)'
  expect((await collate(folder, ['extract', dated])).out).toContain(doubted)
  const { documents } = await collateJson(folder, ['extract', dated])
  expect(documents).toMatchObject([
    { origins: { published: { confidence: 'unsure', evidence: { doubt: 'after-import' } } } },
  ])
  await collate(folder, ['import', dated, '--library', 'L.collate'])
  expect((await collate(folder, ['show', '1', '--library', 'L.collate'])).out).toContain(doubted)
})

it('the sample articles are from the time that they tell of', async () => {
  const folder = temporaryFolder()
  await collate(folder, ['demo', '--out', '.'])
  expect((await collate(folder, ['show', '1', '--library', 'sample.collate'])).out).toContain(
    'published: 2031-03-13 (file)',
  )
})

it('a review can stand on another day than the present one', async () => {
  const services = testServices()
  const { library, ask, context } = services
  context.extract = withToday(extractHere, context.clock)
  const { stageId } = await ask['import.stage']({ paths: [dated], today: sampleDay })
  const { files } = await finished(services, stageId)
  expect(files[0]?.look).not.toContain('unsure')
  expect(files[0]?.found?.metadata.published).toMatchObject({ value: '2031-03-13', confidence: 'certain' })
  const { articleIds } = await ask['import.add']({ stageId, files: [{ index: 0 }] })
  expect(articlesByIds(library.reader, articleIds)[0]?.metadata.published.evidence).not.toHaveProperty('doubt')
})

it('a review shows an article that is from the future among those that need a look', async () => {
  const services = testServices()
  services.context.extract = withToday(extractHere, services.context.clock)
  const { stageId } = await services.ask['import.stage']({ paths: [dated] })
  const { files } = await finished(services, stageId)
  expect(files[0]?.look).toContain('unsure')
  expect(files[0]?.found?.metadata.published).toMatchObject({ evidence: { doubt: 'after-import' } })
})
