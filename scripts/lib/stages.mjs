import fs from 'node:fs'
import os from 'node:os'
import { withVirtualDisplays } from './display.mjs'
import { hasDisplay, inProject, readJson } from './project.mjs'
import { capture, run } from './run.mjs'

/** @typedef {import('../setup/run.mjs').Ready} Ready */
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const typeScriptProjects = [
  '.',
  'src-main/tsconfig.pure.json',
  'src-main',
  'src-main/preload',
  'src-renderer',
  'tests',
  'scripts',
]

/** @param {string} name */
const program = (name) => inProject('node_modules', name)

/** @param {Counts[]} all @returns {Counts} */
export const total = (all) =>
  all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

/** The one closing line that readers and CI look for. @param {Counts} counts */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`

/** A test program that failed without counting a failure (it crashed, or found no tests) counts as one. @param {Counts} counts @param {number} status @returns {Counts} */
export const countCrash = (counts, status) => (status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts)

/** Types, lint and format, import rules: each counts as one. @param {Ready} ready @returns {Promise<Counts>} */
export async function staticChecks({ node, env }) {
  const checks = [
    ...typeScriptProjects.map((project) => ({
      name: `types of ${project}`,
      args: [program('typescript/bin/tsc'), '--pretty', '-p', inProject(project)],
    })),
    {
      name: 'lint and format',
      args: [program('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--colors=force'],
    },
    { name: 'import rules', args: [inProject('scripts/import-rules.mjs')] },
  ]
  const results = await Promise.all(checks.map(async ({ args }) => await capture(node, args, { env })))
  results.forEach(({ status, output }, at) => {
    console.log(`${status === 0 ? '✓' : '✗'} ${checks[at]?.name}`)
    if (status !== 0) console.log(output.trimEnd())
  })
  const failed = results.filter(({ status }) => status !== 0).length
  return { passed: results.length - failed, failed, skipped: 0 }
}

/** @param {string} file @param {(report: any) => Counts} read @param {number} status @returns {Counts} */
function counted(file, read, status) {
  const counts = fs.existsSync(file) ? read(readJson(file)) : { passed: 0, failed: 0, skipped: 0 }
  return countCrash(counts, status)
}

/** @param {Ready} ready @param {string[]} [args] for Vitest @returns {Promise<Counts>} */
export async function unitTests({ node, env }, args = []) {
  const file = inProject('test-results/unit.json')
  fs.rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const status = await run(node, [program('vitest/vitest.mjs'), 'run', ...reporters, ...args], { env })
  return counted(
    file,
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
    status,
  )
}

/** More windows than this at once wait for one another's processes: each app has five. */
const mostWindowWorkers = 2

/**
 * Needs the built app. Without a screen several tests run at once, each on a virtual display of its own: on one display
 * their windows would take the keyboard from one another.
 * @param {Ready} ready @param {string[]} [args] for Playwright @returns {Promise<Counts>}
 */
export async function windowTests({ node, env }, args = []) {
  const file = inProject('test-results/e2e.json')
  fs.rmSync(file, { force: true })
  const config = inProject('tests/e2e/playwright.config.ts')
  const command = [program('@playwright/test/cli.js'), 'test', '-c', config, '--reporter=list,json', ...args]
  const workers = hasDisplay() ? 0 : Math.min(mostWindowWorkers, os.availableParallelism())
  const status = await withVirtualDisplays(workers, (displays) =>
    run(node, command, {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file, COLLATE_TEST_DISPLAYS: displays.join(' ') },
    }),
  )
  return counted(
    file,
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
    status,
  )
}
