import { type ErrorCode, ExpectedError } from '../domain/error'
import type { Failure } from '../domain/result'

/** What the command line says for each code; `{name}` is a parameter. */
const sentences: Readonly<Record<ErrorCode, string>> = {
  'library/not-open': 'No library is open.',
  'library/missing': 'There is no library “{name}” at this place.',
  'library/exists': 'There is already a file “{name}”. It was left as it is.',
  'library/locked': 'The library “{name}” is open elsewhere. Close it there first; nothing was changed.',
  'library/not-a-library': '“{name}” is not a Collate library. It was left as it is.',
  'library/corrupt': '“{name}” is damaged and was not opened. It was left as it is.',
  'library/newer': '“{name}” was made by a newer Collate. It was not changed.',
  'library/read-only': 'The library can only be read: its file or folder is write-protected. Nothing was changed.',
  'library/no-permission': 'There is no permission to open “{name}”.',
  'library/disk-full': 'The disk is full. The last change was not made; everything before it is saved.',
  'library/process-died': 'The library process stopped. What was saved is there.',
  'article/not-found': 'There is no such article in the library.',
  'block/not-found': 'There is no such block.',
  'passage/not-found': 'There is no such passage.',
  'passage/empty': 'The span holds no text.',
  'passage/out-of-range': 'The span lies outside the article.',
  'tag/not-found': 'There is no such tag.',
  'tag/name-taken': 'There is already a tag “{name}” at this place.',
  'tag/name-empty': 'A tag needs a name.',
  'tag/cycle': 'A tag cannot be placed under itself.',
  'event/not-found': 'There is no such event.',
  'event/title-empty': 'An event needs a title.',
  'evidence/not-found': 'There is no such evidence.',
  'suggestion/not-found': 'There is no such suggestion.',
  'suggestion/unresolved': 'The date cannot be worked out: give a date, or set the publication date.',
  'briefing/not-found': 'There is no such briefing.',
  'briefing/empty': 'There is nothing to export yet.',
  'date/not-understood': '“{text}” is not understood as a date. Try 2024-05-07, “7 May 2024” or “May 2024”.',
  'undo/nothing': 'There is nothing to undo.',
  'redo/nothing': 'There is nothing to redo.',
  'undo/conflict': 'This step cannot be undone: what it changed was changed again since. Nothing was altered.',
  'import/stage-not-found': 'There is no such import review.',
  'import/empty-file': 'The file is empty.',
  'import/binary': 'The file holds no text that can be read; its content is binary.',
  'import/not-supported': 'This kind of file is not supported; `collate import --help` names those that are.',
  'import/vanished': 'The file is not there.',
  'import/changed': 'The file was changed while it was read.',
  'import/folder': 'The folder holds no file that can be read.',
  'import/no-permission': 'There is no permission to read the file.',
  'import/too-large': 'The file is larger than {limit} MB.',
  'import/no-text': 'No text was found in the file.',
  'import/unreadable': 'The file could not be read.',
  'import/broken-line': 'The line is no JSON object.',
  'import/time-limit': 'Reading the file took longer than {seconds} seconds and was stopped.',
  'import/memory-limit': 'Reading the file needed more than {megabytes} MB of memory and was stopped.',
  'import/no-text-layer': 'The PDF holds pictures of pages and no text. Collate does no text recognition (OCR).',
  'import/encrypted': 'The file is protected by a password.',
  'import/too-deep': 'The file lies too deep in archives within archives.',
  'import/archive-too-large':
    'The archive unpacks to more than Collate reads at once ({limit} MB). Nothing of it was read.',
  'import/archive-too-dense':
    'The archive unpacks to more than {ratio} times its size, as those do that are made to fill the disk. Nothing of it was read.',
  'import/archive-too-many': 'The file holds more than {limit} files or messages. Nothing of it was read.',
  'import/archive-empty': 'The archive holds no file that can be read.',
  'import/doctype': 'The file declares entities of its own (DOCTYPE), which Collate does not read.',
  'import/not-an-article': 'The file holds no article.',
  'import/passed-over': 'This is no article and was passed over.',
  'import/no-entry-text': 'The entry has neither a text nor a file that was imported with it.',
  'link/not-found': 'There is no such link.',
  'link/one-article': 'A link needs passages of two different articles.',
  'layout/not-found': 'There is no such layout.',
  'layout/name-taken': 'Another layout is called “{name}”.',
  'rule/not-found': 'There is no such rule.',
  'rule/empty': 'A rule needs a text to look for.',
  'text/version-changed': 'The text was changed since. Look at it again.',
  'text/empty': 'A paragraph needs a text. Hide it instead.',
  'text/unchanged': 'The text is as it was.',
  'block/not-adjacent': 'Only paragraphs that follow each other can be joined.',
  'original/no-program': 'No program opens “{file}”.',
  'original/damaged': 'The bytes of “{file}” are no longer those that were imported. Nothing was written.',
  'export/exists': 'There is already a file “{file}”. It was not replaced; --replace does it.',
  'export/no-permission': 'There is no permission to write “{file}”. Nothing was written.',
  'export/disk-full': 'The disk is full. “{file}” was not written.',
  'export/folder-missing': 'The folder for “{file}” is not there. Nothing was written.',
  'call/invalid': 'Something was asked in a wrong form.',
  'call/unknown-method': 'Something was asked that does not exist.',
  'call/cancelled': 'Cancelled. What was finished before is kept.',
  'internal/bug': 'Something went wrong inside Collate.',
}

/** The sentence of a failure. */
export const messageOf = ({ code, params }: Failure): string =>
  sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))

/** Failures that users can cause; anything else is a bug and is thrown again. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ExpectedError) return { code: error.code, params: error.params }
  throw error
}
