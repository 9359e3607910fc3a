import { expect, test } from 'vitest'
import { type CommandContext, commandIds, declarationOf } from '../../src-renderer/commands/commands'
import { chordText, isTyping, type KeyPress, matchesChord } from '../../src-renderer/commands/keys'
import { command } from '../../src-renderer/i18n/en/command'

const press = (key: string, code: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
})

/** Contexts that hold at the same time: a key may mean one thing only among them. */
const together: readonly CommandContext[][] = [
  ['library', 'global'],
  ['read', 'global'],
  ['tags', 'global'],
  ['timeline', 'global'],
  ['briefing', 'global'],
  ['import'],
]

test.each(together)('no two commands of %s share a key', (...contexts) => {
  const chords = commandIds
    .filter((id) => contexts.includes(declarationOf(id).context))
    .flatMap((id) => declarationOf(id).keys)
  expect(chords.filter((chord, i) => chords.indexOf(chord) !== i)).toEqual([])
})

test('a selection has its own letters, each once', () => {
  const chords = commandIds
    .filter((id) => declarationOf(id).context === 'selection')
    .flatMap((id) => declarationOf(id).keys)
  expect(new Set(chords).size).toBe(chords.length)
})

test('every command has a name', () => {
  expect(Object.keys(command).sort()).toEqual([...commandIds].sort())
})

test('Ctrl is Command on macOS and nothing else', () => {
  expect(matchesChord(press('k', 'KeyK', { ctrlKey: true }), 'Ctrl+K', false)).toBe(true)
  expect(matchesChord(press('k', 'KeyK', { metaKey: true }), 'Ctrl+K', true)).toBe(true)
  expect(matchesChord(press('k', 'KeyK', { ctrlKey: true }), 'Ctrl+K', true)).toBe(false)
  expect(matchesChord(press('K', 'KeyK', { ctrlKey: true, shiftKey: true }), 'Ctrl+K', false)).toBe(false)
})

test('a key is found under another alphabet by its place', () => {
  expect(matchesChord(press('ش', 'KeyA'), 'A', false)).toBe(true)
  expect(matchesChord(press('¡', 'Digit1', { altKey: true }), 'Alt+1', false)).toBe(true)
})

test('signs hold whether or not the layout needs Shift for them', () => {
  expect(matchesChord(press('?', 'Slash', { shiftKey: true }), '?', false)).toBe(true)
  expect(matchesChord(press('?', 'Minus'), '?', false)).toBe(true)
  expect(matchesChord(press('/', 'Digit7', { ctrlKey: true, shiftKey: true }), 'Ctrl+/', false)).toBe(true)
})

test('single letters are typing, chords are not', () => {
  expect(['T', '?', 'Space', 'Delete'].every(isTyping)).toBe(true)
  expect(['Ctrl+K', 'Alt+1', 'F6', 'Shift+F6'].some(isTyping)).toBe(false)
})

test('key caps show the signs of the system', () => {
  expect(chordText('Ctrl+Shift+Z', false)).toBe('Ctrl Shift Z')
  expect(chordText('Ctrl+Shift+Z', true)).toBe('⌘⇧Z')
})
