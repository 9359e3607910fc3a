import type { Notification } from '../contract/notifications'
import type { Extract } from '../domain/extraction'
import type { Library } from '../library/handle'

/** What services are given: the open library and everything of the outside world that they use. */
export type ServiceContext = {
  library: Library
  /** Now, as ISO 8601 in UTC. */
  clock: () => string
  extract: Extract
  notify: (notification: Notification) => void
}
