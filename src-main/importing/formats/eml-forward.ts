import type { ExtractedBlock } from '../../domain/article'
import { hide } from '../cleaning'

/** What a forwarded message says of itself, as it is written; empty where it does not. */
export type ForwardedHead = { from: string; date: string; subject: string }
export type Forwarded = { head: ForwardedHead; blocks: ExtractedBlock[] }

const mark =
  /^[\s>*_-]*(?:-{2,}\s*)?(?:begin forwarded message|forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|anfang der weitergeleiteten nachricht|message transféré|message d['’]origine|début du message (?:réexpédié|transféré)|mensaje reenviado|mensaje original|inicio del mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|пересылаемое сообщение|رسالة معاد توجيهها|الرسالة المعاد توجيهها|الرسالة الأصلية)\s*:?[\s>*_-]*/iu

const labels: Readonly<Record<string, keyof ForwardedHead | 'other'>> = {
  ...names('from', ['from', 'von', 'de', 'da', 'van', 'от', 'من']),
  ...names('date', [
    'date',
    'sent',
    'datum',
    'gesendet',
    'envoyé',
    'fecha',
    'enviado',
    'data',
    'inviato',
    'дата',
    'التاريخ',
    'تم الإرسال',
    'تاريخ الإرسال',
  ]),
  ...names('subject', ['subject', 'betreff', 'objet', 'asunto', 'oggetto', 'onderwerp', 'тема', 'الموضوع']),
  ...names('other', ['to', 'cc', 'reply-to', 'an', 'à', 'para', 'a', 'aan', 'кому', 'إلى', 'antwort an', 'répondre à']),
}

function names<Field extends string>(field: Field, words: readonly string[]): Record<string, Field> {
  return Object.fromEntries(words.map((word) => [word, field]))
}

const label = new RegExp(
  String.raw`(?:^|[\s*>])\*?(${Object.keys(labels)
    .sort((a, b) => b.length - a.length)
    .join('|')})\s?:\*?\s`,
  'giu',
)

/** A head's lines are few; what comes later is the message. */
const longestHead = 8

/**
 * Finds a message that was forwarded inside another: what stands before it, and its own head, become hidden blocks.
 * @returns null where none was forwarded
 */
export function findForwarded(blocks: readonly ExtractedBlock[]): Forwarded | null {
  for (const [at, block] of blocks.entries()) {
    const isMarked = mark.test(block.text) && block.text.length < 600
    if (!isMarked && !/^[\s>*]*(?:from|von|de|da|van|от|من)\s?:\*?\s/iu.test(block.text)) continue
    const found = readHead(blocks, at, isMarked)
    if (found) return { head: found.head, blocks: markBlocks(blocks, at, found) }
  }
  return null
}

type Head = { head: ForwardedHead; end: number }

/** The lines of a head may be blocks each, or one block where they were parted by single line breaks. */
function readHead(blocks: readonly ExtractedBlock[], at: number, isMarked: boolean): Head | null {
  const head: ForwardedHead = { from: '', date: '', subject: '' }
  let end = at
  let lines = 0
  for (const block of blocks.slice(at, at + longestHead)) {
    const text = end === at ? block.text.replace(mark, '') : block.text
    const pairs = labelled(text)
    if (pairs.length === 0 && !(end === at && isMarked && text.trim() === '')) break
    for (const [field, value] of pairs) if (field !== 'other' && head[field] === '') head[field] = value
    lines += pairs.length
    end += 1
  }
  const isHead = head.from !== '' && (head.date !== '' || head.subject !== '') && lines >= (isMarked ? 2 : 3)
  if (!isHead) return null
  const technical = blocks.slice(end).findIndex((block) => !technicalLine.test(block.text))
  return { head, end: end + Math.max(0, technical) }
}

/** Some programs forward the whole head, with what is meant for programs. */
const technicalLine =
  /^(?:message-id|user-agent|mime-version|content-[a-z-]+|status|in-reply-to|references|received|return-path|delivered-to|sender|list-[a-z-]+|x-[\w-]+|dkim-signature|authentication-results): \S/i

function labelled(text: string): [keyof ForwardedHead | 'other', string][] {
  const matches = [...text.matchAll(label)]
  if (matches[0] === undefined || text.slice(0, matches[0].index).trim() !== '') return []
  return matches.map((match, index) => {
    const value = text.slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length)
    return [labels[(match[1] ?? '').toLowerCase()] ?? 'other', value.trim().replace(/\*$/, '').trim()]
  })
}

const markBlocks = (blocks: readonly ExtractedBlock[], at: number, { end }: Head): ExtractedBlock[] =>
  blocks.map((block, index) => {
    if (block.hidden || index >= end) return block
    return hide(block, index < at ? 'comments' : 'print')
  })
