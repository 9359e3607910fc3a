import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

/** Virtual displays, one for each worker; none where all share the screen that is there. */
const displays = (process.env.COLLATE_TEST_DISPLAYS ?? '').split(' ').filter((name) => name !== '')

// Workers read this file too, each with its number. What they start finds its display in the environment.
const display = displays[Number(process.env.TEST_PARALLEL_INDEX) % displays.length]
if (display) process.env.DISPLAY = display

export default defineConfig({
  outputDir: resolve(import.meta.dirname, '../../test-results/e2e'),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: Math.max(1, displays.length),
  retries: 0,
  forbidOnly: true,
  // Pictures are taken when asked for: --grep @screens.
  grepInvert: process.argv.some((argument) => argument.includes('@screens')) ? [] : /@screens/,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
})
