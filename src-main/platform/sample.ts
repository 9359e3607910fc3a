import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Stage } from '../contract/import-types'
import { sampleDay } from '../contract/sample'
import { ok, type Result } from '../domain/result'
import type { AskLibrary, LibraryProcess } from './library-process'
import { paths } from './paths'

const articles = /\.(txt|md|html)$/

/**
 * Opens the sample library, made the first time from the articles that ship with the app. What was done with it stays;
 * one that was left empty half-way through its making gets its articles now.
 */
export async function openSample(library: LibraryProcess): Promise<Result<null>> {
  const path = paths.sampleLibrary()
  mkdirSync(dirname(path), { recursive: true })
  return library.open(path, !existsSync(path), addMissingArticles)
}

async function addMissingArticles(ask: AskLibrary): Promise<Result<null>> {
  const info = await ask('library.info', {})
  if (!info.ok) return info
  return info.value.savedAt === null && !info.value.readOnly ? addArticles(ask) : ok(null)
}

async function addArticles(ask: AskLibrary): Promise<Result<null>> {
  const folder = paths.sampleArticles()
  const files = readdirSync(folder)
    .filter((name) => articles.test(name) && name !== 'README.md')
    .sort()
    .map((name) => join(folder, name))
  const staged = await ask('import.stage', { paths: files, today: sampleDay })
  if (!staged.ok) return staged
  const stage = await finished(ask, staged.value.stageId)
  if (!stage.ok) return stage
  const added = await ask('import.add', {
    stageId: stage.value.id,
    files: stage.value.files.filter((f) => f.outcome.kind === 'ready').map(({ index }) => ({ index })),
  })
  return added.ok ? ok(null) : added
}

/** Waits until all files of a stage are extracted. */
async function finished(ask: AskLibrary, stageId: number): Promise<Result<Stage>> {
  for (;;) {
    const review = await ask('import.review', { stageId })
    if (!review.ok || review.value.state === 'done') return review
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
