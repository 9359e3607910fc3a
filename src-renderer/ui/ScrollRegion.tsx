import type { ReactNode } from 'react'

/** A named part that scrolls: reachable by keyboard, so that it can be scrolled without a mouse. */
export function ScrollRegion({
  label,
  className = '',
  dir,
  takesKeyboard = false,
  children,
}: {
  label: string
  className?: string
  /** Direction of the text in it, where that is not the window's. */
  dir?: 'ltr' | 'rtl'
  /** The keyboard is in it as it comes on the screen: its keys scroll. */
  takesKeyboard?: boolean
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part without controls needs a tab stop (WCAG 2.1.1)
    <section ref={takesKeyboard ? focus : null} className={className} tabIndex={0} aria-label={label} dir={dir}>
      {children}
    </section>
  )
}

const focus = (section: HTMLElement | null): void => section?.focus({ preventScroll: true })
