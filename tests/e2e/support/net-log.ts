import { existsSync, readFileSync } from 'node:fs'

type NetEvent = { type: number; params?: { url?: string; address?: string; host?: string } }

/** Events by which Chromium's network service begins a request, asks for a host's address, or connects. */
const interesting = ['URL_REQUEST_START_JOB', 'HOST_RESOLVER_MANAGER_REQUEST', 'TCP_CONNECT_ATTEMPT'] as const

/**
 * What Chromium's own network log (`--log-net-log`) tells of: requests, look-ups of hosts, connections. The app's files
 * come over `app://`, which never reaches the network service. A log that a kill cut short is read as far as it goes.
 */
export function networkActivity(file: string): string[] {
  if (!existsSync(file)) return [`${file} is missing`]
  const lines = readFileSync(file, 'utf8').split('\n')
  const constants = JSON.parse((lines[0] ?? '').replace(/^\{"constants":/, '').replace(/,$/, '')) as {
    logEventTypes: Record<string, number>
  }
  const names = new Map(interesting.map((name) => [constants.logEventTypes[name], name]))
  return lines.slice(1).flatMap((line) => {
    const event = eventOf(line)
    const name = event && names.get(event.type)
    const { url, host, address } = event?.params ?? {}
    const target = url ?? host ?? address
    return name && target ? [`${name} ${target}`] : []
  })
}

function eventOf(line: string): NetEvent | null {
  try {
    return JSON.parse(line.replace(/,$/, '')) as NetEvent
  } catch {
    return null
  }
}
