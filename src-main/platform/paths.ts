import { join } from 'node:path'
import { app } from 'electron'

/** Where the built parts and the app's own data are. Everything the user makes goes where the user says. */
export const paths = {
  renderer: (): string => join(import.meta.dirname, '../renderer'),
  preload: (): string => join(import.meta.dirname, '../preload/index.cjs'),
  libraryProcess: (): string => join(import.meta.dirname, 'library.js'),
  extractionProcess: (): string => join(import.meta.dirname, 'extraction.js'),
  sampleArticles: (): string => join(app.getAppPath(), 'resources/sample'),
  sampleLibrary: (): string => join(app.getPath('userData'), 'sample', 'Sample.collate'),
  preferences: (): string => join(app.getPath('userData'), 'preferences.json'),
  log: (): string => join(app.getPath('userData'), 'logs', 'collate.log'),
}
