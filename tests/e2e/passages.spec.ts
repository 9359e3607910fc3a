import { extractText } from 'unpdf'
import { LibraryPage } from './pages/library'
import { PassagesPage } from './pages/passages'
import { isAccessible, zoomed } from './support/accessible'
import { importTexts, newLibrary, openSample, press, resize, setTheme, sizes } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const texts = {
  'ferry.txt': `The ferry stopped on Tuesday after a fire in its engine room. Rescue took hours. It ended at noon.

Nobody was hurt, the harbour office said in the evening.

Divers looked at the hull on Wednesday and found a crack below the water line.`,
  'port.txt': `أغلق الحراس الميناء يوم الثلاثاء قبل الفجر. لم يصب أحد بأذى.

قال المكتب إن السفن ستعود يوم الخميس إلى رصيفها الشرقي.`,
}

/** Stands in for the system's dialog: prints to a PDF. @returns a function that gives the words of its pages */
async function onPaper({ app }: Collate): Promise<() => Promise<string[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) throw new Error('no window')
    contents.print = (_options, done) => {
      void (async () => {
        const marks: unknown = await contents.executeJavaScript(`{
          const columns = [...document.querySelectorAll('.pv-column')]
          const words = (selector) => columns.map((c) => [...c.querySelectorAll(selector)].map((e) => e.textContent))
          ;({ labels: words('.pv-label'), numbers: words('sup').map((all) => all.flatMap((one) => one.split(', '))) })
        }`)
        const pdf = await contents.printToPDF({ preferCSSPageSize: true })
        Object.assign(globalThis, { printed: pdf.toString('base64'), marks })
        done?.(true, '')
      })()
    }
  })
  const printed = () => app.evaluate(() => (globalThis as unknown as { printed?: string }).printed ?? '')
  return async () => {
    await expect.poll(printed).not.toBe('')
    const { text } = await extractText(new Uint8Array(Buffer.from(await printed(), 'base64')))
    return text
  }
}

type Marks = { labels: string[][]; numbers: string[][] }

/** The paragraph numbers and the raised numbers in each column of what was last printed. */
const printedMarks = ({ app }: Collate): Promise<Marks> =>
  app.evaluate(() => (globalThis as unknown as { marks: Marks }).marks)

/** Lets the system answer that nothing was printed. */
const answerPrinting = async ({ app }: Collate, reason: string): Promise<() => Promise<number>> => {
  await app.evaluate(({ BrowserWindow }, why) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) return
    Reflect.set(contents, 'timesPrinted', 0)
    contents.print = (_options, done) => {
      Reflect.set(contents, 'timesPrinted', Number(Reflect.get(contents, 'timesPrinted')) + 1)
      done?.(false, why)
    }
  }, reason)
  return () =>
    app.evaluate(({ BrowserWindow }) =>
      Number(Reflect.get(BrowserWindow.getAllWindows()[0]?.webContents ?? {}, 'timesPrinted')),
    )
}

type Reading = { passages: PassagesPage; ids: number[]; span: (words: string) => Promise<Place> }
type Place = { articleId: number; start: number; end: number }

/** A library with an English and an Arabic article, both open. */
async function reading(collate: Collate, folder: string): Promise<Reading> {
  const { page } = collate
  await newLibrary(collate, folder)
  const ids = await importTexts(collate, folder, texts)
  await ask(page, 'article.set', {
    ids: ids.slice(0, 1),
    edits: { outlet: 'Harbour Gazette', published: '2024-05-08' },
  })
  const span = async (words: string): Promise<Place> => {
    for (const articleId of ids) {
      const { blocks } = await ask(page, 'article.text', { id: articleId })
      const start = blocks
        .map((block) => block.text)
        .join('\n')
        .indexOf(words)
      if (start >= 0) return { articleId, start, end: start + words.length }
    }
    throw new Error(`no words ${words}`)
  }
  await new LibraryPage(page).read('The ferry stopped', 'أغلق الحراس')
  return { passages: new PassagesPage(page), ids, span }
}

test.describe('the words of a passage', () => {
  test('become more and fewer by keys, word by word and sentence by sentence', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, span } = await reading(collate, folder)
    await ask(page, 'passage.create', await span('stopped on'))
    await passages.choose(1, 'stopped on')
    await passages.has('Alt+Shift+ArrowRight', 'stopped on Tuesday')
    await passages.has('Alt+Shift+ArrowLeft', 'stopped on')
    await passages.has('Control+Alt+Shift+ArrowLeft', 'ferry stopped on')
    await passages.has('Control+Alt+Shift+ArrowRight', 'stopped on')
    await passages.has('Control+Alt+Shift+ArrowUp', 'The ferry stopped on')
    await passages.has('Alt+Shift+ArrowDown', 'The ferry stopped on Tuesday after a fire in its engine room.')
    await passages.has(
      'Alt+Shift+ArrowDown',
      'The ferry stopped on Tuesday after a fire in its engine room. Rescue took hours.',
    )
    await passages.has('Control+Alt+Shift+ArrowDown', 'Rescue took hours.')
    await expect(passages.read.text(1)).toBeFocused()
    await expect
      .poll(async () => (await ask(page, 'passage.list', {})).map((one) => one.quote))
      .toEqual(['Rescue took hours.'])
    await page.keyboard.press('Control+Z')
    await expect(passages.words).toHaveText(/^The ferry stopped .* hours\.$/)
    await passages.has('Alt+Shift+ArrowUp', 'The ferry stopped on Tuesday after a fire in its engine room.')
  })

  test('follow the direction of the paragraph, and keys that are held', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, span } = await reading(collate, folder)
    await ask(page, 'passage.create', await span('الحراس'))
    await passages.choose(2, 'الحراس')
    await passages.has('Alt+Shift+ArrowLeft', 'الحراس الميناء')
    await passages.has('Alt+Shift+ArrowRight', 'الحراس')
    await passages.has('Control+Alt+Shift+ArrowRight', 'أغلق الحراس')
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Alt+Shift+ArrowLeft')
    await expect(passages.words).toHaveText('أغلق الحراس الميناء يوم الثلاثاء قبل')
    await expect
      .poll(async () => (await ask(page, 'passage.list', {})).map((one) => one.quote))
      .toEqual(['أغلق الحراس الميناء يوم الثلاثاء قبل'])
  })

  test('are changed from the menu of the passage, with its keys beside', async ({ collate, folder }) => {
    const { passages, span } = await reading(collate, folder)
    const { page } = collate
    await ask(page, 'passage.create', await span('Rescue took'))
    await passages.choose(1, 'Rescue took')
    await passages.read.inspector.getByRole('button', { name: 'Actions on the passage' }).press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Split the passage…' })).toBeFocused()
    await isAccessible(page, '.menu')
    await page.keyboard.press('Escape')
    await passages.act('Move the passage’s end a word to the right')
    await expect(passages.words).toHaveText('Rescue took hours')
    await expect(passages.read.text(1)).toBeFocused()
  })
})

test.describe('a selection', () => {
  test('goes by sentence and paragraph from right to left as well', async ({ collate, folder }) => {
    const { page } = collate
    const { passages } = await reading(collate, folder)
    const { read } = passages
    await read.goToPane(2)
    await press(page, 'ArrowLeft')
    expect(await read.selection()).toBe('أغلق الحراس الميناء يوم الثلاثاء قبل الفجر.')
    await press(page, 'Shift+ArrowLeft')
    expect(await read.selection()).toMatch(/^أغلق .* بأذى\.$/)
    await press(page, 'Shift+ArrowRight')
    expect(await read.selection()).toBe('أغلق الحراس الميناء يوم الثلاثاء قبل الفجر.')
    await press(page, 'Shift+ArrowDown')
    await press(page, 'Shift+ArrowDown')
    expect(await read.selection()).toMatch(/^أغلق .* الشرقي\.$/s)
    await press(page, 'ArrowDown')
    await press(page, 'Enter')
    expect(await read.selection()).toMatch(/^قال المكتب/)
  })

  test('is tagged, noted, dated, quoted and copied in every pane, one article at two places too', async ({
    collate,
    folder,
  }) => {
    const { page, app } = collate
    const { passages, ids } = await reading(collate, folder)
    const { read } = passages
    await read.goToPane(1)
    await page.keyboard.press('Control+Shift+D')
    await expect(read.panes).toHaveCount(3)
    for (const [n, label, opening] of [
      [1, '1', 'The ferry'],
      [2, '3', 'Divers'],
      [3, '2', 'قال المكتب'],
    ] as const) {
      await read.selectParagraph(n, label)
      await read.tag('Seen')
      await expect(passages.words).toHaveText(new RegExp(`^${opening}`))
      await page.keyboard.press('n')
      await page.getByRole('textbox', { name: 'Note on the passage' }).fill(`In pane ${n}`)
      await page.keyboard.press('Control+Enter')
      await expect(read.passage(opening)).toContainText(`In pane ${n}`)
      await page.keyboard.press('e')
      const form = page.getByRole('dialog', { name: 'Event from the passage' })
      await form.getByRole('textbox', { name: 'Title' }).fill(`Event ${n}`)
      await page.keyboard.press('Enter')
      await expect(read.inspector.getByRole('button', { name: `Event ${n}` })).toBeVisible()
      await page.keyboard.press('q')
      await page.keyboard.press('Control+Shift+C')
      await expect
        .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
        .toMatch(new RegExp(`^> ${opening}[^]*¶${label}\\n$`))
      await page.keyboard.press('Escape')
    }
    const all = await ask(page, 'passage.list', {})
    expect(all.map((one) => [one.articleId, one.note])).toEqual([
      [ids[0], 'In pane 1'],
      [ids[0], 'In pane 2'],
      [ids[1], 'In pane 3'],
    ])
    const [row] = await ask(page, 'briefing.list', {})
    const { blocks } = await ask(page, 'briefing.get', { id: row?.id ?? 0 })
    expect(blocks.flatMap((b) => (b.kind === 'quotes' ? b.passageIds : []))).toEqual(all.map((one) => one.id))
    await expect.poll(() => read.marks(read.block(2, 'The ferry'))).toEqual(['tag-teal-0'])
  })
})

test.describe('a passage', () => {
  test('is split by keyboard, and joined with the next one', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, span } = await reading(collate, folder)
    const { id: tagId } = await ask(page, 'tag.create', { name: 'Rescue' })
    await ask(page, 'passage.create', {
      ...(await span('Rescue took hours. It ended at noon.')),
      tagIds: [tagId],
      note: 'when?',
    })
    await passages.choose(1, 'Rescue')
    await press(page, 'p')
    const here = passages.split.getByRole('button', { name: 'Split here' })
    await expect(here).toBeFocused()
    await expect(passages.split.locator('.src')).toHaveText(['Rescue took hours.', 'It ended at noon.'])
    await isAccessible(page, '.pop')
    await press(page, 'ArrowRight')
    await expect(passages.split.locator('.src')).toHaveText(['Rescue took hours. It', 'ended at noon.'])
    await expect.poll(() => passages.read.highlights(passages.read.block(1, 'The ferry'))).toContain('cut-off')
    await press(page, 'ArrowUp')
    await press(page, 'Enter')
    await expect(passages.split).toHaveCount(0)
    await expect(passages.read.text(1)).toBeFocused()
    await expect(passages.words).toHaveText('Rescue took hours.')
    await expect(passages.read.passages()).toHaveCount(2)
    await expect(passages.read.passage('It ended at noon.')).toContainText('when?')
    await expect(passages.read.passage('It ended at noon.')).toContainText('Rescue')

    await passages.has('j', 'Rescue took hours. It ended at noon.')
    await expect(passages.read.passages()).toHaveCount(1)
    await page.keyboard.press('Control+Z')
    await expect(passages.read.passages()).toHaveCount(2)
    await page.keyboard.press('Delete')
    await expect(passages.read.passages()).toHaveCount(1)
    await expect(page.getByText('Passage deleted.')).toHaveCount(1)
    await expect(passages.read.text(1)).toBeFocused()
  })

  test('is split where the mouse was put, and stays whole where that is given up', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, span } = await reading(collate, folder)
    await ask(page, 'passage.create', await span('Nobody was hurt, the harbour office said'))
    await expect(passages.read.passages()).toHaveCount(1)
    const block = passages.read.block(1, 'Nobody was hurt')
    const at = await block.evaluate((element) => {
      const range = document.createRange()
      const node = element.firstChild as Text
      range.setStart(node, node.data.indexOf('harbour'))
      range.setEnd(node, node.data.indexOf('harbour') + 1)
      const box = range.getBoundingClientRect()
      return { x: box.left + 1, y: box.top + box.height / 2 }
    })
    await page.mouse.click(at.x, at.y)
    await expect(passages.words).toHaveText('Nobody was hurt, the harbour office said')
    await passages.act('Split the passage…')
    await expect(passages.split.locator('.src')).toHaveText(['Nobody was hurt, the', 'harbour office said'])
    await passages.split.getByRole('button', { name: 'A word earlier' }).click()
    await passages.split.getByRole('button', { name: 'A word later' }).click()
    await page.keyboard.press('Escape')
    await expect(passages.split).toHaveCount(0)
    await expect(passages.read.passages()).toHaveCount(1)
    await passages.act('Split the passage…')
    await passages.split.getByRole('button', { name: 'Split here' }).click()
    await expect(passages.read.passages()).toHaveCount(2)
  })

  test('that stands far from the next is not joined with it, which is said', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, span } = await reading(collate, folder)
    await ask(page, 'passage.create', await span('The ferry'))
    await ask(page, 'passage.create', await span('Divers looked'))
    await passages.choose(1, 'The ferry')
    await press(page, 'j')
    await expect(page.getByText('can be joined. Extend one of them first.')).toBeVisible()
    await expect(passages.read.passages()).toHaveCount(2)
  })

  test('among several over the same words is said to be, and a click goes through them', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    const { passages, span } = await reading(collate, folder)
    await ask(page, 'passage.create', await span('harbour office'))
    await ask(page, 'passage.create', await span('the harbour office said'))
    await ask(page, 'passage.create', await span('Nobody was hurt, the harbour office said in the evening.'))
    const block = passages.read.block(1, 'Nobody was hurt')
    await expect.poll(() => passages.read.marks(block)).toEqual(['untagged-0', 'untagged-1', 'untagged-2'])
    const at = await block.evaluate((element) => {
      const range = document.createRange()
      const node = element.firstChild as Text
      range.setStart(node, node.data.indexOf('harbour') + 2)
      range.setEnd(node, node.data.indexOf('harbour') + 3)
      const box = range.getBoundingClientRect()
      return { x: box.left + 1, y: box.top + box.height / 2 }
    })
    const stack = passages.read.inspector.getByText(/at this place$/)
    await page.mouse.click(at.x, at.y)
    await expect(stack).toHaveText('1 of 3 at this place')
    await expect(passages.words).toHaveText('harbour office')
    await page.mouse.click(at.x, at.y)
    await expect(stack).toHaveText('2 of 3 at this place')
    await passages.read.inspector.getByRole('button', { name: 'Next passage at this place' }).click()
    await expect(stack).toHaveText('3 of 3 at this place')
    await expect(passages.words).toHaveText(/^Nobody .* evening\.$/)
    await isAccessible(page, '.insp')
    await page.mouse.click(at.x, at.y)
    await expect(passages.words).toHaveText('harbour office')
  })

  test('and a selection are copied as a quotation with its source, in either pane', async ({ collate, folder }) => {
    const { page, app } = collate
    const { passages } = await reading(collate, folder)
    await passages.read.selectParagraph(1, '2')
    await page.keyboard.press('Control+Shift+C')
    const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText())
    await expect
      .poll(clipboard)
      .toMatch(
        /^> Nobody was hurt, the harbour office said in the evening\.\n>\n> Harbour Gazette, .*\*.+\*, 8 May 2024, ¶2\n$/,
      )
    await passages.read.selectParagraph(2, '2')
    await page.keyboard.press('Control+Shift+C')
    await expect.poll(clipboard).toMatch(/^> قال المكتب .*\n>\n> outlet unknown, .*undated, ¶2\n$/)
  })

  test('is joined with the next one, and copied as a selection is, by mouse', async ({ collate, folder }) => {
    const { page, app } = collate
    const { passages, span } = await reading(collate, folder)
    const { read } = passages
    const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText())
    for (const words of ['Rescue took hours.', 'It ended at noon.']) {
      await ask(page, 'passage.create', await span(words))
    }
    await read.block(1, 'The ferry stopped').click()
    await read.passage('Rescue took hours.').click()
    await expect(passages.words).toHaveText('Rescue took hours.')
    await passages.act('Join the passage with the next one')
    await expect(passages.words).toHaveText('Rescue took hours. It ended at noon.')
    await expect(read.passages()).toHaveCount(1)
    await passages.act('Copy with citation')
    await expect.poll(clipboard).toMatch(/^> Rescue took hours\. It ended at noon\.\n>\n> Harbour Gazette, .*¶1\n$/)
    // The passage's tools lie over the words below it until it is let go.
    await read.block(1, 'Divers').click()
    await expect(read.toolbar).toHaveCount(0)
    await read.drag(read.block(1, 'Nobody was hurt'), 'harbour office')
    await read.toolbar.getByRole('button', { name: 'Copy with citation' }).click()
    await expect.poll(clipboard).toMatch(/^> harbour office\n>\n> Harbour Gazette, .*¶2\n$/)
  })

  test('has its article’s note beside it', async ({ collate, folder }) => {
    const { page } = collate
    const { passages, ids } = await reading(collate, folder)
    await passages.read.goToPane(1)
    const note = passages.read.inspector.getByRole('textbox', { name: 'Note on the article' })
    await note.fill('Compare with the Arabic one.')
    await passages.read.goToPane(2)
    await expect(note).toHaveValue('')
    await expect
      .poll(async () => (await ask(page, 'article.get', { id: ids[0] ?? 0 })).note)
      .toBe('Compare with the Arabic one.')
  })
})

test.describe('passages whose words are gone', () => {
  /** Two passages lose their words to a correction. */
  async function losing(collate: Collate, folder: string): Promise<Reading> {
    const made = await reading(collate, folder)
    const { page } = collate
    const { id: tagId } = await ask(page, 'tag.create', { name: 'Hull' })
    await ask(page, 'passage.create', {
      ...(await made.span('Divers looked at the hull on Wednesday')),
      tagIds: [tagId],
    })
    await ask(page, 'passage.create', { ...(await made.span('a crack below')), note: 'how long?' })
    const { blocks } = await ask(page, 'article.text', { id: made.ids[0] ?? 0 })
    await ask(page, 'block.correct', {
      id: blocks.find((block) => block.text.startsWith('Divers'))?.id ?? 0,
      text: 'Divers had looked over the hull on Wednesday and saw a long crack under the water line.',
    })
    await expect(made.passages.lostCount(1)).toHaveAccessibleName('2 passages lost their words')
    return made
  }

  test('are found again by their likeliest place, by keyboard', async ({ collate, folder }) => {
    const { page } = collate
    const { passages } = await losing(collate, folder)
    await passages.read.goToPane(1)
    await passages.lostCount(1).press('Enter')
    await expect(passages.lost.getByRole('button', { name: /^Divers looked/ })).toBeFocused()
    await isAccessible(page, '.insp')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const places = passages.lost.getByRole('list', { name: 'Likely places' })
    await expect(places.getByRole('listitem').first()).toContainText('Divers had looked over the hull on Wednesday')
    await expect(places.getByRole('listitem').first()).toContainText('¶3')
    await places.getByRole('button', { name: 'Look' }).first().press('Enter')
    await expect.poll(() => passages.read.highlights(passages.read.block(1, 'Divers had'))).toContain('target')
    await isAccessible(page, '.insp')
    await places.getByRole('button', { name: 'Put here' }).first().press('Enter')
    await expect(passages.words).toHaveText('Divers had looked over the hull on Wednesday')
    await expect(passages.read.text(1)).toBeFocused()
    await expect(passages.lostCount(1)).toHaveAccessibleName('1 passage lost its words')
    await page.keyboard.press('Control+Z')
    await expect(passages.lostCount(1)).toHaveAccessibleName('2 passages lost their words')
  })

  test('are put on selected words, joined with what is there, or deleted', async ({ collate, folder }) => {
    const { page } = collate
    const { passages } = await losing(collate, folder)
    const crack = passages.lostPassage('a crack below')
    await expect(crack.getByRole('button', { name: 'Put on selection' })).toBeDisabled()
    await passages.read.drag(passages.read.block(1, 'Divers had'), 'a long crack')
    await crack.getByRole('button', { name: 'Put on selection' }).click()
    await expect(passages.words).toHaveText('a long crack')
    await expect(passages.lost.getByRole('listitem')).toHaveCount(1)
    await passages.lostPassage('Divers looked').getByRole('button', { name: 'Join with the chosen one' }).click()
    await expect(passages.lost).toHaveCount(0)
    await expect(passages.read.passages()).toHaveCount(1)
    await expect(passages.read.passage('a long crack')).toContainText('how long?')
    await expect(passages.read.passage('a long crack')).toContainText('Hull')
    await page.keyboard.press('Control+Z')
    await passages.lostPassage('Divers looked').getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(passages.lost).toHaveCount(0)
    await expect(passages.read.text(1)).toBeFocused()
  })

  test('are in reach in a small window and at twice the size', async ({ collate, folder }) => {
    const { page } = collate
    const { passages } = await losing(collate, folder)
    await resize(collate, sizes.small)
    await expect(passages.read.inspector).toHaveCount(0)
    await passages.lostCount(1).click()
    await expect(passages.lost).toBeInViewport()
    await resize(collate, zoomed)
    await expect(passages.lost).toBeVisible()
    await isAccessible(page, '.insp')
  })
})

test.describe('on paper', () => {
  test('the open articles stand side by side with paragraphs, sources and tags, and nothing of the app', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    const { passages, span } = await reading(collate, folder)
    const { id: tagId } = await ask(page, 'tag.create', { name: 'Casualties' })
    await ask(page, 'passage.create', { ...(await span('Nobody was hurt')), tagIds: [tagId] })
    await setTheme(page, 'dark')
    const paper = await onPaper(collate)
    await passages.read.goToPane(1)
    await expect(passages.read.passages()).toHaveCount(1)
    await page.keyboard.press('Control+P')
    const pages = await paper()
    expect(pages).toHaveLength(1)
    const [words = ''] = pages
    for (const said of [
      'Harbour Gazette',
      '8 May 2024',
      'outlet unknown',
      'undated',
      'Divers looked at the hull',
      'Casualties',
    ])
      expect(words).toContain(said)
    expect((await printedMarks(collate)).labels).toEqual([
      ['1', '2', '3'],
      ['1', '2'],
    ])
    for (const chrome of ['Inspector', 'Add pane', 'Passages', 'Library']) expect(words).not.toContain(chrome)
    await expect(page.locator('.print-view')).toHaveCount(0)
    await expect(passages.read.text(1)).toBeFocused()
    await expect(passages.read.text(2)).toContainText('أغلق الحراس')
  })

  test('what articles share has the same number in their columns', async ({ collate }) => {
    const { page } = collate
    await openSample(page)
    await new LibraryPage(page).read('Osmera takes charge', 'Barges Stranded')
    const paper = await onPaper(collate)
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox').fill('Print side by side')
    await page.getByRole('option', { name: /Print side by side/ }).click()
    const words = (await paper()).join(' ')
    expect(words).toContain('The same raised number marks what these articles have in common.')
    expect(words).toContain('Kolvar Herald')
    expect(words).toContain('Sarn Courier')
    const { numbers } = await printedMarks(collate)
    expect(numbers[0]?.length).toBeGreaterThan(0)
    expect([...new Set(numbers[0])].sort()).toEqual([...new Set(numbers[1])].sort())
  })

  test('that can’t be printed is said, and nothing where the dialog is closed', async ({ collate, folder }) => {
    const { page } = collate
    const { passages } = await reading(collate, folder)
    const cancelled = await answerPrinting(collate, 'Print job canceled')
    await passages.read.goToPane(1)
    await page.keyboard.press('Control+P')
    await expect.poll(cancelled).toBe(1)
    await expect(page.locator('.print-view')).toHaveCount(0)
    await expect(page.getByText(/^Nothing was printed/)).toHaveCount(0)
    await answerPrinting(collate, 'Invalid printer settings')
    await page.keyboard.press('Control+P')
    await expect(page.getByText('Nothing was printed: the system says “Invalid printer settings”')).toBeVisible()
    await expect(page.locator('.print-view')).toHaveCount(0)
  })
})
