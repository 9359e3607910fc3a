import type { CommandContext } from './commands'

/** Keys by which the keyboard moves and selects in a list or a text: no commands, but listed with their keys. */
export const ownKeys = {
  'library.row': { context: 'library', keys: ['ArrowUp', 'ArrowDown'] },
  'library.more': { context: 'library', keys: ['Shift+ArrowDown'] },
  'library.one': { context: 'library', keys: ['Ctrl+Space'] },
  'read.paragraph': { context: 'read', keys: ['ArrowUp', 'ArrowDown'] },
  'read.sentence': { context: 'read', keys: ['ArrowLeft', 'ArrowRight'] },
  'read.moreSentences': { context: 'read', keys: ['Shift+ArrowRight'] },
  'read.moreParagraphs': { context: 'read', keys: ['Shift+ArrowDown'] },
  'read.take': { context: 'read', keys: ['Enter'] },
  'read.letGo': { context: 'read', keys: ['Escape'] },
  'timeline.row': { context: 'timeline', keys: ['ArrowUp', 'ArrowDown'] },
  'timeline.cell': { context: 'timeline', keys: ['ArrowLeft', 'ArrowRight'] },
  'timeline.more': { context: 'timeline', keys: ['Shift+ArrowDown'] },
} as const satisfies Record<string, { context: CommandContext; keys: readonly string[] }>

export type OwnKey = keyof typeof ownKeys
