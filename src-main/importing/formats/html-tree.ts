import { parseHTML } from 'linkedom'
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser, Token } from 'parse5'
import type { DomDocument, DomElement } from './dom'
import { type SlimPage, slimInto } from './html-slim'

/**
 * The tree of a page without what is no text. The page is tokenized once, its tree is built as the HTML standard says, and
 * copied node by node: linkedom's own parser finds nothing in a page without `<html>` and `<body>` tags.
 * @param xml the file says that it is XHTML
 */
export function pageTree(source: string, xml: boolean): SlimPage & { document: DomDocument } {
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>({ scriptingEnabled: true })
  const noLocation = { location: null }
  parser.onDoctype({
    type: Token.TokenType.DOCTYPE,
    name: 'html',
    forceQuirks: false,
    publicId: null,
    systemId: null,
    ...noLocation,
  })
  const slim = slimInto(parser, source, xml)
  parser.onEof({ type: Token.TokenType.EOF, ...noLocation })
  return { ...slim, document: copied(parser.document) }
}

function copied(tree: DefaultTreeAdapterTypes.Document): DomDocument {
  const document = parseHTML('<!DOCTYPE html><html></html>').document as unknown as DomDocument
  const root = tree.childNodes.find(defaultTreeAdapter.isElementNode)
  if (root) fill(document, document.documentElement, root)
  return document
}

function fill(document: DomDocument, element: DomElement, from: DefaultTreeAdapterTypes.Element): void {
  // Each is put before those that are there.
  for (const { name, value } of from.attrs.toReversed()) element.setAttribute(name, value)
  for (const child of from.childNodes) {
    if (defaultTreeAdapter.isTextNode(child)) element.appendChild(document.createTextNode(child.value))
    else if (defaultTreeAdapter.isElementNode(child)) {
      const inner = document.createElement(child.tagName)
      element.appendChild(inner)
      fill(document, inner, child)
    }
  }
}
