import type { DateExpression } from '../domain/date-expression'
import { parseDateInput } from '../domain/date-input'
import { datesIn } from '../services/date'
import { type Command, type Given, UsageError } from './command'
import { bodyText, extractFiles, isPassedOver, refusal } from './files'
import { type ExitStatus, type Io, print, printJson, statusOf } from './io'
import { messageOf } from './messages'
import { records, textField } from './ndjson'

export const datesCommand: Command = {
  name: 'dates',
  usage: 'FILE… | - [--published EDTF] [--json]',
  summary: 'Finds date expressions and resolves them against the publication date.',
  details: [
    '-                standard input: one JSON object a line, {id,published,text}; offsets are into its text',
    '--published EDTF the publication date of every file',
    '--json           one line per file: {id,dates:[{start,end,text,edtf,low,high,derivation,confidence}]}; offsets are',
    '                 UTF-16 units into the text that `extract` gives; edtf null: unresolved, with the reason',
  ],
  options: { published: { type: 'string' } },
  words: { least: 1, most: Number.POSITIVE_INFINITY },
  run: (given, io) => {
    const published = publishedOf(given.text('published'))
    if (!given.words.includes('-')) return datesOfFiles(given, io, published)
    if (given.words.length > 1) throw new UsageError('dates: - stands alone')
    return datesOfRecords(given, io, published)
  },
}

/** @throws UsageError */
function publishedOf(typed: string | undefined): string | null {
  if (typed === undefined) return null
  const edtf = parseDateInput(typed)
  if (edtf === null) throw new UsageError(`--published is not understood as a date: ${typed}`)
  return edtf
}

async function datesOfFiles(given: Given, io: Io, published: string | null): Promise<ExitStatus> {
  const extraction = io.startExtraction()
  let files = 0
  let refused = 0
  try {
    for await (const found of extractFiles(io, extraction, given.words)) {
      const { file } = found
      const isFailed = found.kind === 'refused' && !isPassedOver(found.failure)
      files += isFailed || found.kind !== 'refused' ? 1 : 0
      refused += isFailed ? 1 : 0
      if (found.kind === 'refused') {
        io.note(`${file}: ${messageOf(found.failure)}`)
        if (given.flag('json')) await printJson(io, refusal(file, found.failure))
      }
      if (found.kind !== 'article') continue
      const { article } = found
      const { metadata } = article
      const options = { published: published ?? metadata.published.value, language: metadata.language.value }
      await printDates(given, io, file, datesIn(bodyText(article), options))
    }
  } finally {
    extraction.close()
  }
  return files === 0 ? 3 : statusOf(files, refused)
}

async function datesOfRecords(given: Given, io: Io, published: string | null): Promise<ExitStatus> {
  let lines = 0
  let refused = 0
  for await (const { line, value } of records(io)) {
    lines += 1
    if (!value) {
      refused += 1
      io.note(`line ${line}: not a JSON object`)
      continue
    }
    const own = textField(value, 'published')
    const options = {
      published: (own === null ? null : parseDateInput(own)) ?? published,
      language: textField(value, 'language'),
    }
    await printDates(given, io, value.id ?? null, datesIn(typeof value.text === 'string' ? value.text : '', options))
  }
  return statusOf(lines, refused)
}

async function printDates(given: Given, io: Io, id: unknown, dates: readonly DateExpression[]): Promise<void> {
  if (given.flag('json')) return printJson(io, { id, dates: dates.map(asJson) })
  await print(io, String(id))
  for (const date of dates) {
    await print(io, `  ${date.text}: ${date.edtf ?? `not resolved (${reasonOf(date) ?? 'vague'})`}`)
  }
}

function asJson(date: DateExpression) {
  const { start, end, text, edtf, interval, derivation, confidence } = date
  const low = interval?.earliest ?? null
  const high = interval?.latest ?? null
  const resolved = { start, end, text, edtf, low, high, derivation, confidence }
  return edtf === null ? { ...resolved, reason: reasonOf(date) } : resolved
}

/** Why a date is not resolved: the last step says what it would need. */
const reasonOf = (date: DateExpression): string | null => date.derivation.at(-1)?.code ?? null
