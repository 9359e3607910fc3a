import type { Handlers } from '../contract/methods'
import { writeFileSafely } from '../exporting/write-file'

/** Drawings of timelines as files. What the window drew is written as it is. */
export const drawingHandlers = () =>
  ({
    'drawing.save': ({ format, content, path, replace }) => {
      writeFileSafely(path, Buffer.from(content, format === 'svg' ? 'utf8' : 'base64'), { replace })
      return null
    },
  }) satisfies Handlers<'drawing.save'>
