import { describe, expect, it } from 'vitest'
import { ExpectedError } from '../../src-main/domain/error'
import { refreshSources } from '../../src-main/services/source-work'
import { addArticle } from '../support/articles'
import { testServices } from '../support/services'

const text = `The harbour of Velda stays closed, a pilot told Lagoon News on Monday.
According to the Maris Post, two tugs are damaged. The Maris Post also reported a leak.
The mayor said nothing.`

function opened() {
  const services = testServices()
  const articleId = addArticle(services.library, { text, language: 'en' })
  const names = async () =>
    (await services.ask['source.list']({ articleId })).map(({ quote, name, isEdited }) => [quote, name, isEdited])
  return { ...services, articleId, names }
}

describe('the sources that an article names', () => {
  it('are listed with their places, before the background has read the article', async () => {
    const { ask, articleId } = opened()
    const found = await ask['source.list']({ articleId })
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Lagoon News',
      'Maris Post',
      'The Maris Post',
    ])
    expect(found.map(({ found: key }) => key)).toEqual(['lagoon news', 'maris post', 'maris post'])
    await expect(ask['source.list']({ articleId: 99 })).rejects.toThrow(new ExpectedError('article/not-found'))
  })

  it('are renamed, said to be none and taken back, each as one step of undo', async () => {
    const { ask, articleId, names } = opened()
    await ask['source.set']({ articleId, found: 'maris post', name: ' Post of Maris ' })
    expect(await names()).toEqual([
      ['Lagoon News', 'Lagoon News', false],
      ['Maris Post', 'Post of Maris', true],
      ['The Maris Post', 'Post of Maris', true],
    ])
    await ask['source.set']({ articleId, found: 'lagoon news', name: null })
    expect((await names())[0]).toEqual(['Lagoon News', null, true])
    await ask['library.undo']({})
    expect((await names())[0]).toEqual(['Lagoon News', 'Lagoon News', false])
    await ask['source.set']({ articleId, found: 'maris post' })
    expect((await names())[1]).toEqual(['Maris Post', 'Maris Post', false])
    await ask['library.undo']({})
    expect((await names())[1]).toEqual(['Maris Post', 'Post of Maris', true])
  })

  it('are refused where the article names no such source', async () => {
    const { ask, articleId } = opened()
    await expect(ask['source.set']({ articleId, found: 'afp', name: null })).rejects.toThrow(
      new ExpectedError('source/not-found'),
    )
  })

  it('keep what was said of them when the text is corrected, and are the same when read anew', async () => {
    const { ask, library, articleId, names } = opened()
    await ask['source.set']({ articleId, found: 'lagoon news', name: 'Lagoon TV' })
    const { blocks } = await ask['article.text']({ id: articleId })
    await ask['block.correct']({ id: blocks[0]?.id ?? 0, text: 'So a pilot told Lagoon News.' })
    expect((await names())[0]).toEqual(['Lagoon News', 'Lagoon TV', true])
    const all = () => library.reader.all('SELECT * FROM named_source ORDER BY article_id, start_offset')
    const incremental = all()
    library.unjournalled((writer) => writer.run("DELETE FROM analysis WHERE kind = 'source'"))
    expect(await refreshSources(library)).toBe(1)
    expect(all()).toEqual(incremental)
    await ask['block.set']({ id: (await ask['article.text']({ id: articleId })).blocks[0]?.id ?? 0, hidden: true })
    expect((await names()).map(([quote]) => quote)).toEqual(['Maris Post', 'The Maris Post'])
  })

  it('are those of the text that there is, where it was corrected while a book was read', async () => {
    const { ask, library } = testServices()
    const page = 'The ferry left at dawn, officials told the Maris Post. '.repeat(20)
    const articleId = addArticle(library, { text: Array.from({ length: 150 }, () => page).join('\n'), language: 'en' })
    const reading = refreshSources(library)
    const { blocks } = await ask['article.text']({ id: articleId })
    await ask['block.correct']({ id: blocks[0]?.id ?? 0, text: 'Nobody said so.' })
    expect(await reading).toBe(1)
    const found = await ask['source.list']({ articleId })
    expect(found).toHaveLength(149 * 20)
    expect(new Set(found.map(({ quote }) => quote))).toEqual(new Set(['Maris Post']))
  })
})
