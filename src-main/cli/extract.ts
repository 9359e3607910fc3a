import { metadataFields } from '../domain/article'
import type { ExtractedArticle, GivenMetadata, Reference } from '../domain/extraction'
import { unknownValue } from '../domain/origin'
import { blockJson, blockLine, labelled } from './blocks'
import type { Command } from './command'
import { bodyText, type ExtractedFile, extractFiles, fileHelp, isPassedOver, named, refusal } from './files'
import { type Io, print, printJson, statusOf } from './io'
import { messageOf } from './messages'
import { fieldLine } from './show'

export const extractCommand: Command = {
  name: 'extract',
  usage: 'FILE… [--json]',
  summary: 'Shows what an import of the files would find. No library is touched.',
  details: [
    ...fileHelp,
    '--json  one line per article: {file,part,title,subtitle,byline,outlet,section,published,updated,language,url,',
    '        blocks:[{paragraph,kind,text,hidden,reason}],text,origins}; text is the visible body joined by blank lines;',
    '        entries of bibliographies: {file,key,attachments,title,…,origins}, which an import joins to their files;',
    '        refused files: {file,code,message}',
  ],
  options: {},
  words: { least: 1, most: Number.POSITIVE_INFINITY },
  async run(given, io) {
    const extraction = io.startExtraction()
    let files = 0
    let refused = 0
    try {
      for await (const found of extractFiles(io, extraction, given.words)) {
        const isFailed = found.kind === 'refused' && !isPassedOver(found.failure)
        files += isFailed || found.kind !== 'refused' ? 1 : 0
        refused += isFailed ? 1 : 0
        if (found.kind === 'refused') io.note(`${found.file}: ${messageOf(found.failure)}`)
        await (given.flag('json') ? printJson(io, asJson(found)) : printFound(io, found))
      }
    } finally {
      extraction.close()
    }
    return files === 0 ? 3 : statusOf(files, refused)
  },
}

function asJson(found: ExtractedFile) {
  const { file } = found
  if (found.kind === 'refused') return refusal(file, found.failure)
  if (found.kind === 'reference') {
    const { key, attachments, given } = found.reference
    return { file, key, attachments, ...metadataJson(given) }
  }
  const { part, metadata, partial, blocks } = found.article
  const { origins, ...values } = metadataJson(metadata)
  return {
    file,
    part,
    ...values,
    blocks: labelled(blocks).map(blockJson),
    text: bodyText(found.article),
    origins,
    ...(partial === null ? {} : { partial }),
  }
}

/** Values by field, null where there is none, and where they are from. */
function metadataJson(metadata: GivenMetadata) {
  const known = metadataFields.map((field) => [field, metadata[field] ?? unknownValue] as const)
  const origins = known.map(([field, { origin, confidence, evidence }]) => [field, { origin, confidence, evidence }])
  return {
    ...Object.fromEntries(known.map(([field, { value }]) => [field, value])),
    origins: Object.fromEntries(origins),
  }
}

async function printFound(io: Io, found: ExtractedFile): Promise<void> {
  if (found.kind === 'article') await printArticle(io, found.file, found.article)
  if (found.kind === 'reference') await printReference(io, found.file, found.reference)
}

async function printReference(io: Io, file: string, { key, attachments, given }: Reference): Promise<void> {
  await print(io, named(file, key))
  await print(io, `  belongs to: ${attachments.length === 0 ? 'no file' : attachments.join(', ')}`)
  for (const field of metadataFields) {
    const value = given[field]
    if (value) await print(io, fieldLine(field, value))
  }
}

async function printArticle(io: Io, file: string, article: ExtractedArticle): Promise<void> {
  await print(io, named(file, article.part))
  for (const field of metadataFields) await print(io, fieldLine(field, article.metadata[field]))
  for (const block of labelled(article.blocks)) await print(io, blockLine(block))
}
