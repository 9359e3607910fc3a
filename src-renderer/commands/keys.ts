/** A key press as far as chords go; the window's `KeyboardEvent` has all of it. */
export type KeyPress = {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const named: Record<string, string> = { Space: ' ', Plus: '+' }

/**
 * Whether a key press is the chord. `Ctrl` is Command on macOS. For printed signs such as `?` and `[` Shift is not
 * compared, since layouts differ in needing it.
 */
export function matchesChord(press: KeyPress, chord: string, mac: boolean): boolean {
  const parts = chord.split('+')
  const wanted = named[parts.at(-1) ?? ''] ?? parts.at(-1) ?? ''
  const has = (name: string): boolean => parts.slice(0, -1).includes(name)
  const control = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  if (control !== has('Ctrl') || other || press.altKey !== has('Alt')) return false
  const sign = wanted.length === 1 && !/[\p{L}\p{N} ]/u.test(wanted)
  if (!sign && press.shiftKey !== has('Shift')) return false
  if (press.key.toLowerCase() === wanted.toLowerCase()) return true
  // With Alt or another alphabet active, `key` is another letter: the physical key decides.
  return press.code === `Key${wanted.toUpperCase()}` || press.code === `Digit${wanted}`
}

/** Whether a chord is typed text: those are off while a text field has the focus. */
export const isTyping = (chord: string): boolean => !/Ctrl|Alt|F\d/.test(chord)

/** The chord as shown on a key cap. */
export function chordText(chord: string, mac: boolean): string {
  const signs: Record<string, string> = {
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
    ...(mac ? { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' } : {}),
  }
  return chord
    .split('+')
    .map((part) => signs[part] ?? part)
    .join(mac ? '' : ' ')
}
