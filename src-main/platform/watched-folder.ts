import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { watch } from 'chokidar'
import { mayHoldArticles } from './article-files'

/** What lies in a watched folder: paths of files that may hold articles, in order of name. */
export type FolderContent = { missing: boolean; paths: string[] }

/** A file that is still being written is left alone until it stays as it is for this long. */
const writeFinish = { stabilityThreshold: 1500, pollInterval: 250 }
/** Changes in quick succession, such as a folder being copied, are told of once. */
const settleMs = 400
/** A folder that is not there, such as that of a drive, or may not be read, is looked for again after this time. */
const missingMs = 15_000

/**
 * Watches a folder and the folders in it. Links are not followed, since they may lead in circles. A folder that goes
 * away, or may not be read, is waited for.
 * @param tell told what lies there at first, and again whenever that changes
 * @returns a function that ends the watch
 */
export function watchFolder(folder: string, tell: (content: FolderContent) => void): () => Promise<void> {
  const files = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  let watcher: ReturnType<typeof watch> | null = null

  const later = (work: () => void, ms: number): void => {
    clearTimeout(timer)
    if (!ended) timer = setTimeout(work, ms)
  }
  const tellContent = (): void => tell({ missing: false, paths: [...files].sort() })
  const lose = async (): Promise<void> => {
    files.clear()
    if (ended) return
    tell({ missing: true, paths: [] })
    later(() => void begin(), missingMs)
    await watcher?.close()
    watcher = null
  }
  const begin = async (): Promise<void> => {
    const canBeRead = await readdir(folder).then(
      () => true,
      () => false,
    )
    if (ended) return
    if (!canBeRead) {
      await lose()
      return
    }
    watcher = watch(folder, {
      followSymlinks: false,
      ignorePermissionErrors: true,
      awaitWriteFinish: writeFinish,
      ignored: (path, found) =>
        path !== folder &&
        (basename(path).startsWith('.') || (found?.isFile() === true && !mayHoldArticles(basename(path)))),
    })
    watcher
      .on('add', (path) => {
        // A link is told of whatever it leads to.
        if (mayHoldArticles(basename(path))) files.add(path)
        later(tellContent, settleMs)
      })
      .on('change', () => later(tellContent, settleMs))
      .on('unlink', (path) => {
        files.delete(path)
        later(tellContent, settleMs)
      })
      .on('unlinkDir', (path) => {
        if (path === folder) void lose()
      })
      .on('ready', () => later(tellContent, settleMs))
      .on('error', () => void lose())
  }
  void begin()
  return async () => {
    ended = true
    clearTimeout(timer)
    await watcher?.close()
  }
}
