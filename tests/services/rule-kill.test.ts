import { expect, it } from 'vitest'
import { openLibrary } from '../../src-main/library/open'
import { addArticles } from '../../src-main/services/import-add'
import { childScript, runChild } from '../support/child'
import { extractedText, generatedText, seeded } from '../support/generated'
import { fixedClock, temporaryLibrary } from '../support/library'
import { testServices } from '../support/services'

const child = childScript('rule')
const articles = 600
const outlet = 'Harbour Gazette'

/** A library with articles of one outlet, each of which ends with the same line. */
function library() {
  const random = seeded(3)
  const opened = temporaryLibrary()
  const items = Array.from({ length: articles }, (_, index) => ({
    ...extractedText(`${generatedText(random, 6)}\n\nComments (${index})`, null, `${index}.txt`),
    edits: { outlet },
  }))
  addArticles(testServices(opened).context, items)
  return opened
}

function afterKill(path: string) {
  const opened = openLibrary(path, { clock: fixedClock })
  const count = (what: string) => opened.reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${what}`)?.n ?? 0
  const state = {
    rules: count('cleaning_rule WHERE deleted_at IS NULL'),
    hidden: count('block WHERE hidden = 1'),
    found: count("search_index WHERE search_index MATCH 'comments'"),
    unended: count('journal_state WHERE op IS NOT NULL'),
    next: opened.nextUndo()?.label,
    redo: opened.nextRedo(),
    integrity: opened.reader.get<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check,
  }
  opened.close()
  return state
}

it('a rule whose process is killed holds nowhere, one that was taught holds everywhere, 3 times', async () => {
  const { path, close } = library()
  close()
  const random = seeded(8)
  const before = afterKill(path)
  expect(before).toMatchObject({ rules: 0, hidden: 0, found: articles, next: 'import.add', integrity: 'ok' })
  for (let kill = 0; kill < 3; kill += 1) {
    const worker = runChild(child, [path, outlet, 'Comments (1)'])
    const last = Math.floor(random() * articles * 0.8)
    for (let line = await worker.next(); line !== null; line = await worker.next()) {
      if (((line as { done?: number }).done ?? 0) > last) worker.process.kill('SIGKILL')
    }
    await worker.ended
    expect(worker.lines.some((line) => 'taught' in (line as object))).toBe(false)
    expect(afterKill(path)).toEqual(before)
  }
  const worker = runChild(child, [path, outlet, 'Comments (1)'])
  while ((await worker.next()) !== null);
  await worker.ended
  expect(worker.lines.at(-1)).toEqual({ taught: articles })
  expect(afterKill(path)).toMatchObject({ rules: 1, hidden: articles, found: 0, next: 'rule.create', integrity: 'ok' })
}, 120_000)
