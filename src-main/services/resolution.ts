import type { Handlers } from '../contract/methods'
import { ExpectedError } from '../domain/error'
import { conflictKey } from '../domain/event'
import { deleteResolution, putResolution } from '../library/queries/resolution'
import type { ServiceContext } from './context'
import { typedDate } from './event'
import { eventView, requireEvent } from './event-view'
import { claimsOf, settleEvent } from './evidence'

type Name = 'event.resolve' | 'event.unresolve'

/** How conflicts are resolved: for a reason, and for the conflict that there is. */
export const resolutionHandlers = ({ library, clock }: ServiceContext) =>
  ({
    'event.resolve': ({ id, reason: typed, date }) => {
      const event = requireEvent(library.reader, id)
      const reason = typed.trim()
      if (reason === '') throw new ExpectedError('resolution/reason-empty')
      const edtf = typedDate(date ?? null)
      const conflict = conflictKey(claimsOf(library.reader, id))
      if (conflict === '') throw new ExpectedError('event/not-conflicting')
      return library.operation('event.resolve', event.title, (writer) => {
        putResolution(writer, { eventId: id, reason, edtf, conflict, at: clock() })
        settleEvent(writer, id)
        return eventView(writer, id)
      })
    },
    'event.unresolve': ({ id }) => {
      const event = requireEvent(library.reader, id)
      return library.operation('event.unresolve', event.title, (writer) => {
        deleteResolution(writer, id)
        settleEvent(writer, id)
        return eventView(writer, id)
      })
    },
  }) satisfies Handlers<Name>
