import type { Page } from 'playwright'

/**
 * Notes for every key from now on how long it takes until a frame shows what it does.
 * @returns a function that tells the milliseconds of each key
 */
export async function watchKeys(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const painted: number[] = []
    Object.assign(window, { painted })
    window.addEventListener(
      'keydown',
      (event) => requestAnimationFrame(() => setTimeout(() => painted.push(performance.now() - event.timeStamp))),
      { capture: true },
    )
  })
  return () => page.evaluate(() => (window as unknown as { painted: number[] }).painted)
}

/** @param share from 0 to 1 */
export const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
