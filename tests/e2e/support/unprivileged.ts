import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { projectFolder } from './app'

/**
 * Starts the built app with Chromium's own sandbox, which Chromium refuses to root: as root, a copy that everybody can
 * read is started as `nobody`.
 */
export async function startSandboxed(folder: string): Promise<ElectronApplication> {
  const root = process.getuid?.() === 0
  const data = join(folder, 'data')
  const args = ['.', `--user-data-dir=${data}`]
  const { ELECTRON_RENDERER_URL: _, ...env } = process.env as Record<string, string>
  if (!root) return _electron.launch({ cwd: projectFolder, args, env, chromiumSandbox: true })

  mkdirSync(data)
  for (const open of [folder, data]) chmodSync(open, 0o777)
  const place = join(folder, 'app')
  mkdirSync(place)
  for (const part of ['package.json', 'out', 'resources']) copy(join(projectFolder, part), join(place, part))
  copy(`${resolve(projectFolder, 'node_modules')}/.`, join(place, 'node_modules'))
  const runtime = join(folder, 'runtime')
  const electron = readFileSync(join(projectFolder, 'node_modules/electron/path.txt'), 'utf8')
  copy(`${dirname(join(projectFolder, 'node_modules/electron/dist', electron))}/.`, runtime)
  const executablePath = join(folder, 'electron-as-nobody')
  writeFileSync(
    executablePath,
    `#!/bin/sh\nPATH="$PATH:/usr/sbin:/sbin" exec runuser -u nobody -- '${join(runtime, electron)}' "$@"\n`,
  )
  chmodSync(executablePath, 0o755)
  return _electron.launch({
    executablePath,
    cwd: place,
    args,
    env: { ...env, HOME: data, ...readableAuthority(env.XAUTHORITY, folder) },
    chromiumSandbox: true,
  })
}

/** Links files where the file system can, else copies them. */
function copy(from: string, to: string): void {
  try {
    execFileSync('cp', ['-a', '--link', from, to], { stdio: 'ignore' })
  } catch {
    execFileSync('cp', ['-a', '--force', from, to])
  }
}

/** The display's key in a place that everybody can read, where there is one. */
function readableAuthority(file: string | undefined, folder: string): Record<string, string> {
  if (!file || !existsSync(file)) return {}
  const XAUTHORITY = join(folder, 'authority')
  copyFileSync(file, XAUTHORITY)
  chmodSync(XAUTHORITY, 0o644)
  return { XAUTHORITY }
}
