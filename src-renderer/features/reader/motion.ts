/** Steps that follow one another within this time are one movement, in milliseconds. */
export const restMs = 120

/**
 * Draws what changes with every frame of scrolling. Any change of an element makes Chromium paint all highlighted text anew,
 * in all panes; drawing on a canvas doesn't. A step by itself, and the last of a movement, change elements; those between
 * draw on a canvas, in their frame and after all panes have read where they stand.
 * @param begin what a canvas needs to look like the elements that it stands for
 * @param paint draws on it
 * @param settle changes the elements, and takes the canvas away
 */
export function createMotion<T>({
  begin,
  paint,
  settle,
}: {
  begin: () => T
  paint: (begun: T) => void
  settle: () => void
}): { step: () => void; end: () => void } {
  let begun: T | null = null
  let isMoving = false
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const draw = (): void => {
    if (!isMoving) settle()
    else {
      begun ??= begin()
      paint(begun)
    }
    isMoving = true
  }
  const end = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    begun = null
    isMoving = false
  }
  const rest = (): void => {
    const isPainted = begun !== null
    end()
    if (isPainted) settle()
  }
  return {
    step: () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      frame = requestAnimationFrame(draw)
      timer = setTimeout(rest, restMs)
    },
    end,
  }
}
