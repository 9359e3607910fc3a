import { ExpectedError } from '../domain/error'
import type { Extract, ExtractedArticle, FileToExtract, Reference } from '../domain/extraction'
import type { Failure } from '../domain/result'

/** Containers in containers, such as an archive attached to a mail in an archive, are opened down to this depth. */
export const deepest = 4

/** What a file turned out to be. `file` is the one that holds the article's bytes: a container's member, or the file itself. */
export type Expanded =
  | { kind: 'article'; file: FileToExtract; article: ExtractedArticle }
  | { kind: 'refused'; file: FileToExtract; part: string | null; failure: Failure }
  | { kind: 'reference'; file: FileToExtract; reference: Reference }

/** What may still be unpacked of one file, archives in archives included; a single archive is held to the same. */
export type Allowance = { files: number; bytes: number }

const megabytes = 500
const mostFiles = 20_000
export const wholeAllowance = (): Allowance => ({ files: mostFiles, bytes: megabytes * 1024 * 1024 })

/**
 * Takes what an archive holds off the allowance.
 * @throws ExpectedError import/archive-too-large, import/archive-too-many where it is used up
 */
export function spend(allowance: Allowance, files: readonly FileToExtract[]): void {
  allowance.files -= files.length
  allowance.bytes -= files.reduce((sum, member) => sum + member.bytes.length, 0)
  if (allowance.files < 0) throw new ExpectedError('import/archive-too-many', { limit: mostFiles })
  if (allowance.bytes < 0) throw new ExpectedError('import/archive-too-large', { limit: megabytes })
}

/** Extracts a file and, one after the other, the files that it holds. */
export async function* expand(
  extract: Extract,
  file: FileToExtract,
  depth = 0,
  allowance = wholeAllowance(),
): AsyncGenerator<Expanded> {
  const result = await extract(file)
  if (!result.ok) {
    yield { kind: 'refused', file, part: null, failure: result.error }
    return
  }
  const { articles, files, references, refused } = result.value
  for (const article of articles) yield { kind: 'article', file, article }
  for (const reference of references) yield { kind: 'reference', file, reference }
  for (const { part, code, params } of refused) yield { kind: 'refused', file, part, failure: { code, params } }
  try {
    spend(allowance, files)
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    yield { kind: 'refused', file, part: null, failure: { code: error.code, params: error.params } }
    return
  }
  for (const member of files) {
    if (depth < deepest) yield* expand(extract, member, depth + 1, allowance)
    else yield { kind: 'refused', file: member, part: null, failure: { code: 'import/too-deep', params: {} } }
  }
}
