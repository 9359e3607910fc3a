import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Sheet } from './save'
import { svgOf } from './svg'

type Props = {
  sheet: Sheet
  /** It is on the page with all its fonts. */
  onReady: () => void
}

/** The drawing on paper, alone on its page. */
export function PrintDrawing({ sheet, onReady }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const ready = useRef(onReady)
  useEffect(() => {
    const picture = new DOMParser().parseFromString(svgOf(sheet), 'image/svg+xml').documentElement
    box.current?.replaceChildren(document.importNode(picture, true))
    let isGone = false
    void document.fonts.ready.then(() => requestAnimationFrame(() => isGone || ready.current()))
    return () => {
      isGone = true
    }
  }, [sheet])
  return createPortal(
    <div className="print-drawing">
      <h1>{sheet.title}</h1>
      <p>{sheet.description}</p>
      <div ref={box} />
    </div>,
    document.body,
  )
}
