import { expect, type Locator, type Page } from '@playwright/test'
import { importTexts, newLibrary, press } from '../support/actions'
import type { Collate } from '../support/app'
import { ask } from '../support/ask'
import { LibraryPage } from './library'
import { ReadPage } from './read'

/** Three reports of one closure, the second and third with what only they tell in between; and two in Arabic. */
export const reports = {
  gazette: `The Marl bridge at Tessin will close for nine months from Monday 3 March, the road office said.

A bakery beside the bridge has hung a hand-drawn map in its window, with the detours for prams and for bicycles marked in red ink.

The choir of Saint Orla moved its rehearsals to the far bank years ago, so its singers will need an hour longer each way.

“We found deep cracks in three of the four piers,” chief engineer Oda Lindt told reporters on Thursday.

Two anglers claimed they had heard the stone groan in January, but nobody wrote it down, and the river was loud with ice that week.

Postcards of the old bridge sold out at the kiosk within a morning, and the owner has ordered six hundred more from the printer.

The ferry company will run an additional boat between Tessin and Hohl until the end of autumn.

A retired ferryman offered to teach anyone who wanted to learn how to read the currents below the weir.`,
  courier: `Beekeepers in the valley complained about late frost, which has cost them a third of their hives since the turn of the year.

From Monday the bridge over the Marl at Tessin will be closed for nine months, according to the road office.

At the town hall a queue formed before eight, most of it pensioners who wanted stamps for the new refuse bags.

The swimming pool opens again after Easter with warmer water and a slide that was paid for by a lottery.

“We found deep cracks in Tessin in three of the four piers,” said chief engineer Oda Lindt.

School starts twenty minutes later for pupils from the hill farms, a rule that their parents had asked for since last winter.

An additional boat of the ferry company will run between Hohl and Tessin until autumn ends.

The museum lent its oldest loom to a theatre in the capital, where it will stand on stage for eleven evenings.`,
  observer: `Wool prices fell again at the spring market, and traders spoke of the quietest opening day in living memory.

The road office is closing the Marl bridge at Tessin for nine months, starting on Monday.

A comet could be seen over the vineyards on two clear nights, to the delight of the observatory's many young visitors.

Cyclists won a case about their right to ride against the traffic in four narrow lanes near the abbey.

The brass band found its lost tuba in a barn, polished, with a note that thanked it for the loan.

Engineers have not said what the repairs will cost, and the mayor refused to guess when asked at the market.`,
  sahafi: `أعلن مكتب الطرق إغلاق جسر مارل في تيسين لمدة تسعة أشهر ابتداء من يوم الاثنين.

علق خباز خريطة مرسومة باليد في نافذة متجره لمساعدة الزبائن على إيجاد الطريق.`,
  barid: `فرقة الموسيقى عثرت على آلتها الضائعة في حظيرة قديمة قرب النهر.

سيغلق مكتب الطرق جسر مارل في تيسين لمدة تسعة أشهر ابتداء من الاثنين.`,
} as const

type Report = keyof typeof reports

const outlets: Record<Report, { outlet: string; language: string }> = {
  gazette: { outlet: 'Marl Gazette', language: 'en' },
  courier: { outlet: 'Hohl Courier', language: 'en' },
  observer: { outlet: 'Tessin Observer', language: 'en' },
  sahafi: { outlet: 'الصحافي', language: 'ar' },
  barid: { outlet: 'البريد', language: 'ar' },
}

/** What open articles share, as its user sees it. */
export class LinksPage {
  readonly page: Page
  readonly read: ReadPage
  readonly bar: Locator
  readonly comparing: Locator
  readonly target: Locator
  readonly said: Locator
  readonly list: Locator
  readonly also: Locator
  readonly possible: Locator

  constructor(page: Page) {
    this.page = page
    this.read = new ReadPage(page)
    this.bar = page.getByRole('toolbar', { name: 'What the articles share' })
    this.comparing = this.bar.getByText('Comparing the articles')
    this.target = this.bar.getByRole('group', { name: /^To decide/ })
    this.said = page.locator('p.vh[aria-live=polite]')
    this.list = page.getByRole('region', { name: 'What the articles tell' })
    this.also = page
      .getByRole('complementary')
      .locator('section', { has: page.getByRole('heading', { name: /^Also in/ }) })
    this.possible = page.getByRole('complementary').locator('summary', { hasText: 'Possible' })
  }

  toggle(name: 'Shared' | 'Only here' | 'Dates' | 'Tags'): Locator {
    return this.bar.getByRole('button', { name: new RegExp(`^${name}`) })
  }

  /** Waits until the articles are compared and their links drawn. */
  async compared(): Promise<void> {
    await expect(this.bar).toContainText(/of \d+|No other article|Nothing shared/)
  }

  /** Which shared passage of the pane in hand is in hand: "2 of 3". */
  step(words: string): Promise<void> {
    return expect(this.bar).toContainText(words)
  }

  /** Names of the marks on a paragraph of a pane. */
  marks(pane: number, words: string): Promise<string[]> {
    return this.read.highlights(this.read.block(pane, words))
  }

  /** Words under a mark in a pane. */
  marked(pane: number, mark: string): Promise<string[]> {
    return this.read
      .text(pane)
      .evaluate(
        (text, name) =>
          [...(CSS.highlights.get(name) ?? [])]
            .filter((range) => range instanceof Range && text.contains(range.startContainer))
            .map((range) => String(range)),
        mark,
      )
  }

  /** The height of a paragraph's first line in the window, in pixels. */
  height(pane: number, words: string): Promise<number> {
    return this.read.block(pane, words).evaluate((block) => Math.round(block.getBoundingClientRect().top))
  }

  /** How far apart the first lines of two paragraphs are. */
  async apart(one: [number, string], two: [number, string]): Promise<number> {
    return Math.abs((await this.height(...one)) - (await this.height(...two)))
  }

  scrollTop(pane: number): Promise<number> {
    return this.read.text(pane).evaluate((text) => Math.round(text.parentElement?.scrollTop ?? -1))
  }

  /** Clicks on the first words of a paragraph. */
  async click(pane: number, words: string): Promise<void> {
    const block = this.read.block(pane, words)
    await block.scrollIntoViewIfNeeded()
    await block.click({ position: { x: 30, y: 12 } })
  }

  /** What is drawn in the gutters. */
  drawn(what: 'fill' | 'hair' | 'stub' | 'far'): Locator {
    return this.page.locator(`.link-layer .${what}:not(.looks *)`)
  }

  /** Scrolls a pane to and fro until canvases show. @returns how many of their points are painted in that frame */
  paintedWhileScrolling(pane: number): Promise<number> {
    return this.read.text(pane).evaluate(async (text) => {
      const scroller = text.parentElement
      const painted = (canvas: HTMLCanvasElement): number => {
        if (canvas.width === 0 || canvas.offsetParent === null) return 0
        const points = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
        return [...points].filter((value, i) => i % 4 === 3 && value > 0).length
      }
      for (let i = 0; i < 600 && scroller; i += 1) {
        scroller.scrollTop = i % 2 === 0 ? 3 : 1
        await new Promise(requestAnimationFrame)
        const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.link-layer canvas')]
        const points = canvases.reduce((sum, canvas) => sum + painted(canvas), 0)
        if (points > 0) return points
      }
      return 0
    })
  }

  counterpart(words: string | RegExp): Locator {
    return this.page.locator('.counterparts > li').filter({ hasText: words })
  }

  async next(): Promise<void> {
    await press(this.page, ']')
  }
}

/** A library with some of the reports, which are open side by side and compared. */
export async function sideBySide(
  collate: Collate,
  folder: string,
  names: readonly Report[] = ['gazette', 'courier', 'observer'],
): Promise<{ links: LinksPage; ids: number[]; library: string }> {
  const { page } = collate
  const library = await newLibrary(collate, folder)
  const ids: number[] = []
  for (const name of names) {
    const [id = 0] = await importTexts(collate, folder, { [`${name}.txt`]: reports[name] })
    await ask(page, 'article.set', { ids: [id], edits: { ...outlets[name], published: '2031-02-28' } })
    ids.push(id)
  }
  await new LibraryPage(page).read(...names.map((name) => outlets[name].outlet))
  const links = new LinksPage(page)
  await links.compared()
  return { links, ids, library }
}
