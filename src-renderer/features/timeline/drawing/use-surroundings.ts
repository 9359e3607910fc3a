import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { Words } from './layout'
import { paletteAt } from './palette'
import type { Palette } from './shapes'
import { type Measure, markWords, measureText } from './words'

export type Size = { width: number; height: number }

/** The size of an element, from its first layout on. @param isThere whether the element is on the page */
export function useSize(ref: RefObject<HTMLElement | null>, isThere: boolean): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = isThere ? ref.current : null
    if (!element) return
    const read = (): void => {
      const { clientWidth: width, clientHeight: height } = element
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }))
    }
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, isThere])
  return size
}

/** The theme's colours as canvases need them, changing with the theme and with colours that the system forces. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(() => paletteAt(document.documentElement, { asForced: true }))
  useEffect(() => {
    const read = (): void => setPalette(paletteAt(document.documentElement, { asForced: true }))
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    const forced = window.matchMedia('(forced-colors: active)')
    forced.addEventListener('change', read)
    return () => {
      observer.disconnect()
      forced.removeEventListener('change', read)
    }
  }, [])
  return palette
}

/** Pixels of the screen per pixel of the page, which zoom and another screen change. */
export function useRatio(): number {
  const [ratio, setRatio] = useState(() => window.devicePixelRatio)
  useEffect(() => {
    const query = window.matchMedia(`(resolution: ${ratio}dppx)`)
    const read = (): void => setRatio(window.devicePixelRatio)
    query.addEventListener('change', read)
    return () => query.removeEventListener('change', read)
  }, [ratio])
  return ratio
}

/** Measures text in the app's fonts; anew once these are there. */
export function useTextMeasure(): { measure: Measure; words: Words } {
  const [fonts, setFonts] = useState(() => document.fonts.status)
  useEffect(() => {
    let isGone = false
    void document.fonts.ready.then(() => isGone || setFonts('loaded'))
    return () => {
      isGone = true
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other fonts, other widths
  return useMemo(() => {
    const measure = measureText()
    return { measure, words: markWords(measure) }
  }, [fonts])
}
