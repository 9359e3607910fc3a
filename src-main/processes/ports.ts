/** The parts of a message port that Electron's utility processes and Node share, as far as they are used here. */
export type Port = {
  on: (event: 'message' | 'close', listener: (message: { data: unknown; ports: Port[] }) => void) => unknown
  postMessage: (message: unknown) => void
  start: () => void
}
