import type { Noun } from '../contract/notifications'
import { refreshAffairs } from './affair-work'
import { inBackground } from './background'
import type { ServiceContext } from './context'
import { refreshRelations } from './relation-work'
import { refreshSources } from './source-work'

/**
 * Keeps what articles have to do with each other true in the background: what they are about, the sources that they name,
 * the wording that they share. One after the other, so that other calls wait for one slice at most.
 */
export function relatedInBackground({ library, notify, wordVectors }: ServiceContext): void {
  const tell = (noun: Noun) => notify({ kind: 'library.changed', nouns: [noun], label: '' })
  inBackground(library, async () => {
    if ((await refreshAffairs(library, wordVectors)) > 0) tell('affair')
    if ((await refreshSources(library)) > 0) tell('source')
    await refreshRelations(library, () => tell('relation'))
  })
}
