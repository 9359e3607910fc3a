import { expect, test } from './support/app'

test('starts with the start screen and opens the sample', async ({ page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  const answer = await page.evaluate(() => window.collate.shell('shell.openSample', {}))
  expect(answer).toEqual({ ok: true, value: null })
  const info = await page.evaluate(() => window.collate.call('library.info', {}))
  expect(info).toMatchObject({ ok: true, value: { articles: 6 } })
})
