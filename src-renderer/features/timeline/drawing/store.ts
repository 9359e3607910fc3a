import { create } from 'zustand'
import type { View } from './view'

/** How the drawing was left, for as long as the window is open. */
type DrawingState = {
  isOpen: boolean
  height: number
  withSuggestions: boolean
  view: Pick<View, 'left' | 'pxPerDay'> | null
}

/** Axis, a lane and the overview. */
export const leastHeight = 190

export const useDrawing = create<DrawingState>(() => ({
  isOpen: true,
  // The table below keeps as much room in a small window.
  height: Math.max(leastHeight, Math.min(330, Math.round(window.innerHeight * 0.36))),
  withSuggestions: true,
  view: null,
}))

export const setDrawing = useDrawing.setState
