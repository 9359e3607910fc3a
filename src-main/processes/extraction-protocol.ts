import type { Extraction, FileToExtract } from '../domain/extraction'
import { failed, type Result } from '../domain/result'

/** What is asked of the extraction process and what it answers. Once it can answer, it sends `ExtractionReady`. */
export type ExtractionRequest = { id: number; file: FileToExtract }
export type ExtractionResponse = { id: number; result: Result<Extraction> }
export type ExtractionReady = { kind: 'ready' }

/** The answer for a file on which a parser, or the process that it ran in, came to grief. */
export const unreadable = (fileName: string): Result<Extraction> =>
  failed('import/unreadable', { format: /\.(\w{1,8})$/.exec(fileName)?.[1]?.toUpperCase() ?? 'text' })
