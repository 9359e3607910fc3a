import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { refreshAffairs } from '../../src-main/services/affair-work'
import { refreshRelations } from '../../src-main/services/relation-work'
import { seedFiles } from '../support/seeds'
import { imported, testServices } from '../support/services'

const files = seedFiles()

test.skipIf(files.length === 0)(
  'the seeds on the reopening are of one affair, their sources are found, and none rests on the same one',
  async () => {
    const services = testServices()
    const { ask, library, context } = services
    const ids = await imported(services, files)
    const seedOf = (id: number) => basename(files[ids.indexOf(id)] ?? '').slice(0, 3)
    await refreshAffairs(library, context.wordVectors)
    await refreshRelations(library)
    // The fourth tells of the truce talks; whether that is the same affair is for the reader.
    const reopening = ids.filter((id) => seedOf(id) !== '003')
    const companionsOf = async (name: string): Promise<string[]> => {
      const articleId = ids.find((id) => seedOf(id) === name) ?? 0
      const companions = await ask['affair.companions']({ articleId, limit: 10 })
      return companions.map((companion) => seedOf(companion.articleId))
    }
    expect(await companionsOf('002')).toEqual(expect.arrayContaining(['000', '001', '004']))
    expect(await companionsOf('000')).toEqual(expect.arrayContaining(['001', '002', '004']))
    expect(await companionsOf('001')).toEqual(expect.arrayContaining(['000', '002']))
    const named = await Promise.all(ids.map((articleId) => ask['source.list']({ articleId })))
    expect(named.map((sources) => [...new Set(sources.map(({ found }) => found))])).toEqual([
      ['national', 'cnbc'],
      ['hebrew media', 'ynet', 'haaretz', 'walla'],
      ['hebrew media'],
      ['national'],
      ['alqahera news'],
    ])
    // One of the two that cite "Hebrew media" does so near its end: that makes a passage of one origin, not an article.
    const { origins } = await ask['alignment.get']({ articleIds: reopening })
    expect(origins.map(({ articleIds }) => articleIds.map(seedOf))).toEqual([['000'], ['001'], ['002'], ['004']])
  },
)
