import { useEffect, useLayoutEffect, useRef } from 'react'
import { create } from 'zustand'
import { type CommandContext, type CommandId, commandIds, declarationOf } from './commands'
import { isTyping, matchesChord } from './keys'

/** What runs a command while a feature is on the screen. */
type Provider = Partial<Record<CommandId, () => unknown>>

type Registry = { providers: readonly Provider[]; contexts: readonly CommandContext[] }

export const useRegistry = create<Registry>(() => ({ providers: [], contexts: [] }))

const runnerOf = (id: CommandId): (() => unknown) | null => {
  const { providers } = useRegistry.getState()
  for (const provider of [...providers].reverse()) {
    const run = provider[id]
    if (run) return run
  }
  return null
}

/** Whether a command can run now: a feature on the screen gave a function for it. */
export const isAvailable = (id: CommandId): boolean => runnerOf(id) !== null

/** Runs a command by id. Unknown and unavailable ones do nothing. */
export function runCommand(id: string): void {
  if (!commandIds.includes(id as CommandId)) return
  void runnerOf(id as CommandId)?.()
}

export const availableCommands = (): CommandId[] => commandIds.filter(isAvailable)

/**
 * Offers functions for commands while the calling component is mounted. A command whose value is null or undefined is
 * not available. Later components win over earlier ones.
 */
export function useCommands(run: Partial<Record<CommandId, (() => unknown) | null>>): void {
  const latest = useRef(run)
  // Before the next key can be pressed: what runs is what the screen shows.
  useLayoutEffect(() => {
    latest.current = run
  })
  const available = Object.entries(run)
    .filter(([, f]) => f)
    .map(([id]) => id)
    .sort()
    .join(' ')
  useEffect(() => {
    const provider: Provider = {}
    for (const id of available.split(' ').filter((s) => s !== '') as CommandId[]) {
      provider[id] = () => latest.current[id]?.()
    }
    useRegistry.setState((s) => ({ providers: [...s.providers, provider] }))
    return () => useRegistry.setState((s) => ({ providers: s.providers.filter((p) => p !== provider) }))
  }, [available])
}

/** Makes the keys of a context hold while the calling component is mounted and `active`. Inner contexts win. */
export function useCommandContext(context: CommandContext, active = true): void {
  useEffect(() => {
    if (!active) return
    useRegistry.setState((s) => ({ contexts: [...s.contexts, context] }))
    return () =>
      useRegistry.setState((s) => {
        const at = s.contexts.lastIndexOf(context)
        return { contexts: s.contexts.filter((_, i) => i !== at) }
      })
  }, [context, active])
}

const editable =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]'

const inTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(editable) !== null

const pressed =
  'button, a, summary, input[type=checkbox], input[type=radio], [role=menuitem], [role=option], [role=checkbox], [role=switch]'

/** Keys that native controls use themselves: a focused button is pressed by them, whatever command they belong to. */
const pressesControl = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === ' ') &&
  !event.ctrlKey &&
  !event.metaKey &&
  event.target instanceof Element &&
  event.target.closest(pressed) !== null

/** A form that stands beside the rest: letters are its own, keys with Ctrl or Alt work as everywhere. */
const inForm = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-beside]') !== null

/** A dialog or an open menu has the keyboard to itself. */
const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null &&
  !inForm(target)

/** The command that a key press means now: innermost context first, `global` last. */
export function commandFor(event: KeyboardEvent, mac: boolean): CommandId | null {
  const typing = inTextField(event.target) || inForm(event.target)
  const { contexts } = useRegistry.getState()
  const outer: CommandContext[] = [...[...contexts].reverse(), 'global']
  // What is in hand isn't moved or marked by keys that move in a form's field.
  const beside = inForm(event.target) ? outer.filter((context) => context !== 'selection') : outer
  const order = inDialog(event.target) ? (['import'] as const) : beside
  for (const context of order) {
    const found = commandIds.find((id) => {
      const { keys, context: home } = declarationOf(id)
      return (
        home === context &&
        keys.some((chord) => !(typing && isTyping(chord)) && matchesChord(event, chord, mac)) &&
        isAvailable(id)
      )
    })
    if (found) return found
  }
  return null
}

/** Text fields keep their own undo, selection and clipboard keys. */
const ownedByFields: readonly CommandId[] = [
  'edit.undo',
  'edit.redo',
  'article.selectAll',
  'import.chooseAll',
  'selection.delete',
  'event.selectAll',
  'event.up',
  'event.down',
  'passage.next',
  'passage.previous',
]

/** Listens for keys on the window. @returns a function that stops */
export function listenForKeys(mac: boolean): () => void {
  const handle = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || pressesControl(event)) return
    const id = commandFor(event, mac)
    const isOwned = inTextField(event.target) || inForm(event.target)
    if (!id || (isOwned && ownedByFields.includes(id))) return
    event.preventDefault()
    runCommand(id)
  }
  window.addEventListener('keydown', handle)
  return () => window.removeEventListener('keydown', handle)
}
