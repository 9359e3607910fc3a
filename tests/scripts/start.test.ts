import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

const scripts = resolve(import.meta.dirname, '../../scripts/lib')

/** Runs a program that writes lines to standard error as `npm start` runs the app. */
function started(errors: string, status = 0): Promise<{ status: number; err: string; out: string }> {
  const from = (name: string) => JSON.stringify(pathToFileURL(join(scripts, name)).href)
  const program = `process.stdout.write('shown'); process.stderr.write(${JSON.stringify(errors)}); process.exitCode = ${status}`
  const script = `import { run } from ${from('run.mjs')}
    import { isHarmlessComplaint } from ${from('chromium.mjs')}
    process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(program)}], { isNoise: isHarmlessComplaint })`
  return new Promise((done) => {
    execFile(process.execPath, ['--input-type=module', '-e', script], (error, out, err) =>
      done({ status: error ? Number(error.code) : 0, err, out }),
    )
  })
}

it('what a desktop lacks is not told when the app starts, and all else is', async () => {
  const noise = [
    '[30404:1122/101158.519570:ERROR:bus.cc(407)] Failed to connect to the bus: Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory',
    '[30404:1122/101158.519570:ERROR:dbus/bus.cc:408] Failed to connect to the bus: Could not parse server address',
    '[30404:1122/101158.519570:ERROR:dbus/object_proxy.cc:573] Failed to call method: org.freedesktop.DBus.NameHasOwner',
    '[30465:1122/101159.575016:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors during initialization',
    '[30404:1122/101216.549368:ERROR:zygote_communication_linux.cc(297)] Failed to send GetTerminationStatus message',
  ]
  const told = [
    '[30404:1122/101158.519570:ERROR:ozone_platform_x11.cc(245)] Missing X server or $DISPLAY',
    '[30404:1122/101158.519570:FATAL:gpu_data_manager_impl_private.cc(448)] GPU process isn’t usable. Goodbye.',
    'Error: Cannot find module out/main/index.js',
    '    at bus.cc(407)',
    'a last line without an end',
  ]
  const mixed = told.flatMap((line, index) => [noise[index] ?? '', line]).join('\n')
  const ran = await started(mixed, 3)
  expect(ran.err.split('\n')).toEqual([...told, ''])
  expect(ran).toMatchObject({ status: 3, out: 'shown' })
})
