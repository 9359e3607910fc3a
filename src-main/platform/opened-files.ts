import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { safeFileName } from './file-name'

/** Endings of the kinds of files that articles come in. A system that goes by endings runs none of them. */
const documentEndings =
  /\.(?:txt|text|md|markdown|html?|xhtml|mht|mhtml|pdf|docx|eml|rss|atom|xml|json|jsonl|ndjson|epub|ris|bib|csv|tsv)$/i

/**
 * The name under which a file may be shown in another program: one that no system takes for a program to run.
 * @param fileName may lead through folders and archives
 */
export function documentName(fileName: string): string {
  const name = safeFileName(fileName.split('/').at(-1) ?? '', 'original.txt')
  return documentEndings.test(name) ? name : `${name}.txt`
}

/** Copies of originals that other programs were asked to show. They are removed when the app ends. */
export type OpenedFiles = {
  /** A fresh place for a copy of that name, in a folder that no other user can look into. */
  place: (name: string) => string
  /** Takes away the right to write, so that nobody works in a copy that goes away. */
  protect: (path: string) => void
  remove: () => void
}

export function createOpenedFiles(): OpenedFiles {
  let folder: string | null = null
  let count = 0
  return {
    place: (name) => {
      folder ??= mkdtempSync(join(tmpdir(), 'collate-opened-'))
      count += 1
      const place = join(folder, String(count))
      mkdirSync(place)
      return join(place, name)
    },
    protect: (path) => chmodSync(path, 0o400),
    remove: () => {
      try {
        if (folder) rmSync(folder, { recursive: true, force: true })
      } catch {
        // Another program still holds a copy, as Windows lets it. The app must end nevertheless.
      }
      folder = null
    },
  }
}
