import type { Nodes, PhrasingContent, RootContent } from 'mdast'

const citation = /\[@(\d{1,15})\]/g

/**
 * Replaces `[@12]` in nodes by what `cite` returns for passage 12; where that is null, the words stay as they are.
 * Mends the nodes in place.
 */
export function placeCitations(nodes: readonly Nodes[], cite: (passageId: number) => PhrasingContent | null): void {
  for (const node of nodes) {
    if (!('children' in node)) continue
    placeCitations(node.children, cite)
    const children = node.children.flatMap((child: Nodes): Nodes[] =>
      child.type === 'text' ? splitText(child.value, cite) : [child],
    )
    Object.assign(node, { children })
  }
}

function splitText(value: string, cite: (passageId: number) => PhrasingContent | null): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let at = 0
  for (const match of value.matchAll(citation)) {
    const reference = cite(Number(match[1]))
    if (reference === null) continue
    if (match.index > at) parts.push({ type: 'text', value: value.slice(at, match.index) })
    parts.push(reference)
    at = match.index + match[0].length
  }
  if (at < value.length || parts.length === 0) parts.push({ type: 'text', value: value.slice(at) })
  return parts
}

/** The paragraphs of parsed text that cite nothing, as plain words; those of headings and footnotes don't count. */
export function uncitedParagraphs(nodes: readonly RootContent[]): string[] {
  const found: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') return
    if (node.type !== 'paragraph') {
      if ('children' in node) for (const child of node.children) visit(child)
      return
    }
    const words = plainText(node).trim()
    if (words !== '' && !cites(node)) found.push(words)
  }
  for (const node of nodes) visit(node)
  return found
}

const cites = (node: Nodes): boolean =>
  node.type === 'footnoteReference' || ('children' in node && (node.children as Nodes[]).some(cites))

/** The words of a node without its marks. */
export function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return '\n'
  return 'children' in node ? (node.children as Nodes[]).map(plainText).join('') : ''
}
