import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMotion } from '../../src-renderer/features/reader/motion'

const frameMs = 16

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, frameMs))
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => clearTimeout(frame))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('what changes as panes scroll', () => {
  const watched = () => {
    const done: string[] = []
    const motion = createMotion({
      begin: () => {
        done.push('begin')
        return 'canvas'
      },
      paint: (on) => done.push(`paint ${on}`),
      settle: () => done.push('settle'),
    })
    const frames = (count: number): void => {
      for (let i = 0; i < count; i += 1) {
        motion.step()
        vi.advanceTimersByTime(frameMs)
      }
    }
    return { done, motion, frames }
  }

  it('is drawn at rest after a step by itself, once', () => {
    const { done, frames } = watched()
    frames(1)
    vi.advanceTimersByTime(1000)
    frames(1)
    vi.advanceTimersByTime(1000)
    expect(done).toEqual(['settle', 'settle'])
  })

  it('is painted while steps follow one another, and drawn at rest after the last', () => {
    const { done, frames } = watched()
    frames(4)
    vi.advanceTimersByTime(1000)
    expect(done).toEqual(['settle', 'begin', 'paint canvas', 'paint canvas', 'paint canvas', 'settle'])
    frames(2)
    expect(done.slice(6)).toEqual(['settle', 'begin', 'paint canvas'])
  })

  it('is drawn once a frame, however many steps it has', () => {
    const { done, motion } = watched()
    motion.step()
    motion.step()
    motion.step()
    vi.advanceTimersByTime(1000)
    expect(done).toEqual(['settle'])
  })

  it('is left alone after its end', () => {
    const { done, motion, frames } = watched()
    frames(2)
    motion.step()
    motion.end()
    vi.advanceTimersByTime(1000)
    expect(done).toEqual(['settle', 'begin', 'paint canvas'])
  })
})
