import { CleaningPage } from './pages/cleaning'
import { LibraryPage } from './pages/library'
import { isAccessible, zoomed } from './support/accessible'
import { importTexts, newLibrary, press, resize } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const outlet = 'Harbour Gazette'
const files = {
  'ferry.txt': `The ferry stopped on Tuesday after a fire in its engine room. Rescue took hours. It ended at noon.

Nobody was hurt, the harbour office said in the evening.

Follow our harbour desk for more (3).

Divers looked at the hull on Wednesday and found a crack below the water line.`,
  'lock.txt': `The lock at Hask reopened on Thursday with half of its gates.

Follow our harbour desk for more (12).

Barges had waited for nine days.`,
  'rain.txt': `Rain fell on the upper valley for the sixth day in a row.

FOLLOW OUR HARBOUR DESK FOR MORE (7).

The river is expected to rise.`,
}

/** A library with three articles of one outlet, the first two of which are open. */
async function reading(collate: Collate, folder: string): Promise<{ cleaning: CleaningPage; ids: number[] }> {
  const { page } = collate
  await newLibrary(collate, folder)
  const ids = await importTexts(collate, folder, files)
  await ask(page, 'article.set', { ids, edits: { outlet, published: '2024-05-08' } })
  await new LibraryPage(page).read('The ferry stopped', 'The lock at Hask')
  return { cleaning: new CleaningPage(page), ids }
}

test.describe('a rule', () => {
  test('is taught on a line, holds in the outlet’s other articles, and is undone', async ({ collate, folder }) => {
    const { page } = collate
    const { cleaning } = await reading(collate, folder)
    const { read, teaching } = cleaning
    await cleaning.goTo(1, 'Follow our harbour desk')
    await page.keyboard.press('Shift+F10')
    await expect(cleaning.menu.getByRole('menuitem', { name: 'Correct text…' })).toBeFocused()
    await isAccessible(page)
    await cleaning.menu.getByRole('menuitem', { name: `Always hide this in ${outlet}…` }).press('Enter')
    await expect(teaching.getByRole('textbox', { name: 'Text' })).toBeFocused()
    await expect(teaching).toContainText('Hides 3 lines in 3 of 3 articles.')
    await expect(teaching.getByRole('listitem')).toHaveCount(3)
    await isAccessible(page)
    await page.keyboard.press('Enter')
    await expect(teaching).toHaveCount(0)
    for (const pane of [1, 2]) {
      await expect(read.block(pane, 'Follow our harbour desk')).toHaveCount(0)
      await expect(cleaning.strip(pane, 'by your rule')).toContainText('1 line removed')
    }
    await expect(read.text(1)).toBeFocused()
    await expect(page.getByRole('button', { name: /^Undo: hide in this outlet/ })).toBeVisible()
    await page.keyboard.press('Control+Z')
    for (const pane of [1, 2]) await expect(read.block(pane, 'Follow our harbour desk')).toHaveCount(1)
    expect(await ask(page, 'rule.list', {})).toEqual([])
    await page.keyboard.press('Control+Y')
    await expect(read.block(2, 'Follow our harbour desk')).toHaveCount(0)
  })

  test('is found from what it hides, edited and deleted; a line restored by hand stays', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    const { cleaning } = await reading(collate, folder)
    const { read, rules } = cleaning
    await ask(page, 'rule.create', { outlet, compare: 'is', text: 'Follow our harbour desk for more (1).' })
    const strip = cleaning.strip(1, 'by your rule')
    await strip.getByRole('button', { name: 'Restore' }).click()
    await expect(read.block(1, 'Follow our harbour desk')).toHaveCount(1)
    const other = cleaning.strip(2, 'by your rule')
    await other.getByRole('button', { name: 'Show' }).click()
    await other.getByRole('button', { name: 'by your rule' }).click()
    await expect(rules.getByRole('row').last()).toContainText('2 lines in 2 articles')
    await expect(rules.getByRole('row').last()).toContainText('1 restored by you')
    await isAccessible(page)
    await rules.getByRole('button', { name: /^Edit the rule/ }).click()
    await rules.getByRole('textbox', { name: 'Text' }).fill('harbour desk')
    await rules.getByRole('button', { name: 'contains it' }).click()
    await expect(rules).toContainText('Hides 2 lines in 2 of 3 articles.')
    await expect(rules).toContainText('1 line stays visible')
    await isAccessible(page)
    await rules.getByRole('button', { name: 'Save rule' }).click()
    await expect(rules.getByRole('row').last()).toContainText('2 lines in 2 articles')
    await expect(rules.getByRole('button', { name: /^Edit the rule/ })).toBeFocused()
    await rules.getByRole('button', { name: /^Delete the rule/ }).click()
    await expect(rules.getByRole('heading', { name: 'No rules yet' })).toBeVisible()
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await expect(read.block(2, 'Follow our harbour desk')).toHaveCount(1)
    await cleaning.openRules()
    await expect(rules).toContainText('No rules yet')
  })

  test('warns of long paragraphs, says what stays, and fits into a small window', async ({ collate, folder }) => {
    const { page } = collate
    const { cleaning, ids } = await reading(collate, folder)
    const { blocks } = await ask(page, 'article.text', { id: ids[1] ?? 0 })
    const line = blocks.find((block) => block.text.startsWith('Follow'))
    const start = line?.start ?? 0
    await ask(page, 'passage.create', { articleId: ids[1] ?? 0, start, end: start + 10 })
    await cleaning.choose(1, 'Follow our harbour desk', /^Always hide/)
    await expect(cleaning.teaching).toContainText('Hides 2 lines in 2 of 3 articles.')
    await expect(cleaning.teaching).toContainText('a passage rests on it')
    await resize(collate, zoomed)
    await expect(cleaning.teaching.getByRole('button', { name: 'Always hide' })).toBeInViewport()
    await cleaning.teaching.getByText('a passage rests on it').scrollIntoViewIfNeeded()
    await expect(cleaning.teaching.getByText('a passage rests on it')).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect(cleaning.teaching).toHaveCount(0)
    expect(await ask(page, 'rule.list', {})).toEqual([])
  })
})

test.describe('a paragraph', () => {
  test('is corrected; its passage stays with its words, and what it said before can be read', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    const { cleaning } = await reading(collate, folder)
    const { read } = cleaning
    await read.selectParagraph(1, '2')
    await read.tag('Casualties')
    await page.keyboard.press('Escape')
    await cleaning.goTo(1, 'Nobody was hurt')
    await cleaning.correct('Late that day: Nobody was hurt, the harbour office said in the evening. More followed.')
    await expect(read.text(1)).toBeFocused()
    await expect(cleaning.block(1, 'Late that day').locator('.pn')).toHaveText('2')
    await expect(read.passage('Nobody was hurt')).toContainText('Casualties')
    await expect.poll(() => read.highlights(read.block(1, 'Late that day'))).toContain('tag-teal-0')
    const mark = cleaning.block(1, 'Late that day').getByRole('button', { name: 'corrected', exact: true })
    await mark.click()
    await expect(cleaning.block(1, 'Late that day')).toContainText('As imported:')
    await isAccessible(page)
    await read.pane(1).getByRole('button', { name: 'text corrected' }).click()
    const versions = page.getByRole('dialog', { name: 'Versions of the text' })
    await expect(versions.getByRole('listitem').first()).toContainText('Version 2')
    await expect(versions).toContainText('¶2')
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Z')
    await expect(cleaning.block(1, 'Late that day')).toHaveCount(0)
    await expect(read.passage('Nobody was hurt')).toContainText('Casualties')
  })

  test('tells before it is saved which passage would be lost, and the passage then says so', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    const { cleaning } = await reading(collate, folder)
    const { read } = cleaning
    await read.selectParagraph(1, '2')
    await read.tag('Casualties')
    await page.keyboard.press('Escape')
    await cleaning.goTo(1, 'Nobody was hurt')
    await page.keyboard.press('F2')
    await expect(cleaning.read.text(1)).toContainText('Its passage stays.')
    await cleaning.editor.fill('Two people were hurt, the harbour office said.')
    await expect(cleaning.read.text(1)).toContainText('1 passage would no longer be found')
    await isAccessible(page)
    await press(page, 'Escape')
    await expect(cleaning.editor, 'what was written goes when that is asked for again').toBeFocused()
    await page.keyboard.press('Escape')
    await expect(read.block(1, 'Nobody was hurt')).toHaveCount(1)
    await expect(read.text(1)).toBeFocused()
    await cleaning.correct('Two people were hurt, the harbour office said.')
    const orphan = read.passage('Nobody was hurt')
    await expect(orphan).toContainText('no longer found in the text')
    await expect(orphan).toContainText('Casualties')
    await expect.poll(() => read.marks(read.block(1, 'Two people'))).toEqual([])
    await orphan.getByRole('button', { name: 'Nobody was hurt' }).click()
    await expect(read.inspector).toContainText('Its words are no longer in the text')
    await isAccessible(page)
    await page.keyboard.press('Control+3')
    await page.getByRole('treeitem', { name: /Casualties/ }).click()
    await expect(page.getByText('no longer found in the text').first()).toBeVisible()
    await page.keyboard.press('Control+Z')
    await expect(page.getByText('no longer found in the text')).toHaveCount(0)
  })

  test('keeps the passage in hand on its words, and lets go of a selection that would mean others', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    const { cleaning } = await reading(collate, folder)
    const { read } = cleaning
    await read.selectParagraph(1, '4')
    await read.tag('Hull')
    await cleaning.choose(1, 'Nobody was hurt', 'Correct text…')
    await cleaning.editor.fill(
      'When the last of the boats was back and the sirens had gone quiet, the office said: Nobody was hurt.',
    )
    await page.keyboard.press('Enter')
    await expect(cleaning.editor).toHaveCount(0)
    await expect(read.inspector.locator('blockquote')).toHaveText(/^Divers looked.*water line\.$/)
    await expect.poll(() => read.highlights(read.block(1, 'Divers looked'))).toContain('chosen')
    await expect.poll(() => read.marks(read.block(1, 'Follow our harbour'))).toEqual([])
    await page.keyboard.press('Escape')
    await cleaning.goTo(1, 'Follow our harbour')
    await page.keyboard.press('Enter')
    await expect.poll(() => read.highlights(read.block(1, 'Follow our harbour'))).toContain('selection')
    await page.getByRole('button', { name: /^Undo: correct paragraph/ }).click()
    await expect(read.block(1, 'Nobody was hurt, the harbour office')).toHaveCount(1)
    await expect(read.toolbar).toHaveCount(0)
    await expect.poll(() => read.marks(read.block(1, 'Follow our harbour'))).toEqual([])
    await expect.poll(() => read.marks(read.block(1, 'Divers looked'))).toEqual(['tag-teal-0'])
  })

  test('is split where the words are selected and joined again, and its tags stay', async ({ collate, folder }) => {
    const { page } = collate
    const { cleaning } = await reading(collate, folder)
    const { read } = cleaning
    await read.selectParagraph(1, '4')
    await read.tag('Hull')
    await page.keyboard.press('Escape')
    await cleaning.goTo(1, 'Rescue took')
    await page.keyboard.press('Shift+S')
    await expect.poll(() => read.selection()).toBe('Rescue took hours.')
    await page.keyboard.press('Shift+S')
    await expect(cleaning.block(1, /^1aRescue took hours/)).toHaveCount(1)
    await page.keyboard.press('Control+Z')
    await expect(read.block(1, /^The ferry stopped.*It ended at noon\.$/)).toHaveCount(1)
    await read.drag(read.block(1, 'Divers looked'), 'and found a crack')
    await page.keyboard.press('Shift+S')
    await expect(read.block(1, /^and found a crack/)).toHaveCount(1)
    expect((await cleaning.shown(1)).slice(-2)).toEqual([
      '4 Divers looked at the hull on Wednesday',
      '4a and found a crack below the water line.',
    ])
    await expect(read.passages()).toHaveCount(1)
    await expect(read.passages()).not.toContainText('no longer found')
    await cleaning.goTo(1, /^4Divers/)
    await page.keyboard.press('m')
    await expect(read.block(1, /^Divers looked.*water line\.$/)).toHaveCount(1)
    await expect(read.passages()).toContainText('Hull')
    await page.keyboard.press('Shift+M')
    await expect(read.block(1, /^Follow our harbour desk for more \(3\)\. Divers/)).toHaveCount(1)
    expect((await cleaning.shown(1)).at(-1)).toMatch(/^3 Follow/)
    await expect(read.text(1)).toBeFocused()
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Z')
    await expect.poll(async () => (await cleaning.shown(1)).at(-1)).toMatch(/^4 Divers looked.*water line\.$/)
  })

  test('has its actions under the right mouse button, those on its words too', async ({ collate, folder }) => {
    const { page } = collate
    const { cleaning } = await reading(collate, folder)
    const { read, menu } = cleaning
    await read.block(2, 'Barges had waited').click({ button: 'right', position: { x: 120, y: 10 } })
    await expect(menu.getByRole('menuitem', { name: 'Split here' })).not.toHaveAttribute('aria-disabled', 'true')
    await expect(menu.getByRole('menuitem', { name: 'Join with the next' })).toHaveAttribute('aria-disabled', 'true')
    await menu.getByRole('menuitem', { name: /^Tag/ }).click()
    const field = page.getByRole('combobox', { name: 'Find or create a tag' })
    await field.fill('Waiting')
    await page.keyboard.press('Enter')
    await expect(read.passage('Barges had waited for nine days.')).toContainText('Waiting')
    await cleaning.choose(2, 'Barges had waited', /^Hide/)
    await expect(read.block(2, 'Barges had waited')).toHaveCount(0)
    await expect(cleaning.strip(2, 'hidden by you')).toContainText('1 line removed')
  })
})
