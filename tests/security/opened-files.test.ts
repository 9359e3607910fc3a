import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { createOpenedFiles, documentName } from '../../src-main/platform/opened-files'
import { childScript, runChild } from '../support/child'

const child = childScript('folder')

it('gives a copy for another program a name that no system takes for a program to run', () => {
  const names: [string, string][] = [
    ['page.html', 'page.html'],
    ['report.PDF', 'report.PDF'],
    ['clippings.zip/2031/page.html', 'page.html'],
    ['evil.desktop', 'evil.desktop.txt'],
    ['run.bat', 'run.bat.txt'],
    ['article', 'article.txt'],
    ['../../etc/passwd', 'passwd.txt'],
    ['page.html.exe', 'page.html.exe.txt'],
    ['exe.\u202elmth', 'exe.lmth.txt'],
    ['CON.txt', '_CON.txt'],
    ['', 'original.txt'],
  ]
  for (const [given, wanted] of names) expect([given, documentName(given)]).toEqual([given, wanted])
})

it('keeps copies where no other user can look, each in its own place, and removes them', () => {
  const opened = createOpenedFiles()
  const [first, second] = [opened.place('page.html'), opened.place('page.html')]
  expect(first).not.toBe(second)
  writeFileSync(first, 'text')
  opened.protect(first)
  expect(readFileSync(first, 'utf8')).toBe('text')
  expect(statSync(first).mode & 0o777).toBe(0o400)
  expect(statSync(dirname(dirname(first))).mode & 0o077).toBe(0)
  opened.remove()
  expect(existsSync(dirname(dirname(first)))).toBe(false)
})

it.runIf(process.platform !== 'win32')('does not fail over a copy that can not be removed', async () => {
  const holder = runChild(child, ['opened'])
  const { copy } = (await holder.next()) as { copy: string }
  const place = dirname(copy)
  chmodSync(place, 0o500)
  holder.process.stdin.write('\n')
  expect(await holder.next()).toEqual({ ended: true })
  expect(existsSync(copy)).toBe(true)
  rmSync(dirname(place), { recursive: true, force: true })
})
