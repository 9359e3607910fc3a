import type { Stage } from '../../src-main/contract/import-types'
import type { Handlers, LibraryMethodName, TrustedMethodName } from '../../src-main/contract/methods'
import type { Notification } from '../../src-main/contract/notifications'
import { ExpectedError } from '../../src-main/domain/error'
import type { Extract } from '../../src-main/domain/extraction'
import { failed, ok } from '../../src-main/domain/result'
import { extractFile } from '../../src-main/importing/extract'
import type { Library } from '../../src-main/library/handle'
import type { ServiceContext } from '../../src-main/services/context'
import { allHandlers } from '../../src-main/services/handlers'
import { fixedClock, temporaryLibrary } from './library'
import { wordVectors } from './word-vectors'

/** Extraction as the app does it, without its process. */
export const extractHere: Extract = async (file) => {
  try {
    return ok(await extractFile(file))
  } catch (error) {
    if (error instanceof ExpectedError) return failed(error.code, error.params)
    throw error
  }
}

export type TestServices = {
  library: Library
  context: ServiceContext
  ask: Handlers<LibraryMethodName | TrustedMethodName>
  notifications: Notification[]
}

/** All services over a library, which is a new empty one unless it is given. */
export function testServices(library: Library = temporaryLibrary(), clock: () => string = fixedClock): TestServices {
  const notifications: Notification[] = []
  const context: ServiceContext = {
    library,
    clock,
    extract: extractHere,
    wordVectors,
    notify: (notification) => notifications.push(notification),
  }
  return { library, context, ask: allHandlers(context), notifications }
}

/** Stages paths and waits until every file has its outcome. */
export async function reviewed({ ask }: TestServices, paths: string[]): Promise<Stage> {
  const { stageId } = await ask['import.stage']({ paths })
  return finished({ ask }, stageId)
}

/** Waits until every file of a stage has its outcome. */
export async function finished({ ask }: Pick<TestServices, 'ask'>, stageId: number): Promise<Stage> {
  for (let since = 0; ; ) {
    const { state, revision } = await ask['import.review']({ stageId, since })
    if (state === 'done') return ask['import.review']({ stageId })
    since = revision
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Imports all files that are ready. @returns the ids of the new articles */
export async function imported(services: TestServices, paths: string[]): Promise<number[]> {
  const stage = await reviewed(services, paths)
  const files = stage.files.map(({ index }) => ({ index }))
  return (await services.ask['import.add']({ stageId: stage.id, files })).articleIds
}
