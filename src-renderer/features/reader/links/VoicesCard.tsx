import { useEffect, useLayoutEffect, useState } from 'react'
import { firstLineOf, partsOf } from './dom'
import { useHand } from './hand'
import { useVoices } from './use-voices'

/** How long the pointer has to rest on a passage, in milliseconds. */
const restMs = 250
const gap = 6
const size = { width: 340, height: 30 }

/** How many tell the passage under the pointer, or the one that was gone to by key: beside its first line. */
export function VoicesCard() {
  const shown = useHand((s) => s.shown)
  const voicesOf = useVoices()
  const [at, setAt] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    setAt(null)
    if (!shown) return
    const place = (): void => {
      const line = firstLineOf(shown)
      const frame = partsOf(shown.pane)?.scroller.getBoundingClientRect()
      const isSeen = line && frame && line.bottom >= frame.top && line.top <= frame.bottom
      const above = (line?.top ?? 0) - gap - size.height
      setAt(
        isSeen
          ? {
              left: Math.max(4, Math.min(line.left, window.innerWidth - size.width - 4)),
              top: above >= 4 ? above : line.bottom + gap,
            }
          : null,
      )
    }
    const timer = setTimeout(place, restMs)
    window.addEventListener('scroll', place, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', place, { capture: true })
    }
  }, [shown])
  useEffect(() => {
    const hide = (): void => {
      if (useHand.getState().shown) useHand.setState({ shown: null })
    }
    window.addEventListener('pointerdown', hide, { capture: true, passive: true })
    window.addEventListener('keydown', hide, { capture: true })
    return () => {
      window.removeEventListener('pointerdown', hide, { capture: true })
      window.removeEventListener('keydown', hide, { capture: true })
    }
  }, [])
  if (!shown || !at) return null
  return (
    <div className="voices" role="tooltip" style={at}>
      {voicesOf(shown.place).counted}
    </div>
  )
}
