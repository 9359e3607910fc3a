import type { Definition, Nodes, Parents, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

const safeProtocols = ['http:', 'https:', 'mailto:']

/** Whether a link may stand in a note: web and mail addresses, and places inside the note. */
export function isSafeUrl(url: string): boolean {
  if (url.startsWith('#')) return true
  // Browsers ignore control characters and white space inside a scheme.
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec([...url].filter((c) => c > ' ').join(''))?.[1]
  return scheme !== undefined && safeProtocols.includes(scheme.toLowerCase())
}

/**
 * Parses a text block of a note (CommonMark with tables, footnotes, strikethrough and task lists) into nodes that do
 * nothing where the note is read: raw HTML becomes text, links that could run something and images, which would fetch
 * something, become their words, and link references their links. Footnotes get `prefix`, so that they never meet
 * those of another block or of the note.
 */
export function inertBlocks(markdown: string, prefix: string): RootContent[] {
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const definitions = definitionsOf(root)
  return inertChildren(root, { prefix, definitions }) as RootContent[]
}

type Context = { prefix: string; definitions: ReadonlyMap<string, Definition> }

function definitionsOf(node: Nodes): Map<string, Definition> {
  const found = new Map<string, Definition>()
  const visit = (at: Nodes): void => {
    if (at.type === 'definition' && !found.has(at.identifier)) found.set(at.identifier, at)
    if ('children' in at) for (const child of at.children) visit(child)
  }
  visit(node)
  return found
}

const inertChildren = (parent: Parents, context: Context): Nodes[] =>
  parent.children.flatMap((child) => inertNode(child, parent, context))

function inertNode(node: Nodes, parent: Parents, context: Context): Nodes[] {
  switch (node.type) {
    case 'html':
      return holdsPhrasing(parent) ? [text(node.value)] : [{ type: 'paragraph', children: [text(node.value)] }]
    case 'definition':
      return []
    case 'image':
    case 'imageReference':
      return [text(node.alt ?? '')]
    case 'link':
      return linkTo(node.url, inertChildren(node, context))
    case 'linkReference':
      return linkTo(context.definitions.get(node.identifier)?.url ?? '', inertChildren(node, context))
    case 'footnoteReference':
      return [
        { type: node.type, identifier: context.prefix + node.identifier, label: context.prefix + node.identifier },
      ]
    case 'footnoteDefinition': {
      const identifier = context.prefix + node.identifier
      return [{ ...node, identifier, label: identifier, children: inertChildren(node, context) } as Nodes]
    }
    default:
      return ['children' in node ? ({ ...node, children: inertChildren(node, context) } as Nodes) : node]
  }
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })

const linkTo = (url: string, children: Nodes[]): Nodes[] =>
  isSafeUrl(url) ? [{ type: 'link', url, children } as Nodes] : children

const holdsPhrasing = (parent: Parents): boolean =>
  !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
