import type { ErrorCode } from '../../../src-main/domain/error'

/** For every code: what happened, what was kept, what can be done. */
export const error = {
  'library/not-open': 'No library is open. Open or create one.',
  'library/missing':
    'The library file “{{name}}” is no longer there. It may have been moved or its drive removed. Nothing was changed.',
  'library/exists': 'A file of that name is already there. Collate did not touch it. Choose another name.',
  'library/locked': 'Another Collate has this library open. Close it there first. Nothing was changed.',
  'library/not-a-library': '“{{name}}” is not a Collate library. It was left as it is.',
  'library/corrupt':
    '“{{name}}” is damaged and was not opened. The file was left exactly as it is. Open a backup, or keep the file and ask for help.',
  'library/newer': '“{{name}}” was made by a newer Collate. It was not changed. Update Collate to work with it.',
  'library/read-only':
    'This library can only be read: the file or its folder is write-protected. The change was not made.',
  'library/no-permission': 'You have no permission to open “{{name}}”. Nothing was changed.',
  'library/disk-full':
    'The disk is full. The last change was not made; everything before it is saved. Make room and try again.',
  'library/process-died':
    'The part of Collate that keeps the library stopped and was started again. What was saved is there; the last action may have to be repeated.',
  'article/not-found': 'This article is no longer in the library. It may be in the trash: undo brings it back.',
  'block/not-found': 'This paragraph is no longer there.',
  'passage/not-found': 'This passage is no longer there. Undo may bring it back.',
  'passage/empty': 'Nothing is selected. Select some text first.',
  'passage/out-of-range': 'The selection lies outside the article. Select the text again.',
  'passage/span-taken':
    'Another passage has exactly these words already. Join the two, or choose other words; nothing was changed.',
  'passage/not-adjacent':
    'Only passages of one paragraph, or of two that follow each other, can be joined. Extend one of them first.',
  'passage/orphaned': 'The words of this passage are no longer in the text. Put it on words that are there first.',
  'tag/not-found': 'This tag is no longer there. Undo may bring it back.',
  'tag/name-taken': 'There is already a tag “{{name}}” at this place. Choose another name.',
  'tag/name-empty': 'A tag needs a name.',
  'tag/cycle': 'A tag cannot be placed under itself.',
  'event/not-found': 'This event is no longer there. Undo may bring it back.',
  'event/title-empty': 'An event needs a title.',
  'event/undated': 'This event has no date, so it has no place within a day. Say which event it comes before or after.',
  'event/other-day':
    'Only events of the same days can be put in order by hand; the others follow their dates. Nothing was changed.',
  'event/order-cycle': 'By what was said before, “{{title}}” would come before itself. Nothing was changed.',
  'event/not-conflicting': 'The evidence of this event does not disagree: there is nothing to resolve.',
  'resolution/reason-empty': 'Say why: a conflict is resolved for a reason, which is kept.',
  'timeline/not-found': 'This timeline is no longer there. Undo may bring it back.',
  'timeline/name-taken': 'Another timeline is called “{{name}}”. Choose another name; nothing was changed.',
  'timeline/name-empty': 'A timeline needs a name.',
  'timeline/empty': 'The timeline has no events: there is nothing to write.',
  'evidence/not-found': 'This evidence is no longer there.',
  'suggestion/not-found': 'This suggestion was already decided.',
  'suggestion/unresolved': 'This date cannot be worked out yet. Enter a date, or set the article’s publication date.',
  'briefing/not-found': 'This briefing is no longer there. Undo may bring it back.',
  'briefing/empty': 'There is nothing to export yet.',
  'date/not-understood':
    '“{{text}}” is not understood as a date. Try “7 May 2024”, “May 2024”, “about 2024” or EDTF such as 2024-05.',
  'undo/nothing': 'There is nothing to undo.',
  'redo/nothing': 'There is nothing to redo.',
  'undo/conflict': 'This step cannot be undone: what it changed was changed again since. Nothing was altered.',
  'import/stage-not-found': 'This import review has ended. Choose the files again.',
  'import/empty-file': 'The file is empty.',
  'import/clipboard-empty': 'There is no text on the clipboard. Copy an article first.',
  'import/binary': 'The file holds no text that Collate can read; its content is binary.',
  'import/not-supported':
    'Collate cannot read this kind of file. It reads text, web pages, PDF, Word documents, mails, feeds, books, web archives, tables and bibliographies, and ZIP archives of these.',
  'import/vanished': 'The file is no longer there.',
  'import/changed': 'The file was changed since it was read. Add it again.',
  'import/folder': 'The folder holds no file that Collate can read.',
  'import/no-permission': 'You have no permission to read this file.',
  'import/too-large': 'The file is larger than {{limit}} MB.',
  'import/no-text': 'No text was found in the file.',
  'import/unreadable': 'The file could not be read as {{format}}.',
  'import/broken-line': 'This line is no JSON object.',
  'import/time-limit': 'Reading the file took longer than {{seconds}} seconds and was stopped.',
  'import/memory-limit': 'Reading the file needed more than {{megabytes}} MB of memory and was stopped.',
  'import/no-text-layer':
    'This PDF holds pictures of pages, no text. Collate does not recognise text in pictures (OCR): run it through an OCR program and add the result.',
  'import/encrypted': 'The file is protected by a password. Save a copy without it and add that.',
  'import/too-deep': 'The file lies too deep in archives within archives. Unpack the outer ones and add it.',
  'import/archive-too-large':
    'The archive would unpack to more than {{limit}} MB. Nothing of it was read. Unpack it yourself and add the files that you need.',
  'import/archive-too-dense':
    'The archive would unpack to more than {{ratio}} times its size, as those do that are made to fill the disk. Nothing of it was read. Unpack it yourself and add the files that you need.',
  'import/archive-too-many':
    'The file holds more than {{limit}} files or messages. Nothing of it was read. Split it, or add the files that you need.',
  'import/archive-empty': 'The archive holds no file that Collate can read.',
  'import/doctype':
    'The file declares entities of its own (DOCTYPE), which can be used to read other files. Collate does not read it.',
  'import/not-an-article': 'The file holds no article.',
  'import/not-a-table':
    'The file holds no table: no row with several values, and no list of objects. Nothing was added. Save the table as CSV and try again.',
  'import/passed-over': 'This is no article, so it was passed over. Nothing is missing.',
  'import/no-entry-text':
    'The entry has neither a text nor a file in this review. Add the file that it names together with the bibliography.',
  'link/not-found': 'This link is no longer there. Undo may bring it back.',
  'link/one-article': 'A link joins passages of two different articles. Select the second passage in another pane.',
  'source/not-found': 'The article no longer names this source.',
  'layout/not-found': 'This layout is no longer there. Undo may bring it back.',
  'layout/name-taken': 'Another layout is called “{{name}}”. Choose another name; nothing was changed.',
  'rule/not-found': 'This rule is no longer there. Undo may bring it back.',
  'rule/empty': 'A rule needs a text to look for.',
  'text/version-changed': 'The text was changed since you opened it. Nothing was altered; look at it again.',
  'text/empty': 'A paragraph needs a text. To take it out, hide it.',
  'text/unchanged': 'The text is as it was; nothing was changed.',
  'block/not-adjacent': 'Only paragraphs that follow each other can be joined.',
  'original/no-program': 'No program on this computer opens “{{file}}”. Export it and look at it elsewhere.',
  'original/damaged':
    'The stored bytes of “{{file}}” are no longer those that were imported. Nothing was written. Keep a copy of the library and go back to a backup.',
  'export/exists': 'A file of that name is already there. It was not replaced.',
  'export/no-permission': 'You have no permission to write there. Nothing was written.',
  'export/disk-full': 'The disk is full. No note was written; choose another place.',
  'export/folder-missing': 'That folder is no longer there. Nothing was written.',
  'print/failed': 'Nothing was printed: the system says “{{reason}}”. Look after the printer and try again.',
  'call/invalid': 'Collate asked for something in a wrong form ({{method}}). Nothing was changed.',
  'call/unknown-method': 'Collate asked for something that does not exist ({{method}}). Nothing was changed.',
  'call/cancelled': 'Cancelled. What was finished before is kept.',
  'internal/bug':
    'Something went wrong inside Collate (incident {{incident}}). The last action was not made; everything before it is saved.',
} as const satisfies Record<ErrorCode, string>
