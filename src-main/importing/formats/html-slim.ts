import { Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5'

/**
 * What is known of a page once it was reduced: `jsonLd` are the texts of its linked-data scripts; `flattened` tells that
 * nesting, or elements beyond all measure, were left out, not their text.
 */
export type SlimPage = { jsonLd: string[]; elements: number; flattened: boolean }

/** What takes the tags and texts that are left of a page, in order. */
export type SlimSink = Pick<TokenHandler, 'onStartTag' | 'onEndTag' | 'onCharacter' | 'onWhitespaceCharacter'>

/** Browsers stop at 512; real pages stay below 40, and Readability's time grows with the square of it. */
const deepestNesting = 80
/** Real pages have up to 10,000. */
const mostElements = 120_000
/** Formatting left open is opened again in every later paragraph; beyond this it is left out. */
const mostLeftOpen = 32
const longestAttribute = 2000

/** Each costs as much as an element does; these are looked at on any element. */
const keptAttributes = new Set([
  ...[
    'id',
    'class',
    'role',
    'hidden',
    'aria-hidden',
    'href',
    'rel',
    'src',
    'name',
    'property',
    'content',
    'http-equiv',
  ],
  ...['datetime', 'pubdate', 'itemprop', 'itemscope'],
])
const titledTags = new Set(['abbr', 'link'])
const speakingTags = new Set(['html', 'body'])
/** Elements whose text is read by the tokenizer as it stands, up to their end tag. */
const rawText = new Set(['style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'script'])
const droppedTrees = new Set(['svg', 'math', 'template', 'select', 'object', 'audio', 'video', 'canvas', 'map'])
const voidTags = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
)
const droppedVoidTags = new Set(['area', 'embed', 'frame', 'param', 'source', 'track', 'input', 'base'])
/** Elements that the parser closes by itself before the next one of their kind: they nest no deeper than what holds them. */
const selfNested = new Set('p li dt dd option optgroup tr td th tbody thead tfoot rp rt'.split(' '))
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
/** A start tag of these ends a drawing that was never closed (WHATWG HTML, foreign content). */
const endsDrawing = new Set('body div p h1 h2 h3 h4 h5 h6 ul ol table blockquote span'.split(' '))

/**
 * Takes out of a page what is no text: scripts, styles, drawings, comments, embedded data, and nesting beyond any
 * article's; before any tree is built, in one pass of an HTML tokenizer and in time linear to its length.
 * @param xml the file says that it is XHTML, where `<title/>` is an empty element
 */
export function slimInto(sink: SlimSink, source: string, xml: boolean): SlimPage {
  return new Slimmer(sink, xml).run(source)
}

/** A page without what is no text, well-formed enough for any parser to be quick with. */
export function slimHtml(source: string, xml: boolean): string {
  const out: string[] = []
  const text = ({ chars }: Token.CharacterToken) => out.push(escapeText(chars))
  const sink: SlimSink = {
    onStartTag: ({ tagName, attrs }) => {
      out.push(`<${tagName}${attrs.map((attr) => ` ${attr.name}="${escapeValue(attr.value)}"`).join('')}>`)
    },
    onEndTag: ({ tagName }) => {
      out.push(`</${tagName}>`)
    },
    onCharacter: text,
    onWhitespaceCharacter: text,
  }
  slimInto(sink, source, xml)
  return `<!DOCTYPE html>${out.join('')}`
}

/** The text of a piece of HTML, in pieces as its tags divide it. */
export function textOfHtml(source: string): string[] {
  return slimHtml(source, false)
    .split(/<[^>]*>/)
    .map((text) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&'),
    )
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;')
const escapeValue = (text: string): string => escapeText(text).replaceAll('"', '&quot;')

class Slimmer {
  private readonly jsonLd: string[] = []
  private readonly open: { tag: string; kept: boolean }[] = []
  private readonly openCount = new Map<string, number>()
  private keptDepth = 0
  private elements = 0
  private leftOpen = 0
  private flattened = false
  private raw: { tag: string; jsonLd: string[] | null } | null = null
  private dropped: { tag: string; depth: number } | null = null
  private readonly tokenizer: Tokenizer
  private readonly xml: boolean
  private readonly sink: SlimSink

  constructor(sink: SlimSink, xml: boolean) {
    this.xml = xml
    this.sink = sink
    this.tokenizer = new Tokenizer(
      {},
      {
        onStartTag: (token) => this.onStartTag(token),
        onEndTag: (token) => this.onEndTag(token),
        onCharacter: (token) => {
          if (this.isKept(token)) this.sink.onCharacter(token)
        },
        onWhitespaceCharacter: (token) => {
          if (this.isKept(token)) this.sink.onWhitespaceCharacter(token)
        },
        onNullCharacter: () => {},
        onComment: () => {},
        onDoctype: () => {},
        onEof: () => {},
      },
    )
  }

  run(source: string): SlimPage {
    this.tokenizer.write(source, true)
    return { jsonLd: this.jsonLd, elements: this.elements, flattened: this.flattened }
  }

  private isKept({ chars }: Token.CharacterToken): boolean {
    this.raw?.jsonLd?.push(chars)
    return !this.raw && !this.dropped
  }

  private onStartTag(token: Token.TagToken): void {
    const tag = token.tagName
    const empty = this.xml && token.selfClosing
    if (rawText.has(tag)) {
      this.startRaw(token, empty)
      return
    }
    if (this.dropped) {
      if (tag === this.dropped.tag && !token.selfClosing) this.dropped.depth += 1
      if (!(endsDrawing.has(tag) && (this.dropped.tag === 'svg' || this.dropped.tag === 'math'))) return
      this.dropped = null
    }
    if (droppedTrees.has(tag)) {
      if (!token.selfClosing) this.dropped = { tag, depth: 1 }
      return
    }
    if (droppedVoidTags.has(tag)) return
    if (tag === 'title' || tag === 'textarea') if (!empty) this.tokenizer.state = TokenizerMode.RCDATA
    if (!voidTags.has(tag) && !empty && !selfNested.has(tag) && !this.enter(tag)) return
    if (!this.hasRoom()) return
    this.elements += 1
    this.sink.onStartTag({ ...token, selfClosing: false, attrs: keptOf(token) })
    if (empty && !voidTags.has(tag)) this.sink.onEndTag({ ...token, type: Token.TokenType.END_TAG, attrs: [] })
  }

  private startRaw(token: Token.TagToken, empty: boolean): void {
    if (empty) return
    const linked = token.tagName === 'script' && /ld\+json/i.test(attribute(token, 'type'))
    this.raw = { tag: token.tagName, jsonLd: linked ? [] : null }
    this.tokenizer.state = token.tagName === 'script' ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT
  }

  /** @returns whether the element is kept, rather than its content moved into what holds it */
  private enter(tag: string): boolean {
    const kept =
      this.hasRoom() && this.keptDepth < deepestNesting && !(formatting.has(tag) && this.leftOpen >= mostLeftOpen)
    if (kept) this.keptDepth += 1
    else this.flattened = true
    this.open.push({ tag, kept })
    this.openCount.set(tag, (this.openCount.get(tag) ?? 0) + 1)
    return kept
  }

  private hasRoom(): boolean {
    if (this.elements >= mostElements) this.flattened = true
    return this.elements < mostElements
  }

  private onEndTag(token: Token.TagToken): void {
    const tag = token.tagName
    if (this.raw) {
      if (this.raw.jsonLd) this.jsonLd.push(this.raw.jsonLd.join(''))
      this.raw = null
      return
    }
    if (this.dropped) {
      if (tag === this.dropped.tag) this.dropped.depth -= 1
      if (this.dropped.depth === 0) this.dropped = null
      return
    }
    if (selfNested.has(tag) || tag === 'br' || this.leave(tag)) this.sink.onEndTag(token)
  }

  /** Closes the nearest open element of that name and all in it. @returns whether its end tag is to be written */
  private leave(tag: string): boolean {
    if ((this.openCount.get(tag) ?? 0) === 0) return false
    for (;;) {
      const last = this.open.pop()
      if (!last) return false
      this.openCount.set(last.tag, (this.openCount.get(last.tag) ?? 1) - 1)
      if (last.kept) this.keptDepth -= 1
      if (last.tag === tag) return last.kept
      if (last.kept && formatting.has(last.tag) && last.tag !== 'a') this.leftOpen += 1
    }
  }
}

const attribute = (token: Token.TagToken, name: string): string =>
  token.attrs.find((attr) => attr.name === name)?.value ?? ''

const keptOf = (token: Token.TagToken): Token.Attribute[] =>
  token.attrs.filter((attr) => attr.value.length <= longestAttribute && isRead(token.tagName, attr))

function isRead(tag: string, { name, value }: Token.Attribute): boolean {
  if (name === 'style') return /display|visibility/i.test(value)
  if (name === 'title') return titledTags.has(tag)
  return keptAttributes.has(name) || (name === 'lang' && speakingTags.has(tag))
}
