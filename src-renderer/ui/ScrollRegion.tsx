import type { ReactNode } from 'react'

/** A named part that scrolls: reachable by keyboard, so that it can be scrolled without a mouse. */
export function ScrollRegion({
  label,
  className = '',
  dir,
  children,
}: {
  label: string
  className?: string
  /** Direction of the text in it, where that is not the window's. */
  dir?: 'ltr' | 'rtl'
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part without controls needs a tab stop (WCAG 2.1.1)
    <section className={className} tabIndex={0} aria-label={label} dir={dir}>
      {children}
    </section>
  )
}
