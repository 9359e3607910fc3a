// Makes the files under tests/fixtures/formats with the programs that people make such files with, from the texts beside
// them: npm run fixtures. The results are committed; tests only read them.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeArchive, makeCapture } from './fixtures/collections.mjs'
import { makeFeeds } from './fixtures/feeds.mjs'
import { makeMail } from './fixtures/mail.mjs'
import { webPage } from './fixtures/page.mjs'
import { readTexts } from './fixtures/text.mjs'
import { writerDocument } from './fixtures/writer.mjs'
import { withDisplay } from './lib/display.mjs'
import { inProject, isRoot, main, Stop } from './lib/project.mjs'
import { capture, findProgram } from './lib/run.mjs'
import { electronExecutable } from './setup/electron.mjs'
import { setup } from './setup/run.mjs'

const folder = inProject('tests/fixtures/formats')

/** @typedef {import('./fixtures/text.mjs').SourceText} SourceText */

/** @type {readonly { name: string, to: 'docx' | 'pdf' | 'epub', columns: number, indented: boolean, page: [string, string] }[]} */
const layouts = [
  { name: 'writer', to: 'docx', columns: 1, indented: false, page: ['21cm', '29.7cm'] },
  { name: 'book', to: 'epub', columns: 1, indented: false, page: ['21cm', '29.7cm'] },
  { name: 'one-column', to: 'pdf', columns: 1, indented: false, page: ['14.8cm', '21cm'] },
  { name: 'two-columns', to: 'pdf', columns: 2, indented: true, page: ['21cm', '20cm'] },
]

/** @param {SourceText[]} texts @param {string} temporary */
async function makeWithWriter(texts, temporary) {
  const office = findProgram('soffice')
  if (!office) throw new Stop('LibreOffice is missing: install libreoffice-writer and its hyphenation dictionaries.')
  for (const layout of layouts) {
    const sources = texts.map((text) => {
      const file = path.join(temporary, `${text.name}-${layout.name}.fodt`)
      fs.writeFileSync(file, writerDocument(text, layout))
      return file
    })
    const target = path.join(folder, layout.to)
    fs.mkdirSync(target, { recursive: true })
    const profile = `-env:UserInstallation=file://${temporary}/profile`
    const args = [profile, '--headless', '--convert-to', layout.to, '--outdir', target, ...sources]
    const { status, output } = await capture(office, args, { timeoutMs: 180_000 })
    if (status !== 0) throw new Stop(`LibreOffice failed:\n${output}`)
  }
}

/** @param {SourceText[]} texts @param {string} temporary */
async function makeWithChromium(texts, temporary) {
  const { env } = await setup({ display: 'test' })
  const file = (/** @type {string} */ kind, /** @type {string} */ name) => {
    fs.mkdirSync(path.join(folder, kind), { recursive: true })
    return path.join(folder, kind, name)
  }
  const pages = texts.map((text) => ({
    url: text.head.url,
    html: webPage(text),
    pdf: file('pdf', `${text.name}-printed.pdf`),
    mhtml: file('mhtml', `${text.name}.mhtml`),
  }))
  const jobs = path.join(temporary, 'pages.json')
  fs.writeFileSync(jobs, JSON.stringify(pages))
  const app = path.join(temporary, 'app')
  fs.mkdirSync(app)
  fs.writeFileSync(
    path.join(app, 'package.json'),
    JSON.stringify({ name: 'fixtures', version: '1.0.0', type: 'module', main: 'main.js' }),
  )
  fs.copyFileSync(inProject('scripts/fixtures/chromium.mjs'), path.join(app, 'main.js'))
  const args = [...(isRoot() ? ['--no-sandbox'] : []), app, jobs]
  const { status, output } = await withDisplay(env, (withEnv) =>
    capture(electronExecutable, args, { env: withEnv, timeoutMs: 120_000 }),
  )
  if (status !== 0) throw new Stop(`Chromium failed:\n${output}`)
}

await main(async () => {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'collate-fixtures-'))
  try {
    const texts = readTexts(path.join(folder, 'texts'))
    await makeWithChromium(texts, temporary)
    await makeWithWriter(texts, temporary)
    await makeArchive(texts, temporary, folder)
    await makeCapture(texts, temporary, folder)
    await makeMail(texts, temporary, path.join(folder, 'mail'))
    await makeFeeds(texts, temporary, path.join(folder, 'feed'))
    return 0
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
})
