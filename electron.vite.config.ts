import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Pinned to the oldest runtime that the app is tested on (Electron 33: Node 20.18, Chromium 130):
// electron-vite would derive newer targets from the version that package.json names.
const node = 'node20.18'
const chrome = 'chrome130'
const here = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      target: node,
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: here('src-main/index.ts'),
          cli: here('src-main/cli.ts'),
          library: here('src-main/processes/library.ts'),
          extraction: here('src-main/processes/extraction.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      externalizeDeps: false, // a sandboxed preload can require 'electron' alone
      rolldownOptions: {
        input: { index: here('src-main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    plugins: [react()],
    build: {
      target: chrome,
      minify: true,
      sourcemap: true,
      rolldownOptions: { input: here('src-renderer/index.html') },
    },
  },
})
