import type { Handlers } from '../contract/methods'
import { ExpectedError } from '../domain/error'
import { linksOf } from '../library/queries/link'
import { decidedSteps } from './alignment-decisions'
import { comparisons } from './comparisons'
import type { ServiceContext } from './context'
import { originSteps } from './origin'
import { inSlices } from './slices'
import { loadSources } from './source'
import { refreshSourcesOf } from './source-work'

export const alignmentHandlers = ({ library, wordVectors }: ServiceContext) => {
  const { compare, stop } = comparisons(wordVectors)
  return {
    'alignment.get': async ({ articleIds }, caller) => {
      const ids = [...new Set(articleIds)]
      const found = loadSources(library.reader, ids)
      const sources = ids.map((id) => found.get(id) ?? notFound())
      const alignment = await compare(sources, caller)
      await refreshSourcesOf(library, ids)
      const decided = await inSlices(decidedSteps(alignment, sources, linksOf(library.reader, ids)))
      const { groups, ties } = await inSlices(originSteps(library.reader, sources, decided.links))
      const versions = Object.fromEntries(sources.map(({ id, version }) => [id, version]))
      return { ...decided, origins: groups, ties, versions }
    },
    'alignment.stop': ({ articleIds }, caller) => {
      stop(articleIds, caller)
      return null
    },
  } satisfies Handlers<'alignment.get' | 'alignment.stop'>
}

function notFound(): never {
  throw new ExpectedError('article/not-found')
}
