import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

export const topBarCrumbId = 'topbar-crumb'
export const topBarActionsId = 'topbar-actions'

/** Puts a workspace's name and its actions into the window's top bar. */
export function TopBarSlot({ crumb, actions }: { crumb: ReactNode; actions?: ReactNode }) {
  const [places, setPlaces] = useState<{ crumb: HTMLElement; actions: HTMLElement } | null>(null)
  useEffect(() => {
    const crumbPlace = document.getElementById(topBarCrumbId)
    const actionsPlace = document.getElementById(topBarActionsId)
    if (crumbPlace && actionsPlace) setPlaces({ crumb: crumbPlace, actions: actionsPlace })
  }, [])
  if (!places) return null
  return (
    <>
      {createPortal(crumb, places.crumb)}
      {createPortal(actions, places.actions)}
    </>
  )
}
