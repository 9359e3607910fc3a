/** How long reading goes on, by the time that the last files took. */
export type Pace = {
  /** One more is done. */
  done: () => void
  /** Forgets the past: time went by without work. */
  restart: () => void
  /** Milliseconds for `left` more, or null before it can be told. */
  msLeft: (left: number) => number | null
}

/** So many files tell the pace, and fewer than the least tell nothing. */
const remembered = 40
const least = 3

/** @param now milliseconds of a clock that never goes back */
export function createPace(now: () => number): Pace {
  let times: number[] = [now()]
  return {
    done: () => {
      times = [...times.slice(-remembered), now()]
    },
    restart: () => {
      times = [now()]
    },
    msLeft: (left) => {
      const [first = 0] = times
      const steps = times.length - 1
      return steps < least ? null : Math.round(((now() - first) / steps) * left)
    },
  }
}
