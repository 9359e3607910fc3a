// Stands in for Electron's own default app, which the fallback runtime lacks: loads the app folder named on the command line.
// Runs inside Electron, as default_app.asar/main.mjs. Playwright starts `electron -r loader.js …`, so -r is honoured.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const words = process.argv.slice(1)
/** @type {string | undefined} */
let target
for (let at = 0; at < words.length && target === undefined; at++) {
  const word = words[at] ?? ''
  if (word === '-r' || word === '--require') require(path.resolve(words[++at] ?? ''))
  else if (!word.startsWith('-')) target = word
}
if (target === undefined) {
  console.error('Usage: electron [switches] FOLDER')
  process.exit(1)
}
const folder = path.resolve(target)
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
Object.assign(process, { defaultApp: true })
app.setName(manifest.productName ?? manifest.name)
app.setPath(
  'userData',
  app.commandLine.getSwitchValue('user-data-dir') || path.join(app.getPath('appData'), app.getName()),
)
// Two methods that Electron's types leave out, though its own default app calls them.
const internals = /** @type {any} */ (app)
internals.setVersion(manifest.version)
internals.setAppPath(folder)
// Awaited, so that `ready` waits for it.
await import(pathToFileURL(path.join(folder, manifest.main)).href)
