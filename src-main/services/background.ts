import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Library, Writer } from '../library/handle'

/** How long a transaction of background work may take before it is committed; in a large library that takes longer still. */
const sliceMs = 8

/** How long after a change work begins: an import or a batch of changes comes first. */
const pauseMs = 300

/**
 * Works on articles one after the other, in transactions over derived tables between which other calls are answered.
 * @param isOver asked before each transaction: whether the rest is not wanted any more
 * @param committed called after each transaction
 */
export async function inTransactions(
  library: Library,
  articleIds: readonly number[],
  work: (writer: Writer, articleId: number) => void,
  { committed, isOver }: { committed?: () => void; isOver?: () => boolean } = {},
): Promise<void> {
  for (let done = 0; done < articleIds.length && !isOver?.(); ) {
    const until = performance.now() + sliceMs
    done = library.unjournalled((writer) => {
      let at = done
      do work(writer, articleIds[at++] ?? 0)
      while (at < articleIds.length && performance.now() < until)
      return at
    })
    committed?.()
    await setImmediate()
  }
}

/**
 * Does work in the background when the library is opened, and some time after articles changed; never twice at a time.
 * Nothing in a library that is open for reading.
 */
export function inBackground(library: Library, work: () => Promise<unknown>): void {
  if (library.readOnly) return
  let changes = 0
  let isWorking = false
  const untilQuiet = async () => {
    for (let seen = -1; seen !== changes; ) {
      seen = changes
      await setTimeout(pauseMs, undefined, { ref: false })
      if (seen === changes) await work()
    }
  }
  const begin = () => {
    if (isWorking) return
    isWorking = true
    const end = () => {
      isWorking = false
    }
    // It fails where the library was closed or its disk is full; the next change begins it anew.
    void untilQuiet().then(end, end)
  }
  library.onChanged(({ tables, label }) => {
    // What analysis writes has no label.
    if (label === '' || !tables.some((table) => table === 'article' || table === 'block')) return
    changes += 1
    begin()
  })
  begin()
}
