import { z } from 'zod'
import { method, shortText } from './method'

/** A picture as the window made it: SVG as text, PNG as base64. */
const picture = z.object({
  format: z.enum(['svg', 'png']),
  content: z.string().max(100_000_000),
})

/** Asked only where paths are known. */
export const trustedDrawingMethods = {
  /** Writes the drawing of a timeline; the codes of an export. */
  'drawing.save': method(picture.extend({ path: z.string().max(32_768), replace: z.boolean() })).returns<null>(),
} as const

/** Asked by windows, answered by main. */
export const shellDrawingMethods = {
  /** Asks where to write the drawing of a timeline and writes it; null when the dialog was closed. */
  'shell.saveDrawing': method(picture.extend({ suggestedName: shortText })).returns<{ file: string } | null>(),
} as const
