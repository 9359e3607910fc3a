import { useEffect, useState } from 'react'
import { listen } from '../../data/client'
import { useText } from '../../i18n/i18n'

/** In how many articles the rule holds by now that is being taught, changed or deleted; nothing while none is. */
export function Applying() {
  const t = useText()
  const [far, setFar] = useState<{ done: number; total: number } | null>(null)
  useEffect(
    () =>
      listen((notification) => {
        if (notification.kind !== 'rule.applying') return
        const { done, total } = notification
        setFar(done < total ? { done, total } : null)
      }),
    [],
  )
  return far && <span className="sub">{t('rules.applying', { done: far.done, total: far.total })}</span>
}
