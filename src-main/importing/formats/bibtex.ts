import { decodeFile } from '../decode'
import { type BibliographyEntry, personInOrder, readEntries } from './bibliography'
import { type BibtexRecord, bibtexRecords } from './bibtex-records'
import { textOfLatex } from './latex'
import type { FormatReader } from './parsed'
import type { RecordField } from './record'

/** Reads a bibliography in BibTeX or BibLaTeX. */
export const readBibtexFile: FormatReader = (file) =>
  readEntries(bibtexRecords(decodeFile(file, 'text').text).map(entryOf), 'application/x-bibtex')

function entryOf({ key, fields }: BibtexRecord): BibliographyEntry {
  const raw = (name: string) => fields.get(name) ?? ''
  const values = (...names: string[]): RecordField[] =>
    names.flatMap((name) => (raw(name) === '' ? [] : [{ text: textOfLatex(raw(name)), at: `BibTeX ${name}` }]))
  return {
    key,
    attachments: [...filesOf(raw('file')), ...filesOf(raw('localfile')), ...filesOf(raw('pdf'))],
    abstract: textOfLatex(raw('abstract')),
    record: {
      title: values('title'),
      subtitle: values('subtitle', 'titleaddon'),
      byline: [{ text: peopleOf(raw('author')), at: 'BibTeX author' }],
      outlet: values(
        'journaltitle',
        'journal',
        'newspaper',
        'maintitle',
        'booktitle',
        'organization',
        'institution',
        'publisher',
      ),
      section: values('section'),
      // A day on which a page was looked up ("urldate") is no day of publication.
      published: [...values('date'), ...yearAndMonth(fields)],
      language: values('language', 'langid', 'hyphenation'),
      url: ['url', 'howpublished', 'note'].map((name) => ({ text: addressIn(raw(name)), at: `BibTeX ${name}` })),
    },
  }
}

function yearAndMonth(fields: ReadonlyMap<string, string>): RecordField[] {
  const year = textOfLatex(fields.get('year') ?? '').trim()
  const month = textOfLatex(fields.get('month') ?? '').trim()
  const day = textOfLatex(fields.get('day') ?? '').trim()
  if (year === '') return []
  const number = /^\d{1,2}$/.test(month)
  // BibTeX's manual writes a day into the month: "4~March" or "March 4".
  const inWords = `${/\d/.test(month) || day === '' ? '' : `${day} `}${month} ${year}`
  const iso = [year, month.padStart(2, '0'), ...(day === '' ? [] : [day.padStart(2, '0')])].join('-')
  const at = 'BibTeX year'
  return [
    { text: number ? iso : inWords.trim(), at: 'BibTeX month' },
    { text: year, at },
  ]
}

/** Names joined by "and"; one in braces is an organisation's and stays as it is. */
function peopleOf(source: string): string {
  return splitOutside(source.replace(/\s+/g, ' '), / and /y)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'others')
    .map((name) => (/^\{.*\}$/.test(name) ? textOfLatex(name) : personInOrder(textOfLatex(name))))
    .join(', ')
}

/** Divides where the separator stands outside of braces. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '{') depth += 1
    else if (text[at] === '}') depth -= 1
    else if (depth === 0) {
      separator.lastIndex = at
      const match = separator.exec(text)
      if (!match) continue
      parts.push(text.slice(from, at))
      from = at + match[0].length
      at = from - 1
    }
  }
  return [...parts, text.slice(from)]
}

const addressIn = (source: string): string =>
  /https?:\/\/[^\s{}]+/i.exec(
    source.replace(/\\([_%&#~$])/g, '$1').replace(/\{\\textasciitilde\}|\\textasciitilde ?/g, '~'),
  )?.[0] ?? ''

/**
 * Paths in a "file" field: "Full Text:files/12/a.pdf:application/pdf" in most programs, bare paths in others; semicolons
 * between files, a backslash before each sign that is part of a name.
 */
function filesOf(source: string): string[] {
  const text = source.replace(/\$\\backslash\$/g, '')
  return splitEscaped(text, ';').flatMap((file) => {
    const parts = splitEscaped(file, ':').map((part) => part.replace(/\\(.)/g, '$1').trim())
    if (parts.length === 1) return parts
    const drive = parts.findIndex((part, index) => /^[a-z]$/i.test(part) && /^[/\\]/.test(parts[index + 1] ?? ''))
    const joined =
      drive < 0 ? parts : [...parts.slice(0, drive), `${parts[drive]}:${parts[drive + 1]}`, ...parts.slice(drive + 2)]
    return [(joined.length >= 3 ? joined[1] : joined.find((part) => /\.\w{2,5}$/.test(part))) ?? '']
  })
}

const splitEscaped = (text: string, separator: ';' | ':'): string[] =>
  text.match(new RegExp(`(?:\\\\.|[^\\\\${separator}])+`, 'gs')) ?? []
