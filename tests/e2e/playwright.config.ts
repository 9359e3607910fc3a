import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

export default defineConfig({
  outputDir: resolve(import.meta.dirname, '../../test-results/e2e'),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Pictures are taken when asked for: --grep @screens.
  grepInvert: process.argv.some((argument) => argument.includes('@screens')) ? [] : /@screens/,
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
})
