import type { FileToExtract } from '../domain/extraction'
import type { SourceFile } from './import-bytes'
import { type Allowance, wholeAllowance } from './import-expand'
import { type Candidate, candidates, readCandidate } from './import-files'

/** A file that is still to be read, or a member of an archive that is still to be extracted. */
export type Work = {
  file: SourceFile
  read: () => Promise<Uint8Array>
  given: FileToExtract['given']
  /** Archives around it. */
  depth: number
  /** One for a file and all that it holds. */
  allowance: Allowance
}

/** Files that were named, and files of folders that were. */
export const worksOfPaths = async (paths: readonly string[]): Promise<Work[]> => (await candidates(paths)).map(fileWork)

/** @param root number of the file among those that were named or found */
export function fileWork({ path, fileName, folder, refusal }: Candidate, root: number): Work {
  const read = () => (refusal ? Promise.reject(refusal) : readCandidate(path))
  return namedWork({ place: [root], folder, fileName, mediaType: undefined }, read)
}

/** A file that is in no archive. */
export const namedWork = (
  named: Pick<SourceFile, 'place' | 'folder' | 'fileName' | 'mediaType'>,
  read: Work['read'],
  given?: Work['given'],
): Work => ({
  file: { ...named, size: 0, sha256: '', from: { read } },
  read,
  given,
  depth: 0,
  allowance: wholeAllowance(),
})

/** A member of an archive or attachment of a mail; `at` is its number there, from 0. */
export function memberWork({ file: container, depth, allowance }: Work, member: FileToExtract, at: number): Work {
  const { bytes, fileName, mediaType, given } = member
  const { folder } = container
  const place = [...container.place, at + 1]
  return {
    file: { place, folder, fileName, mediaType, size: 0, sha256: '', from: { container } },
    read: () => Promise.resolve(bytes),
    given,
    depth: depth + 1,
    allowance,
  }
}
