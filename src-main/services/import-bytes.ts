import { createHash } from 'node:crypto'
import { ExpectedError } from '../domain/error'
import type { Extract, FileToExtract } from '../domain/extraction'

/**
 * A file of a review. Its bytes are not kept while it is reviewed, so that thousands of files take little memory; they
 * are read again when the file is added.
 */
export type SourceFile = {
  /** Number of the named file that it is or comes from, then of the members of archives that lead to it, from 1. */
  place: readonly number[]
  /** Folders between the named folder and the named file, with "/" between them. */
  folder: string
  /** Its name, within containers with the way through them: `clippings.zip/2024/page.html`. */
  fileName: string
  mediaType: string | undefined
  size: number
  /** Empty until the file is read. */
  sha256: string
  /** Where its bytes come from: the disk or the clipboard, or the container that it is a member of. */
  from: { read: () => Promise<Uint8Array> } | { container: SourceFile }
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Reads the bytes of reviewed files again, unpacking each container once for members that are asked for in a row.
 * @param mostKept members of the last container are kept for the next question where they are no larger, in bytes
 */
export function createByteReader(extract: Extract, mostKept = Number.POSITIVE_INFINITY) {
  let last: { container: SourceFile; members: Map<string, Uint8Array> } | null = null

  /**
   * @throws what the file can't be read for: `import/vanished`, …; `import/changed` where it is no longer what was
   * reviewed
   */
  const read = async (file: SourceFile): Promise<Uint8Array> => {
    const bytes = 'read' in file.from ? await file.from.read() : await member(file.from.container, file.sha256)
    if (!bytes || hashOf(bytes) !== file.sha256) throw new ExpectedError('import/changed')
    return bytes
  }
  const member = async (container: SourceFile, sha256: string): Promise<Uint8Array | undefined> => {
    const members = last?.container === container ? last.members : await unpack(container)
    return members.get(sha256)
  }
  const unpack = async (container: SourceFile): Promise<Map<string, Uint8Array>> => {
    const result = await extract(toExtract(container, await read(container)))
    if (!result.ok) throw new ExpectedError(result.error.code, result.error.params)
    const members = new Map(result.value.files.map(({ bytes }) => [hashOf(bytes), bytes]))
    const size = [...members.values()].reduce((sum, bytes) => sum + bytes.length, 0)
    last = size <= mostKept ? { container, members } : null
    return members
  }
  return { read }
}

export type ByteReader = ReturnType<typeof createByteReader>

/** A reviewed file as extraction takes it. */
export const toExtract = ({ fileName, mediaType }: SourceFile, bytes: Uint8Array): FileToExtract => ({
  bytes,
  fileName,
  ...(mediaType === undefined ? {} : { mediaType }),
})
