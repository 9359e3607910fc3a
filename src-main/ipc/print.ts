import type { BrowserWindow } from 'electron'
import { ExpectedError } from '../domain/error'

/**
 * Opens the system's print dialog over a window, for what its page shows on paper.
 * @returns whether it was printed; the dialog may be closed instead
 * @throws `print/failed`
 */
export function printPage({ webContents }: BrowserWindow): Promise<{ printed: boolean }> {
  return new Promise((resolve, reject) => {
    webContents.print({}, (printed, reason) => {
      // Electron tells a closed dialog from a printer that fails by these words alone.
      if (printed || /cancel/i.test(reason)) resolve({ printed })
      else reject(new ExpectedError('print/failed', { reason }))
    })
  })
}
