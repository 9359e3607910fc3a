import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { LibraryPage } from './pages/library'
import { PanesPage } from './pages/panes'
import { PassagesPage } from './pages/passages'
import { isAccessible } from './support/accessible'
import { importTexts, isOpen, newLibrary, press, resize, sizes } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const texts = {
  'ferry.txt': `The ferry stopped on Tuesday 7 May 2024 after a fire. Rescue took hours.

Nobody was hurt, the harbour office said in the evening.

Divers looked at the hull on Wednesday and found a crack.`,
  'port.txt': `The port stayed shut on Thursday. Crews waited for word.

Its eastern quay opens again on Monday, the office said.`,
  'rail.txt': `Trains ran late all week. The line floods every spring.

A new bridge is planned for next year.`,
}

const words = 'Nobody says who was on board. Ask the harbour office.'

type Writing = { panes: PanesPage; passages: PassagesPage; ids: number[]; note: Locator; form: Locator }

/** A library with three articles, the first two open. */
async function reading(collate: Collate, folder: string): Promise<Writing> {
  const { page } = collate
  await newLibrary(collate, folder)
  const ids = await importTexts(collate, folder, texts)
  await new LibraryPage(page).read('The ferry stopped', 'The port stayed')
  const form = page.getByRole('dialog', { name: 'Note on the passage' })
  return {
    panes: new PanesPage(page),
    passages: new PassagesPage(page),
    ids,
    form,
    note: form.getByRole('textbox', { name: 'Note on the passage' }),
  }
}

/** Begins a note on the first pane's second paragraph. */
async function writing(collate: Collate, folder: string): Promise<Writing> {
  const all = await reading(collate, folder)
  await all.passages.read.selectParagraph(1, '2')
  await collate.page.keyboard.press('n')
  await expect(all.note).toBeFocused()
  await all.note.pressSequentially(words)
  return all
}

const notes = async ({ page }: Collate): Promise<[string, string][]> =>
  (await ask(page, 'passage.list', {})).map(({ quote, note }) => [quote, note])

const noted: [string, string][] = [['Nobody was hurt, the harbour office said in the evening.', words]]

test.describe('a note that is being written', () => {
  test('stays with its passage while something is looked up and selected in any pane', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, note, form } = await writing(collate, folder)
    const { read } = passages
    await read.block(2, 'The port stayed').click()
    await expect(note).toHaveValue(words)
    await expect(form).toContainText('¶2')
    await expect(form).toContainText('Nobody was hurt')
    await isAccessible(page, '[data-passage-form]')
    await read.drag(read.block(2, 'Its eastern quay'), 'eastern quay')
    await expect(read.toolbar).toBeVisible()
    await expect(note).toHaveValue(words)
    await read.drag(read.block(1, 'The ferry stopped'), 'ferry stopped')
    expect(await read.selection()).toBe('ferry stopped')
    await expect(read.toolbar).toBeVisible()
    await page.keyboard.press('e')
    await expect(note, 'what is begun goes first').toBeFocused()
    await form.getByTitle('Go back to these words').click()
    await expect(note).toBeFocused()
    await expect(form).not.toContainText('¶2')
    await page.keyboard.press('Control+Enter')
    await expect(form).toHaveCount(0)
    await expect.poll(() => notes(collate)).toEqual(noted)
  })

  test('outlasts that its pane is moved, folded and closed', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, panes, note, form } = await writing(collate, folder)
    await panes.run('Move pane right')
    await expect.poll(() => passages.read.text(2).textContent()).toMatch(/The ferry/)
    await expect(note).toHaveValue(words)
    await resize(collate, { width: 720, height: 450 })
    await passages.read.spines().click()
    await expect(passages.read.text(1)).toContainText('The port stayed')
    await expect(note).toHaveValue(words)
    await expect(note).toBeInViewport()
    await resize(collate, sizes.usual)
    await passages.read.goToPane(2)
    await press(page, 'Control+Shift+W')
    await expect(passages.read.panes).toHaveCount(1)
    await expect(note).toHaveValue(words)
    await note.press('Control+Enter')
    await expect(form).toHaveCount(0)
    await expect(passages.read.text(1)).toBeFocused()
    await expect.poll(() => notes(collate)).toEqual(noted)
  })

  test('covers nothing beside the panes, in a pane that is narrower than its form', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, form } = await reading(collate, folder)
    await press(page, 'Control+1')
    await new LibraryPage(page).read('The ferry stopped', 'The port stayed', 'Trains ran')
    const rightEdge = async (): Promise<number> => {
      const box = await form.boundingBox()
      return box ? Math.round(box.x + box.width) : Number.NaN
    }
    const beside = (await passages.read.inspector.boundingBox())?.x ?? 0
    await passages.read.selectParagraph(3, '1')
    await press(page, 'n')
    await expect.poll(rightEdge).toBeLessThanOrEqual(beside)
    await form.getByRole('textbox').fill(words)
    await passages.read.block(1, 'Nobody was hurt').click()
    await expect(form.getByRole('button', { name: /¶1/ })).toBeVisible()
    await expect.poll(rightEdge).toBeLessThanOrEqual(beside)
  })

  test('is reached by F6, and lies over no correction of its pane', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, note } = await writing(collate, folder)
    const { read } = passages
    await read.goToPane(2)
    await expect(note).not.toBeFocused()
    for (let i = 0; i < 12 && !(await note.evaluate((field) => field === document.activeElement)); i += 1) {
      await press(page, 'F6')
    }
    await expect(note).toBeFocused()
    await page.keyboard.type(' Today.')
    await expect(note).toHaveValue(`${words} Today.`)
    await read.goToPane(1)
    await press(page, 'End')
    await press(page, 'F2')
    const field = page.getByRole('textbox', { name: /^Text of paragraph/ })
    await expect(field).toBeFocused()
    /** The pixels of the correction's height that the form lies over. */
    const over = (): Promise<number> =>
      page.evaluate(() => {
        const [top, editor] = ['[data-passage-form]', '[data-block-editor]'].map((one) =>
          document.querySelector(one)?.getBoundingClientRect(),
        )
        if (!top || !editor) return Number.NaN
        return Math.round(Math.max(0, Math.min(top.bottom, editor.bottom) - Math.max(top.top, editor.top)))
      })
    await expect.poll(over).toBe(0)
  })

  test('is there again after another workspace, and outlasts undo and a correction before it', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    const { passages, note, form, ids } = await writing(collate, folder)
    await page.keyboard.press('Control+1')
    await expect(form).toHaveCount(0)
    await page.keyboard.press('Control+2')
    await expect(note).toBeFocused()
    await expect(note).toHaveValue(words)
    const { blocks } = await ask(page, 'article.text', { id: ids[0] ?? 0 })
    await ask(page, 'block.correct', { id: blocks[0]?.id ?? 0, text: 'Late: The ferry stopped on Tuesday.' })
    await expect(passages.read.block(1, 'Late: The ferry')).toBeVisible()
    await passages.read.block(2, 'The port stayed').click()
    await page.keyboard.press('Control+Z')
    await expect(passages.read.block(1, 'Late: The ferry')).toHaveCount(0)
    await expect(note).toHaveValue(words)
    await note.press('Control+Enter')
    await expect(form).toHaveCount(0)
    await expect.poll(() => notes(collate)).toEqual(noted)
  })

  test('goes by Escape only when that is pressed again, and at once where nothing was typed', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    const { passages, note, form } = await writing(collate, folder)
    await press(page, 'Escape')
    await expect(form).toContainText('Press Escape again to discard')
    await page.keyboard.press('End')
    await page.keyboard.type(' More.')
    await expect(form).not.toContainText('Press Escape again')
    await press(page, 'Escape')
    await expect(note).toHaveValue(`${words} More.`)
    await press(page, 'Escape')
    await expect(form).toHaveCount(0)
    await expect(passages.read.text(1)).toBeFocused()
    await page.keyboard.press('n')
    await expect(note).toHaveValue('')
    await press(page, 'Escape')
    await expect(form).toHaveCount(0)
    await page.keyboard.press('n')
    await passages.read.block(2, 'The port stayed').click()
    await expect(form).toHaveCount(0)
    expect(await notes(collate)).toEqual([])
  })

  test('is stored as the app quits', async ({ start, folder }) => {
    const first = await start()
    await writing(first, folder)
    await first.page.keyboard.press('Control+1')
    await first.quit()
    const second = await start({ args: [join(folder, 'Test.collate')] })
    await isOpen(second.page)
    await expect.poll(() => notes(second)).toEqual(noted)
  })
})

test.describe('a key right after another', () => {
  test('is meant for what that selected, and begins a note on it', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, note } = await reading(collate, folder)
    await passages.read.goToPane(1)
    // Both in one go: the browser tells of the selection after them.
    await passages.read.text(1).evaluate(async (text) => {
      for (const [key, code] of [
        ['ArrowRight', 'ArrowRight'],
        ['n', 'KeyN'],
      ]) {
        text.dispatchEvent(
          new KeyboardEvent('keydown', { key: key ?? '', code: code ?? '', bubbles: true, cancelable: true }),
        )
        await Promise.resolve()
      }
    })
    await expect(note).toBeFocused()
    await note.fill(words)
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => notes(collate)).toEqual([['The ferry stopped on Tuesday 7 May 2024 after a fire.', words]])
  })
})

test.describe('as the app quits', () => {
  test('a note is stored whose passage was deleted, and an event of which only the date was typed', async ({
    start,
    folder,
  }) => {
    const first = await start()
    const { passages, note } = await writing(first, folder)
    await first.page.keyboard.press('Control+Enter')
    await expect(note).toHaveCount(0)
    await passages.read.selectParagraph(1, '2')
    await first.page.keyboard.press('n')
    await note.fill('Who counted?')
    const [stored] = await ask(first.page, 'passage.list', {})
    await ask(first.page, 'passage.delete', { id: stored?.id ?? 0 })
    await expect.poll(async () => (await ask(first.page, 'passage.list', {})).length).toBe(0)
    await expect(note).toHaveValue('Who counted?')
    await first.quit()

    const second = await start({ args: [join(folder, 'Test.collate')] })
    await isOpen(second.page)
    expect(await notes(second)).toEqual([[noted[0]?.[0], 'Who counted?']])
    const { read } = new PassagesPage(second.page)
    await read.selectParagraph(1, '1')
    await second.page.keyboard.press('e')
    const date = second.page
      .getByRole('dialog', { name: 'Event from the passage' })
      .getByRole('textbox', { name: /^Date/ })
    await date.fill('2024-05-08')
    await second.quit()

    const third = await start({ args: [join(folder, 'Test.collate')] })
    await isOpen(third.page)
    const events = await ask(third.page, 'event.list', {})
    expect(events.map(({ title, edtf }) => [title.slice(0, 10), edtf])).toEqual([['The ferry ', '2024-05-08']])
  })
})

test.describe('what else is begun', () => {
  test('is not lost by a click: an event, the name of a tag, the place of a split', async ({ collate, folder }) => {
    const { page } = collate
    const { passages } = await reading(collate, folder)
    const { read } = passages
    const elsewhere = (): Promise<void> => read.block(2, 'The port stayed').click()
    await read.selectParagraph(1, '1')
    await page.keyboard.press('e')
    const event = page.getByRole('dialog', { name: 'Event from the passage' })
    await event.getByRole('textbox', { name: 'Title' }).fill('Hull looked at')
    await elsewhere()
    await expect(event.getByRole('textbox', { name: 'Title' })).toHaveValue('Hull looked at')
    await expect(event.getByRole('textbox', { name: 'Date' })).toHaveValue('2024-05-07')
    await event.getByRole('button', { name: 'Create event' }).click()
    await expect(event).toHaveCount(0)
    await expect
      .poll(async () => (await ask(page, 'event.list', {})).map(({ title }) => title))
      .toEqual(['Hull looked at'])

    await read.selectParagraph(1, '2')
    await page.keyboard.press('t')
    const tag = page.getByRole('combobox', { name: 'Find or create a tag' })
    await tag.fill('Casualties')
    await elsewhere()
    await expect(tag).toHaveValue('Casualties')
    await page.getByRole('option', { name: 'Create “Casualties”' }).click()
    await expect(tag).toHaveCount(0)
    await passages.choose(1, 'Nobody was hurt')
    await expect(read.passage('Nobody was hurt')).toContainText('Casualties')

    await passages.act('Split the passage…')
    await passages.split.getByRole('button', { name: 'A word later' }).click()
    const parts = await passages.split.locator('.cut-parts').textContent()
    await elsewhere()
    await expect(passages.split.locator('.cut-parts')).toHaveText(parts ?? '')
    await passages.split.getByRole('button', { name: 'Split here' }).click()
    await expect.poll(async () => (await notes(collate)).length).toBe(3)
  })

  test('stays with the selection it was for, however late the library stores it', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, ids } = await reading(collate, folder)
    const { read } = passages
    await read.selectParagraph(1, '2')
    await page.evaluate((id) => {
      for (let i = 0; i < 300; i += 1)
        void window.collate.call('search.query', { query: `ferry ${i}`, limit: 30, offset: 0 })
      void id
    }, ids[0])
    await page.keyboard.press('q')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await notes(collate)).length).toBe(1)
    await read.tag('Hull')
    await expect
      .poll(async () => (await ask(page, 'passage.list', {})).filter((p) => p.tagIds.length > 0).map((p) => p.quote))
      .toEqual(['Divers looked at the hull on Wednesday and found a crack.'])
  })
})

test.describe('a correction that is being written', () => {
  test('outlasts another correction of its paragraph, and of its article, and says so', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, ids } = await reading(collate, folder)
    const { read } = passages
    const field = page.getByRole('textbox', { name: /^Text of paragraph/ })
    await read.selectParagraph(1, '2')
    await page.keyboard.press('F2')
    await field.fill('Nobody was hurt, it was said.')
    const correct = async (at: number, text: string): Promise<void> => {
      const { blocks } = await ask(page, 'article.text', { id: ids[0] ?? 0 })
      await ask(page, 'block.correct', { id: blocks[at]?.id ?? 0, text })
    }
    await correct(0, 'The ferry stopped.')
    await expect(read.block(1, /^The ferry stopped\.$/)).toBeVisible()
    await expect(field).toHaveValue('Nobody was hurt, it was said.')
    await correct(1, 'Nobody was hurt at all.')
    await expect(read.text(1)).toContainText('It now says: “Nobody was hurt at all.”')
    await expect(field).toHaveValue('Nobody was hurt, it was said.')
    await read.block(2, 'The port stayed').click()
    await page.keyboard.press('F2')
    await expect(field, 'what is begun goes first').toBeFocused()
    await expect(field).toHaveValue('Nobody was hurt, it was said.')
    await press(page, 'Escape')
    await expect(read.text(1)).toContainText('Press Escape again to discard')
    await page.keyboard.press('Enter')
    await expect(read.block(1, /^Nobody was hurt, it was said\.$/)).toBeVisible()
  })

  test('is put on no other paragraph, and stays to be copied, where its own is joined or hidden', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    const { passages, ids } = await reading(collate, folder)
    const { read } = passages
    const field = page.getByRole('textbox', { name: /^Text of paragraph/ })
    const lost = page.getByRole('textbox', { name: 'Correction of a paragraph that is gone' })
    const draft = 'Nobody was hurt, it was said.'
    await read.selectParagraph(1, '2')
    await page.keyboard.press('F2')
    await field.fill(draft)
    // The paragraph before takes it in: the third stands in its place then.
    await read.block(1, 'The ferry stopped').click()
    await page.keyboard.press('m')
    await expect(read.block(1, /took hours\. Nobody was hurt/)).toBeVisible()
    await expect(lost).toHaveValue(draft)
    await expect(field).toHaveCount(0)
    await expect(read.block(1, 'Divers looked')).toBeVisible()
    await isAccessible(page)
    await read.block(1, 'Divers looked').click()
    await page.keyboard.press('F2')
    await expect(lost, 'what is begun goes first').toBeFocused()
    await read.block(1, 'Divers looked').click()
    await press(page, 'Control+z')
    await expect(field).toHaveValue(draft)
    const { blocks } = await ask(page, 'article.text', { id: ids[0] ?? 0 })
    await ask(page, 'block.set', { id: blocks[1]?.id ?? 0, hidden: true, reason: 'researcher' })
    await expect(lost).toHaveValue(draft)
    await lost.focus()
    await press(page, 'Escape')
    await expect(read.text(1)).toContainText('Press Escape again to discard')
    await press(page, 'Escape')
    await expect(lost).toHaveCount(0)
    await expect(read.text(1)).toBeFocused()
    const stored = (await ask(page, 'article.text', { id: ids[0] ?? 0 })).blocks.map(({ text }) => text)
    expect(stored).toContain('Nobody was hurt, the harbour office said in the evening.')
    expect(stored).not.toContain(draft)
  })
})
