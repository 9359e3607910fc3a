import { Readability } from '@mozilla/readability'

/** The part of the DOM that reading a page needs; the program as a whole compiles without DOM types. */
export type DomNode = {
  readonly nodeType: number
  readonly childNodes: Iterable<DomNode>
  readonly parentNode: DomNode | null
  readonly textContent: string | null
}

export type DomElement = DomNode & {
  readonly localName: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  appendChild(node: DomNode): unknown
  insertBefore(node: DomNode, before: DomNode): unknown
  querySelectorAll(selector: string): Iterable<DomElement>
  querySelector(selector: string): DomElement | null
}

export type DomDocument = {
  readonly documentElement: DomElement
  readonly body: DomElement | null
  createElement(tag: string): DomElement
  createTextNode(text: string): DomNode
  querySelectorAll(selector: string): Iterable<DomElement>
  querySelector(selector: string): DomElement | null
}

export const isElement = (node: DomNode | null): node is DomElement => node?.nodeType === 1
export const isText = (node: DomNode): boolean => node.nodeType === 3

/**
 * The part of a page that Mozilla's Readability takes for its article. Changes the document: it must not be read
 * afterwards.
 */
export function articleElement(document: DomDocument): DomElement | null {
  const reader = new Readability<unknown>(document as never, {
    disableJSONLD: true,
    keepClasses: true,
    serializer: (element) => element,
  })
  const content = reader.parse()?.content
  return content ? (content as DomElement) : null
}
