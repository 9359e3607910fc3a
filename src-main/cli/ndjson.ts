import type { Io } from './io'

/** A line of input: the object that it holds, or null where it is not a JSON object. Lines count from 1. */
export type InputRecord = { line: number; value: Record<string, unknown> | null }

/** Records of standard input, one JSON object a line; empty lines are passed over. */
export async function* records(io: Io): AsyncGenerator<InputRecord> {
  let line = 0
  for await (const text of lines(io.input)) {
    line += 1
    if (text.trim() !== '') yield { line, value: objectOf(text) }
  }
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

async function* lines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') yield rest
}

/** A field of a record as text; null where it is missing, null or empty. Numbers are written out. */
export function textField(value: Record<string, unknown>, field: string): string | null {
  const found = value[field]
  if (typeof found === 'number') return String(found)
  return typeof found === 'string' && found.trim() !== '' ? found : null
}
