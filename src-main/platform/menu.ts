import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Notification } from '../contract/notifications'
import { words } from './words'

/** Sets the native menu. Its items run the window's commands by name; the window itself listens for their keys. */
export function setMenu(): void {
  const m = words.menu
  const item = (label: string, command: string, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => run(command),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      {
        label: m.file,
        submenu: [
          item(m.newLibrary, 'library.create', 'CommandOrControl+Shift+N'),
          item(m.openLibrary, 'library.open', 'CommandOrControl+O'),
          item(m.openSample, 'library.openSample'),
          item(m.closeLibrary, 'library.close'),
          separator,
          item(m.importFiles, 'library.import', 'CommandOrControl+I'),
          item(m.importFolder, 'library.importFolder'),
          item(m.paste, 'library.paste', 'CommandOrControl+Shift+V'),
          item(m.watch, 'watch.choose'),
          item(m.stopWatching, 'watch.stop'),
          separator,
          item(m.export, 'briefing.export', 'CommandOrControl+E'),
          item(m.print, 'read.print', 'CommandOrControl+P'),
          separator,
          item(m.newWindow, 'window.new'),
          { role: 'close' },
          { role: 'quit' },
        ],
      },
      {
        label: m.edit,
        submenu: [
          item(m.undo, 'edit.undo', 'CommandOrControl+Z'),
          item(m.redo, 'edit.redo', 'CommandOrControl+Shift+Z'),
          separator,
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          separator,
          item(m.settings, 'settings.open', 'CommandOrControl+,'),
        ],
      },
      {
        label: m.view,
        submenu: [
          item(m.library, 'view.library', 'CommandOrControl+1'),
          item(m.read, 'view.read', 'CommandOrControl+2'),
          item(m.tags, 'view.tags', 'CommandOrControl+3'),
          item(m.timeline, 'view.timeline', 'CommandOrControl+4'),
          item(m.briefing, 'view.briefing', 'CommandOrControl+5'),
          separator,
          item(m.palette, 'palette.open', 'CommandOrControl+K'),
          separator,
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'resetZoom' },
          { role: 'togglefullscreen' },
        ],
      },
      { label: m.help, submenu: [item(m.keys, 'help.keys')] },
    ]),
  )
}

function run(command: string): void {
  const notification: Notification = { kind: 'shell.command', command }
  BrowserWindow.getFocusedWindow()?.webContents.send('collate:notification', notification)
}
