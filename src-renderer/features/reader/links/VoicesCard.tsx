import { useEffect, useId, useState } from 'react'
import { firstLineOf, partsOf } from './dom'
import { type InPane, useHand } from './hand'
import { useVoices } from './use-voices'

/** How long the pointer has to rest on a passage, and how long it may take from there to the card, in milliseconds. */
const restMs = 250
const graceMs = 200
const gap = 6
const size = { width: 340, height: 30 }

type Card = { of: InPane; left: number; top: number }

/** The card beside the first line of a passage, or null while that is out of sight. */
function cardOf(of: InPane): Card | null {
  const line = firstLineOf(of)
  const frame = partsOf(of.pane)?.scroller.getBoundingClientRect()
  if (!line || !frame || line.bottom < frame.top || line.top > frame.bottom) return null
  const above = line.top - gap - size.height
  return {
    of,
    left: Math.max(4, Math.min(line.left, window.innerWidth - size.width - 4)),
    top: above >= 4 ? above : line.bottom + gap,
  }
}

/**
 * How many tell the passage under the pointer, or the one that was gone to by key: beside its first line, and a description of
 * its text. The pointer may go on to it; any key, and a click elsewhere, takes it away.
 */
export function VoicesCard() {
  const id = useId()
  const shown = useHand((s) => s.shown)
  const voicesOf = useVoices()
  const [card, setCard] = useState<Card | null>(null)
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    if (isOver) return
    const timer = setTimeout(() => setCard(shown && cardOf(shown)), shown ? restMs : graceMs)
    return () => clearTimeout(timer)
  }, [shown, isOver])
  const isTold = shown !== null || card !== null
  useEffect(() => {
    if (!isTold) return
    const follow = (): void => {
      const { shown: now } = useHand.getState()
      setCard((before) => {
        const of = now ?? before?.of
        return of ? cardOf(of) : null
      })
    }
    window.addEventListener('scroll', follow, { capture: true, passive: true })
    return () => window.removeEventListener('scroll', follow, { capture: true })
  }, [isTold])
  useEffect(() => {
    const hide = (event: Event): void => {
      if (event.type === 'pointerdown' && event.target instanceof Element && event.target.closest('.voices')) return
      if (useHand.getState().shown) useHand.setState({ shown: null })
      setOver(false)
      setCard(null)
    }
    window.addEventListener('pointerdown', hide, { capture: true, passive: true })
    window.addEventListener('keydown', hide, { capture: true })
    return () => {
      window.removeEventListener('pointerdown', hide, { capture: true })
      window.removeEventListener('keydown', hide, { capture: true })
    }
  }, [])
  // A card that goes under the pointer isn't left by it.
  useEffect(() => {
    if (card === null) setOver(false)
  }, [card])
  const pane = card?.of.pane ?? null
  useEffect(() => {
    const text = pane === null ? null : partsOf(pane)?.doc
    text?.setAttribute('aria-describedby', id)
    return () => text?.removeAttribute('aria-describedby')
  }, [pane, id])
  if (!card) return null
  return (
    <div
      id={id}
      className="voices"
      role="tooltip"
      style={{ left: card.left, top: card.top }}
      onPointerEnter={() => setOver(true)}
      onPointerLeave={() => setOver(false)}
    >
      {voicesOf(card.of.place).counted}
    </div>
  )
}
