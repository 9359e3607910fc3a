import { useEffect, useState } from 'react'
import { listen } from '../../data/client'
import { number, useText } from '../../i18n/i18n'
import { Progress } from '../../ui/Progress'

/** In how many articles the rule holds by now that is being taught, changed or deleted. Shown while that is under way. */
export function Applying() {
  const t = useText()
  const [{ done, total }, setFar] = useState({ done: 0, total: 0 })
  useEffect(
    () =>
      listen((notification) => {
        if (notification.kind === 'rule.applying') setFar(notification)
      }),
    [],
  )
  if (total === 0) return null
  return (
    <Progress label={t('rules.applying', { done: number(done), total: number(total) })} done={done} total={total} />
  )
}
