import type { ReactNode } from 'react'

/** One sentence and one action, where there is nothing to show yet. */
export function EmptyState({ title, line, children }: { title: string; line: ReactNode; children?: ReactNode }) {
  return (
    <div className="centre">
      <section className="card">
        <h2>{title}</h2>
        <p>{line}</p>
        {children && <div className="acts">{children}</div>}
      </section>
    </div>
  )
}
