import { useEffect, useState } from 'react'
import './progress.css'

/** Nothing under 300 ms, then a named, counted bar. `total` 0 means unknown. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  const share = total > 0 ? Math.round((done / total) * 100) : 0
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuenow={share}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <p>{label}</p>
      <div className="bar-track">
        <i style={{ width: `${total > 0 ? share : 30}%` }} />
      </div>
    </div>
  )
}
