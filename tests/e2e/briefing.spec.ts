import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { BriefingPage } from './pages/briefing'
import { isAccessible } from './support/accessible'
import { openSample, resize, sizes } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'

/** Marks the first numbered paragraph of each article. @returns the ids of the passages */
async function markPassages(page: Page, tagName: string): Promise<number[]> {
  const tag = await ask(page, 'tag.create', { name: tagName })
  const filter = { filter: {}, sort: { by: 'added', descending: false } } as const
  const ids = await ask(page, 'article.ids', filter)
  const passages: number[] = []
  for (const articleId of ids) {
    const { blocks } = await ask(page, 'article.text', { id: articleId })
    const first = blocks.find((block) => block.label !== null)
    if (!first) continue
    const span = { articleId, start: first.start, end: first.start + first.text.length }
    passages.push((await ask(page, 'passage.create', { ...span, tagIds: [tag.id] })).id)
  }
  return passages
}

test.describe('briefing', () => {
  test('grows from nothing: text with a citation, quotes of a tag, and what has no source', async ({ page }) => {
    await openSample(page)
    await markPassages(page, 'Takeover')
    const briefing = new BriefingPage(page)
    await briefing.open()
    await expect(page.getByRole('heading', { name: 'No briefing yet' })).toBeVisible()
    await briefing.create()

    await briefing.text().fill('The gates changed hands.\n\nNobody was hurt.')
    await expect(briefing.checks.getByText('2 statements without a source')).toBeVisible()
    await page.getByRole('button', { name: 'Library', exact: true }).focus()
    await page.keyboard.press('F8')
    await expect(briefing.text()).toBeFocused()

    await briefing.editor.getByRole('button', { name: 'Cite a passage…' }).first().click()
    const find = page.getByRole('dialog').getByRole('textbox', { name: 'Find a passage' })
    await find.fill('took control')
    await find.press('Enter')
    await expect(briefing.text()).toHaveValue(/Nobody was hurt\.\[@\d+\]$/)
    await expect(briefing.checks.getByText('1 statement without a source')).toBeVisible()

    await briefing.insert('Quotes by tag')
    const quotes = briefing.editor.getByRole('group', { name: 'Quotes' })
    await quotes.getByRole('combobox', { name: 'Passages' }).selectOption({ label: 'Tag: Takeover' })
    await expect(quotes.getByText('6 passages')).toBeVisible()
    await expect(briefing.preview.locator('blockquote')).toHaveCount(6)

    await briefing.preview.getByRole('button', { name: 'Footnote 1', exact: true }).first().click()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Read', exact: true })).toHaveAttribute('aria-current', 'page')
  })

  test('keeps typed text, moves blocks, and takes every step back', async ({ page }) => {
    await openSample(page)
    const briefing = new BriefingPage(page)
    await briefing.open()
    await briefing.create()
    const before = await briefing.outline()
    await briefing.insert('Heading')
    const heading = briefing.editor.getByRole('textbox', { name: 'Heading' }).last()
    await heading.fill('Who is held responsible')
    // Leaving for another workspace keeps what was typed a moment ago.
    await page.keyboard.press('Control+1')
    await briefing.open()
    await expect(briefing.side.getByRole('button', { name: 'Who is held responsible' })).toBeVisible()
    expect((await briefing.outline()).length).toBe(before.length + 1)

    const block = briefing.editor
      .locator('[data-block]')
      .filter({ has: page.locator('input[value="Who is held responsible"]') })
    const at = Number(await block.getAttribute('data-block'))
    await block.getByRole('button', { name: /^Move up/ }).click()
    await expect(block).toHaveAttribute('data-block', String(at - 1))
    await block.getByRole('button', { name: /^Remove block/ }).click()
    await expect(block).toHaveCount(0)

    await page.getByRole('button', { name: 'Library', exact: true }).focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(block).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(block).toHaveAttribute('data-block', String(at))
  })

  test('keeps the last words where the library is closed or the app is quit', async ({ start }) => {
    const first = await start()
    await openSample(first.page)
    const briefing = new BriefingPage(first.page)
    await briefing.open()
    await briefing.create()
    await briefing.insert('Heading')
    const heading = (within: BriefingPage) => within.editor.getByRole('textbox', { name: 'Heading' }).last()
    await heading(briefing).fill('Who is held')
    await first.app.evaluate(({ Menu, BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.focus()
      Menu.getApplicationMenu()?.getMenuItemById('library.close')?.click()
    })
    await expect(first.page.getByRole('navigation', { name: 'Workspaces' })).toHaveCount(0)
    await openSample(first.page)
    await expect(heading(briefing)).toHaveValue('Who is held')
    await heading(briefing).fill('Who is held responsible')
    await first.quit()

    const { page } = await start()
    await openSample(page)
    await expect(heading(new BriefingPage(page))).toHaveValue('Who is held responsible')
  })

  test('is exported as shown, and never over a file that was not named', async ({ collate, folder }) => {
    const { page, dialogs } = collate
    await openSample(page)
    await markPassages(page, 'Takeover')
    const briefing = new BriefingPage(page)
    await briefing.open()
    await briefing.create()
    await briefing.insert('Quotes by tag')
    const file = join(folder, 'note.md')
    await dialogs.saveAs(file)
    await page.keyboard.press('Control+e')
    await expect(page.getByText('Written to')).toBeVisible()
    const [row] = await ask(page, 'briefing.list', {})
    const { markdown } = await ask(page, 'briefing.render', { id: row?.id ?? 0 })
    expect(readFileSync(file, 'utf8')).toBe(markdown)

    const other = join(folder, 'other.md')
    writeFileSync(other, 'mine')
    await dialogs.dismiss()
    await page.keyboard.press('Control+e')
    await expect(page.getByText('Written to')).toBeVisible()
    expect(readFileSync(other, 'utf8')).toBe('mine')
  })

  test('chooses events for the timeline, and has no barriers', async ({ collate }) => {
    const { page } = collate
    await openSample(page)
    for (const title of ['The gates change hands', 'The vote']) {
      await ask(page, 'event.create', { title, date: '11 March 2031' })
    }
    const briefing = new BriefingPage(page)
    await briefing.open()
    await briefing.create()
    const timeline = briefing.editor.getByRole('group', { name: 'Timeline' })
    await timeline.getByRole('combobox', { name: 'Events' }).selectOption({ label: 'Chosen events' })
    await timeline.getByRole('checkbox', { name: 'Include “The vote”' }).uncheck()
    await expect(briefing.preview.getByRole('cell', { name: 'The gates change hands' })).toBeVisible()
    await expect(briefing.preview.getByRole('cell', { name: 'The vote' })).toHaveCount(0)
    await isAccessible(page)

    const { id } = await ask(page, 'timeline.create', { name: 'The council' })
    const [vote] = (await ask(page, 'event.list', {})).filter(({ title }) => title === 'The vote')
    await ask(page, 'timeline.choose', { id, add: [vote?.id ?? 0], remove: [] })
    await timeline.getByRole('combobox', { name: 'Events' }).selectOption({ label: 'Timeline: The council' })
    await expect(timeline.getByText('1 event, live')).toBeVisible()
    await expect(briefing.preview.getByRole('cell', { name: 'The vote' })).toBeVisible()
    await expect(briefing.preview.getByRole('cell', { name: 'The gates change hands' })).toHaveCount(0)
    await ask(page, 'timeline.delete', { id })
    await expect(timeline.getByText('This timeline was deleted')).toBeVisible()
    await expect(briefing.preview.getByRole('cell', { name: 'The vote' })).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(briefing.preview.getByRole('cell', { name: 'The vote' })).toBeVisible()

    await resize(collate, sizes.small)
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
    await expect(briefing.preview).toBeVisible()
    await isAccessible(page)
  })
})
