import type { WordVectors } from '../analysis/alignment/vectors'
import type { Notification } from '../contract/notifications'
import type { Extract } from '../domain/extraction'
import type { Library } from '../library/handle'

/** What services are given: the open library and everything of the outside world that they use. */
export type ServiceContext = {
  library: Library
  /** Now, as ISO 8601 in UTC. */
  clock: () => string
  extract: Extract
  /** Read when they are first asked for; empty where their file is missing. */
  wordVectors: () => WordVectors
  notify: (notification: Notification) => void
}
