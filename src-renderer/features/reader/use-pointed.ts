import { type RefObject, useEffect } from 'react'

/**
 * Names the block under the pointer, by `data-pointed`, which shows its menu. Only a pointer that is moved names another:
 * `:hover` changes with every paragraph that scrolls past under it, and each change has all highlighted text painted anew.
 */
export function usePointed(doc: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = doc.current
    if (!root) return
    let pointed: Element | null = null
    const point = (block: Element | null): void => {
      if (block === pointed) return
      pointed?.removeAttribute('data-pointed')
      block?.setAttribute('data-pointed', '')
      pointed = block
    }
    const onMove = ({ target }: PointerEvent): void =>
      point(target instanceof Element ? target.closest('[data-block]') : null)
    const onLeave = (): void => point(null)
    root.addEventListener('pointermove', onMove, { passive: true })
    root.addEventListener('pointerleave', onLeave)
    return () => {
      root.removeEventListener('pointermove', onMove)
      root.removeEventListener('pointerleave', onLeave)
    }
  }, [doc])
}
