import { basename } from 'node:path'
import type { Handlers } from '../contract/methods'
import { articleCounts } from '../library/queries/article'
import { workCounts } from '../library/queries/info'
import { lastOperationAt } from '../library/queries/operation'
import type { ServiceContext } from './context'

export const libraryHandlers = ({ library, clock }: ServiceContext) =>
  ({
    'library.info': () => {
      const { live, trashed } = articleCounts(library.reader)
      return {
        name: basename(library.path),
        readOnly: library.readOnly,
        articles: live,
        trashed,
        ...workCounts(library.reader),
        undo: library.nextUndo(),
        redo: library.nextRedo(),
        savedAt: lastOperationAt(library.reader),
      }
    },
    'library.undo': () => library.undo(clock()),
    'library.redo': () => library.redo(clock()),
  }) satisfies Handlers<'library.info' | 'library.undo' | 'library.redo'>
