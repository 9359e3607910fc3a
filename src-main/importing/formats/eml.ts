import type { ArticleMetadata, ExtractedBlock } from '../../domain/article'
import { ExpectedError } from '../../domain/error'
import type { FileToExtract, PartialReason, RefusedPart } from '../../domain/extraction'
import { cleanBlocks, hide } from '../cleaning'
import { decodeText } from '../decode'
import { sameWords } from '../metadata'
import { formatOf } from '../sniff'
import { findForwarded } from './eml-forward'
import { headOf, headOfForwarded, joinMetadata, mailMetadata } from './eml-metadata'
import { readFragment, withOpening } from './fragment'
import { readHtml } from './html'
import { bodyOf, fileNameOf, headerOf, isAttached, type MimePart, parseMime } from './mime'
import { type FormatReader, hasText, type ParsedArticle } from './parsed'
import { textBlocks } from './text'

/** A comment on a message that is sent on is short; a longer text is an article of its own. */
const longestComment = 1200
const mostMessages = 5000

/**
 * Reads a mail: its text is an article, files attached to it are handed on. Of a forwarded message the one that was
 * forwarded is the article. A mailbox of several messages hands these on.
 * @throws ExpectedError import/encrypted, import/no-text, import/archive-too-many
 */
export const readEmlFile: FormatReader = (file) => {
  const messages = mailboxMessages(file)
  if (messages) return { files: messages }
  const message = parseMime(file.bytes)
  if (
    /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)$/.test(message.type) &&
    message.parameters.get('smime-type') !== 'signed-data'
  ) {
    throw new ExpectedError('import/encrypted')
  }
  const leaves = leavesOf(message)
  const { files, refused } = attachmentsOf(leaves, file.fileName)
  const article = articleOf(message, leaves, file.fileName, files)
  return { articles: article ? [article] : [], files, refused }
}

/** The messages of a mailbox (RFC 4155), or null for a single one. */
function mailboxMessages({ bytes, fileName }: FileToExtract): FileToExtract[] | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/^From \S+ .*\d{4}/.test(text)) return null
  const messages = text
    .split(/(?:^|\r?\n\r?\n)(?=From \S+ [^\n]*\d{4}[^\n]*\r?\n[!-9;-~]+:)/)
    .filter((part) => part.trim() !== '')
  if (messages.length < 2) return null
  if (messages.length > mostMessages) throw new ExpectedError('import/archive-too-many', { limit: mostMessages })
  return messages.map((message, index) => ({
    bytes: new Uint8Array(Buffer.from(message.replace(/^>(>*From )/gm, '$1'), 'latin1')),
    fileName: `${fileName}/message ${index + 1}.eml`,
  }))
}

type Leaves = { html: MimePart[]; plain: MimePart[]; attached: MimePart[] }

/** The parts that are shown, of alternatives the richest, and those that are files. */
function leavesOf(part: MimePart): Leaves {
  if (part.parts.length > 0) {
    const all = part.parts.map(leavesOf)
    const joined = {
      html: all.flatMap((one) => one.html),
      plain: all.flatMap((one) => one.plain),
      attached: all.flatMap((one) => one.attached),
    }
    const hasBoth = part.type === 'multipart/alternative' && joined.html.some((one) => hasText(one.raw))
    return hasBoth ? { ...joined, plain: [] } : joined
  }
  const isText = part.type === 'text/html' || part.type === 'text/plain' || part.type === 'text'
  const empty = { html: [], plain: [], attached: [] }
  if (isText && !isAttached(part)) return { ...empty, [part.type === 'text/html' ? 'html' : 'plain']: [part] }
  return { ...empty, attached: [part] }
}

/** Pictures that the text shows, signatures and calendar notes are no files of the reader's. */
const noFile =
  /^(?:application\/(?:pgp-signature|(?:x-)?pkcs7-signature|ms-tnef)|text\/(?:calendar|x-amp-html|vcard|x-vcard)|multipart\/.*|message\/(?:delivery-status|disposition-notification))$/

function attachmentsOf(leaves: Leaves, mail: string): { files: FileToExtract[]; refused: RefusedPart[] } {
  const shown = shownParts(leaves.html)
  const files: FileToExtract[] = []
  const refused: RefusedPart[] = []
  for (const [index, part] of leaves.attached.entries()) {
    const isShown = !isAttached(part) || shown.has(headerOf(part, 'content-id') ?? '')
    const isPicture = part.type.startsWith('image/') && isShown
    if (isPicture || noFile.test(part.type)) continue
    const isMail = part.type === 'message/rfc822'
    const name = (fileNameOf(part) ?? `attachment ${index + 1}${isMail ? '.eml' : ''}`).replace(/[/\\]+/g, '_')
    const named = isMail && !/\.eml$/i.test(name) ? `${name}.eml` : name
    const file = { bytes: bodyOf(part), fileName: `${mail}/${named}` }
    try {
      formatOf(file)
      files.push(file)
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error
      refused.push({ part: named, code: error.code, params: error.params })
    }
  }
  return { files, refused }
}

/** Content-IDs of the parts that pages show (RFC 2392), as their headers write them. */
const shownParts = (pages: readonly MimePart[]): ReadonlySet<string> =>
  new Set(
    pages.flatMap((page) =>
      [
        ...Buffer.from(bodyOf(page))
          .toString('latin1')
          .matchAll(/\bcid:([^\s"'<>()]+)/gi),
      ].map(([, id]) => `<${id}>`),
    ),
  )

/** @param files attached ones; a sole forwarded message is taken out of them when it becomes the article */
function articleOf(message: MimePart, leaves: Leaves, fileName: string, files: FileToExtract[]): ParsedArticle | null {
  const own = textOf(leaves)
  const inner = leaves.attached.filter((part) => part.type === 'message/rfc822')
  const ownLength = own.blocks.reduce((sum, block) => sum + block.text.length, 0)
  const [only] = inner
  if (only && inner.length === 1 && ownLength <= longestComment) {
    const forwarded = parseMime(bodyOf(only))
    const innerLeaves = leavesOf(forwarded)
    const article = articleOf(forwarded, innerLeaves, fileName, files)
    if (article) {
      const at = files.findIndex((file) => file.bytes.length === bodyOf(only).length && /\.eml$/i.test(file.fileName))
      if (at >= 0) files.splice(at, 1, ...attachmentsOf(innerLeaves, fileName).files)
      const comment = own.blocks.map((block) => hide(block, 'comments'))
      return { ...article, blocks: [...comment, ...article.blocks] }
    }
  }
  if (ownLength === 0) return null
  const quoted = findForwarded(own.blocks)
  if (quoted) return articleWith(quoted.blocks, mailMetadata(headOfForwarded(quoted.head)), own.partial)
  return own.html
    ? pageArticle(own.html, message, own.partial)
    : articleWith(own.blocks, mailMetadata(headOf(message)), own.partial)
}

type MailText = { blocks: ExtractedBlock[]; html: string | null; partial: PartialReason | null }

function textOf({ html, plain }: Leaves): MailText {
  const decoded = (html.length > 0 ? html : plain).map((part) => ({
    part,
    ...decodeText(bodyOf(part), charsetOf(part)),
  }))
  const partial = decoded.find((one) => one.partial !== null)?.partial ?? null
  const shown = decoded.filter(({ text }) => hasText(text))
  if (html.length > 0) {
    const source = shown.map(({ text }) => text).join('\n')
    return { blocks: hasText(source) ? readFragment(source).blocks : [], html: source, partial }
  }
  return { blocks: shown.flatMap(({ part, text }) => plainBlocks(text, part)), html: null, partial }
}

const charsetOf = (part: MimePart): string | null => part.parameters.get('charset')?.toLowerCase() ?? null

/** Lines with ">" before them are quoted; where nearly all are, the message is. */
function plainBlocks(text: string, part: MimePart): ExtractedBlock[] {
  const flowed = part.parameters.get('format')?.toLowerCase() === 'flowed'
  const source = flowed ? text.replace(/(?<!^--) \r?\n(?!>|\r?\n| )/gm, ' ') : text
  const lines = source.split(/\r?\n/)
  const quoted = lines.filter((line) => line.startsWith('>')).length
  const filled = lines.filter(hasText).length
  if (quoted > 2 && quoted * 10 > filled * 6)
    return plainBlocks(lines.map((line) => line.replace(/^> ?/, '')).join('\n'), { ...part, parameters: new Map() })
  const groups: { quoted: boolean; lines: string[] }[] = []
  for (const line of lines) {
    const isQuoted = /^>/.test(line)
    const last = groups.at(-1)
    if (last && last.quoted === isQuoted) last.lines.push(line)
    else groups.push({ quoted: isQuoted, lines: [line] })
  }
  return groups.flatMap((group) => {
    const blocks = textBlocks(
      group.lines.map((line) => (group.quoted ? line.replace(/^(?:> ?)+/, '') : line)).join('\n'),
    )
    return group.quoted ? blocks.map((block) => (block.hidden ? block : { ...block, kind: 'quote' })) : blocks
  })
}

function articleWith(
  blocks: readonly ExtractedBlock[],
  head: Partial<ArticleMetadata>,
  partial: PartialReason | null,
): ParsedArticle {
  const cleaned = hideMailing(cleanBlocks(blocks))
  const title = head.title?.value ? { title: head.title } : {}
  const opening = withOpening(cleaned, title)
  return {
    mediaType: 'message/rfc822',
    part: null,
    metadata: joinMetadata(head, { ...opening.metadata, ...title }),
    blocks: nameTitle(opening.blocks, head.title?.value ?? null),
    partial,
  }
}

/** A newsletter is a web page that was sent. */
function pageArticle(html: string, message: MimePart, partial: PartialReason | null): ParsedArticle {
  const page = readHtml(html, false)
  const head = mailMetadata(headOf(message))
  return {
    ...page,
    mediaType: 'message/rfc822',
    metadata: joinMetadata(head, page.metadata),
    blocks: nameTitle(hideMailing(page.blocks), head.title?.value ?? null),
    partial: page.partial ?? partial,
  }
}

function nameTitle(blocks: readonly ExtractedBlock[], title: string | null): ExtractedBlock[] {
  if (title === null || blocks.some((block) => block.kind === 'title' && !block.hidden)) return [...blocks]
  const at = blocks.findIndex((block) => !block.hidden && sameWords(block.text, title))
  return blocks.map((block, index) => (index === at ? { ...block, kind: 'title' } : block))
}

/** What a mailing says of itself: how to leave it, why one gets it, where else it can be read. */
const mailing =
  /\bunsubscribe\b|\bview (?:this (?:e-?mail|message|newsletter)|it|online|in)\b.{0,40}\bbrowser\b|\b(?:manage|update|change) (?:your )?(?:e-?mail |subscription |newsletter )?(?:preferences|settings|subscriptions?)\b|\byou(?:['’]re| are) (?:receiving|getting|subscribed)\b|\bthis (?:e-?mail|message|newsletter) was sent (?:to|by)\b|\bforward(?:ed)? this (?:e-?mail|newsletter)\b|newsletter abbestellen|vom newsletter abmelden|im browser (?:ansehen|anzeigen|öffnen)|se désabonner|se désinscrire|darse de baja|cancelar (?:la )?suscripción|disiscriviti|отписаться|إلغاء الاشتراك|لإلغاء اشتراكك/iu

function hideMailing(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  const named = blocks.map((block) =>
    !block.hidden && block.text.length <= 400 && mailing.test(block.text) ? hide(block, 'newsletter') : block,
  )
  return named.some((block) => !block.hidden) ? named : [...blocks]
}
