import fc from 'fast-check'

/** One way to damage a file. Places are parts of its length, from 0 to 1. */
type Mutation =
  | { kind: 'cut'; at: number }
  | { kind: 'flip'; at: number; bits: number }
  | { kind: 'insert'; at: number; bytes: Uint8Array }
  | { kind: 'repeat'; at: number; length: number; times: number }
  | { kind: 'remove'; at: number; length: number }
  | { kind: 'number'; at: number; value: number }
  | { kind: 'text'; at: number; text: string }

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const length = fc.integer({ min: 1, max: 600 })

/** What formats trip over: ends of markup, entities, huge numbers, other encodings, directions, paths. */
const nastyTexts = [
  ...['<', '</', '<!--', ']]>', '<![CDATA[', '&#x110000;', '&#0;', '&nosuch;', '<?xml version="1.0"?>', '<!DOCTYPE x>'],
  ...['<script>alert(1)</script>', '<plaintext>', '<svg onload=x>', '"', "'", '\\', '{', '}', '[', ']', '@article{'],
  ...['\u0000', '\u202e', '\ufeff', '\ud83d', '\u0301'.repeat(40), '١٢', '..\\..\\', '../../', 'C:\\', 'file:///etc/x'],
  ...[
    '99999999999999999999',
    '-1',
    '1e999',
    'NaN',
    '__proto__',
    'constructor',
    '\r\n\r\n',
    '--part--',
    'TY  - ',
    '\n\n',
  ],
]

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('flip' as const), at: place, bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, length, times: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant('remove' as const), at: place, length }),
  fc.record({ kind: fc.constant('number' as const), at: place, value: fc.nat() }),
  fc.record({ kind: fc.constant('text' as const), at: place, text: fc.constantFrom(...nastyTexts) }),
)

/** One to four damages, done one after the other. */
export const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 })

const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

function mutatedOnce(bytes: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.at * bytes.length)
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (change.kind) {
    case 'cut':
      return head.slice()
    case 'flip': {
      const copy = bytes.slice()
      if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ change.bits
      return copy
    }
    case 'insert':
      return joined(head, change.bytes, tail)
    case 'repeat':
      return joined(head, ...Array.from({ length: change.times }, () => tail.subarray(0, change.length)), tail)
    case 'remove':
      return joined(head, tail.subarray(change.length))
    case 'number': {
      const copy = Buffer.from(bytes)
      if (at + 4 <= copy.length) copy.writeUInt32LE(change.value >>> 0, at)
      return new Uint8Array(copy)
    }
    case 'text':
      return joined(head, Buffer.from(change.text), tail)
  }
}

/** A damaged copy of a file. */
export const mutated = (bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array =>
  changes.reduce(mutatedOnce, bytes)
