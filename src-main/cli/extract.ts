import { metadataFields } from '../domain/article'
import type { ExtractedArticle } from '../domain/extraction'
import { blockJson, blockLine, labelled } from './blocks'
import type { Command } from './command'
import { bodyText, extractFiles, fileHelp, isPassedOver, named, refusal } from './files'
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
    '        refused files: {file,code,message}',
  ],
  options: {},
  words: { least: 1, most: Number.POSITIVE_INFINITY },
  async run(given, io) {
    const extraction = io.startExtraction()
    let files = 0
    let refused = 0
    try {
      for await (const { file, article, failure } of extractFiles(io, extraction, given.words)) {
        const passedOver = failure !== null && isPassedOver(failure)
        files += passedOver ? 0 : 1
        if (failure) {
          refused += passedOver ? 0 : 1
          io.note(`${file}: ${messageOf(failure)}`)
          if (given.flag('json')) await printJson(io, refusal(file, failure))
        } else if (given.flag('json')) await printJson(io, asJson(file, article))
        else await printArticle(io, file, article)
      }
    } finally {
      extraction.close()
    }
    return files === 0 ? 3 : statusOf(files, refused)
  },
}

function asJson(file: string, article: ExtractedArticle) {
  const { metadata, partial } = article
  const values = Object.fromEntries(metadataFields.map((field) => [field, metadata[field].value]))
  const origins = Object.fromEntries(
    metadataFields.map((field) => {
      const { origin, confidence, evidence } = metadata[field]
      return [field, { origin, confidence, evidence }]
    }),
  )
  return {
    file,
    part: article.part,
    ...values,
    blocks: labelled(article.blocks).map(blockJson),
    text: bodyText(article),
    origins,
    ...(partial === null ? {} : { partial }),
  }
}

async function printArticle(io: Io, file: string, article: ExtractedArticle): Promise<void> {
  await print(io, named(file, article.part))
  for (const field of metadataFields) await print(io, fieldLine(field, article.metadata[field]))
  for (const block of labelled(article.blocks)) await print(io, blockLine(block))
}
