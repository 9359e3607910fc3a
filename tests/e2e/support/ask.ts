import type { Page } from '@playwright/test'
import type { Input, LibraryMethodName, Output } from '../../../src-main/contract/methods'
import type { Result } from '../../../src-main/domain/result'

/** Asks the library through the window's bridge, to set up what a test begins with or to see what is stored. */
export async function ask<M extends LibraryMethodName>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await page.evaluate<Result<unknown>, { name: string; given: unknown }>(
    ({ name, given }) => window.collate.call(name as 'tag.list', given as Record<string, never>),
    { name: method, given: input },
  )
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value as Output<M>
}
