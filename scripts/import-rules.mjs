// Holds the sources against scripts/imports.json: who may import what, and how long a file may be.
import fs from 'node:fs'
import path from 'node:path'
import { importProblems, lengthProblems } from './lib/imports.mjs'
import { inProject, readJson, root } from './lib/project.mjs'

/** @type {import('./lib/imports.mjs').Table} */
const { rules, lines } = readJson(inProject('scripts/imports.json'))

/** @param {string} folder @returns {string[]} */
const filesIn = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    return entry.isDirectory() ? filesIn(file) : [file]
  })

const problems = Object.keys(lines)
  .flatMap((folder) => filesIn(inProject(folder)))
  .filter((file) => /\.(?:[cm]?[jt]sx?|css)$/.test(file) && !file.includes('/fixtures/'))
  .flatMap((absolute) => {
    const file = path.relative(root, absolute).split(path.sep).join('/')
    const text = fs.readFileSync(absolute, 'utf8')
    const hasRule = /^src-(?:main|renderer)\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts')
    return [...(hasRule ? importProblems(rules, file, text) : []), ...lengthProblems(lines, file, text)]
  })

for (const problem of problems) console.log(problem)
process.exitCode = problems.length === 0 ? 0 : 1
