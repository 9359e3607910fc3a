/**
 * Every command of the window, as data: menu, buttons, keys and palette show and run the same object. A feature gives
 * the function to run while it is on the screen (`useCommands`); without one a command is not available.
 *
 * `keys` are chords such as `Ctrl+K` (Command on macOS), `Shift+F6`, `[`; single letters are off in text fields.
 * `context`: where the keys hold. Commands of one context never share keys, nor with those of `global`.
 */
export type CommandContext = 'global' | 'library' | 'read' | 'selection' | 'tags' | 'timeline' | 'briefing' | 'import'

export type CommandDeclaration = { keys: readonly string[]; context: CommandContext; palette: boolean }

const global = (...keys: string[]): CommandDeclaration => ({ keys, context: 'global', palette: true })
const inContext = (context: CommandContext, ...keys: string[]): CommandDeclaration => ({ keys, context, palette: true })
const hidden = (context: CommandContext, ...keys: string[]): CommandDeclaration => ({ keys, context, palette: false })

export const commands = {
  'palette.open': { keys: ['Ctrl+K'], context: 'global', palette: false },
  'view.library': global('Ctrl+1'),
  'view.read': global('Ctrl+2'),
  'view.tags': global('Ctrl+3'),
  'view.timeline': global('Ctrl+4'),
  'view.briefing': global('Ctrl+5'),
  'region.next': hidden('global', 'F6'),
  'region.previous': hidden('global', 'Shift+F6'),
  'edit.undo': global('Ctrl+Z'),
  'edit.redo': global('Ctrl+Shift+Z', 'Ctrl+Y'),
  'library.import': global('Ctrl+I'),
  'library.importFolder': global(),
  'library.paste': global('Ctrl+Shift+V'),
  'watch.choose': global(),
  'watch.stop': global(),
  'watch.review': global(),
  'library.create': global('Ctrl+Shift+N'),
  'library.open': global('Ctrl+O'),
  'library.openSample': global(),
  'library.close': global(),
  'rules.open': global(),
  'window.new': global(),
  'theme.system': global(),
  'theme.light': global(),
  'theme.dark': global(),
  'help.keys': global('?'),
  'settings.open': global('Ctrl+,'),
  'inspector.toggle': global('Ctrl+Shift+I'),

  'article.open': inContext('library', 'Enter'),
  'article.together': inContext('library', 'Shift+Enter'),
  'article.preview': inContext('library', 'Space'),
  'article.edit': inContext('library', 'F2'),
  'article.trash': inContext('library', 'Delete'),
  'article.tag': inContext('library', 'T'),
  'article.confirm': inContext('library', 'K'),
  'article.toRead': inContext('library'),
  'article.reading': inContext('library'),
  'article.reviewed': inContext('library', 'R'),
  'article.excluded': inContext('library'),
  'article.selectAll': inContext('library', 'Ctrl+A'),
  'article.filter': inContext('library', 'Ctrl+F', '/'),
  'original.open': inContext('library'),
  'original.export': inContext('library'),
  'original.compare': inContext('library'),

  'pane.1': inContext('read', 'Alt+1'),
  'pane.2': inContext('read', 'Alt+2'),
  'pane.3': inContext('read', 'Alt+3'),
  'pane.4': inContext('read', 'Alt+4'),
  'pane.close': inContext('read', 'Ctrl+Shift+W'),
  'pane.add': inContext('read', 'Ctrl+Shift+A'),
  'pane.again': inContext('read', 'Ctrl+Shift+D'),
  'pane.moveLeft': inContext('read', 'Ctrl+Alt+ArrowLeft'),
  'pane.moveRight': inContext('read', 'Ctrl+Alt+ArrowRight'),
  'find.open': inContext('read', 'Ctrl+F'),
  'find.everywhere': inContext('read', 'Ctrl+Shift+F'),
  'find.next': inContext('read', 'F3', 'Ctrl+G'),
  'find.previous': inContext('read', 'Shift+F3', 'Ctrl+Shift+G'),
  'boilerplate.toggle': inContext('read', 'B'),
  'block.menu': inContext('read', 'Shift+F10', 'ContextMenu'),
  'block.correct': inContext('read', 'F2'),
  'block.split': inContext('read', 'Shift+S'),
  'block.mergeNext': inContext('read', 'M'),
  'block.mergePrevious': inContext('read', 'Shift+M'),
  'block.hide': inContext('read', 'H'),
  'block.always': inContext('read', 'Shift+H'),
  'text.versions': inContext('read'),
  'passage.next': inContext('read', 'Alt+ArrowDown'),
  'passage.previous': inContext('read', 'Alt+ArrowUp'),
  'passage.lost': inContext('read'),
  'read.print': inContext('read', 'Ctrl+P'),
  'link.next': inContext('read', ']'),
  'link.previous': inContext('read', '['),
  'link.confirm': inContext('read', 'K'),
  'link.reject': inContext('read', 'X'),
  'link.draw': inContext('read', 'L'),
  'link.list': inContext('read', 'Shift+L'),
  'marks.shared': inContext('read', 'S'),
  'marks.onlyHere': inContext('read', 'O'),
  'marks.dates': inContext('read', 'D'),
  'marks.tags': inContext('read', 'Shift+T'),
  'sync.toggle': inContext('read', 'Y'),

  'selection.tag': inContext('selection', 'T'),
  'selection.note': inContext('selection', 'N'),
  'selection.event': inContext('selection', 'E'),
  'selection.quote': inContext('selection', 'Q'),
  'selection.copy': inContext('selection', 'Ctrl+Shift+C'),
  'selection.delete': inContext('selection', 'Delete'),
  'passage.endRight': inContext('selection', 'Alt+Shift+ArrowRight'),
  'passage.endLeft': inContext('selection', 'Alt+Shift+ArrowLeft'),
  'passage.endNext': inContext('selection', 'Alt+Shift+ArrowDown'),
  'passage.endPrevious': inContext('selection', 'Alt+Shift+ArrowUp'),
  'passage.startRight': inContext('selection', 'Ctrl+Alt+Shift+ArrowRight'),
  'passage.startLeft': inContext('selection', 'Ctrl+Alt+Shift+ArrowLeft'),
  'passage.startNext': inContext('selection', 'Ctrl+Alt+Shift+ArrowDown'),
  'passage.startPrevious': inContext('selection', 'Ctrl+Alt+Shift+ArrowUp'),
  'passage.split': inContext('selection', 'P'),
  'passage.mergeNext': inContext('selection', 'J'),

  'tag.create': inContext('tags', 'Ctrl+N'),
  'tag.rename': inContext('tags', 'F2'),
  'tag.delete': inContext('tags', 'Delete'),

  'suggestion.next': inContext('timeline', 'J'),
  'suggestion.previous': inContext('timeline', 'K'),
  'suggestion.accept': inContext('timeline', 'A'),
  'suggestion.dismiss': inContext('timeline', 'X'),
  'suggestion.editDate': inContext('timeline', 'D'),
  'suggestion.merge': inContext('timeline', 'M'),
  'event.create': inContext('timeline', 'E'),
  'event.edit': inContext('timeline', 'F2'),
  'event.delete': inContext('timeline', 'Delete'),

  'briefing.create': inContext('briefing', 'Ctrl+N'),
  'briefing.insert': inContext('briefing', 'Ctrl+/'),
  'briefing.export': inContext('briefing', 'Ctrl+E'),
  'briefing.nextIssue': inContext('briefing', 'F8'),
  'briefing.delete': inContext('briefing'),

  'import.toggle': hidden('import', 'Space'),
  'import.add': hidden('import', 'Ctrl+Enter'),
  'import.nextLook': hidden('import', 'F8', 'N'),
  'import.confirm': hidden('import', 'K'),
  'import.original': hidden('import', 'O'),
  'import.filter': hidden('import', 'Ctrl+F', '/'),
  'import.chooseAll': hidden('import', 'Ctrl+A'),
} as const satisfies Record<string, CommandDeclaration>

export type CommandId = keyof typeof commands

export const commandIds = Object.keys(commands) as CommandId[]

export const declarationOf = (id: CommandId): CommandDeclaration => commands[id]
