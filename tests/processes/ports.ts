import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import type { Port } from '../../src-main/processes/ports'

/** Two ends of a real channel, each as a utility process has it: messages come wrapped, with their ports. */
export function connectedPorts(): { here: Port; there: Port; close: () => void; end: () => void } {
  const { port1, port2 } = new MessageChannel()
  const close = (): void => {
    port1.close()
    port2.close()
  }
  onTestFinished(close)
  return { here: wrapped(port1), there: wrapped(port2), close, end: () => port2.close() }
}

const wrapped = (port: MessagePort): Port => ({
  on: (event, listener) => port.on(event, (data: unknown) => listener({ data, ports: [] })),
  postMessage: (message) => port.postMessage(message),
  start: () => port.start(),
})

/** The next messages that arrive at a port, in order. */
export function inbox(port: Port): () => Promise<unknown> {
  const arrived: unknown[] = []
  const waiting: ((message: unknown) => void)[] = []
  port.on('message', ({ data }) => {
    const next = waiting.shift()
    if (next) next(data)
    else arrived.push(data)
  })
  port.start()
  return () => (arrived.length > 0 ? Promise.resolve(arrived.shift()) : new Promise((resolve) => waiting.push(resolve)))
}
