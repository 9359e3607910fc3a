import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sampleDay } from '../contract/sample'
import type { Event } from '../contract/types'
import type { BriefingBlock } from '../domain/briefing'
import { ExpectedError } from '../domain/error'
import { withToday } from '../domain/extraction'
import { articleHandlers } from '../services/article'
import { briefingHandlers, exportBriefing } from '../services/briefing'
import type { ServiceContext } from '../services/context'
import { eventHandlers } from '../services/event'
import { passageHandlers } from '../services/passage'
import { loadSources, wholeSentences } from '../services/source'
import { acceptConfident } from '../services/suggestion'
import { tagArticles, tagHandlers } from '../services/tag'
import { type Command, required } from './command'
import { importFiles } from './importer'
import { type Io, print, printJson } from './io'
import { createLibraryAt } from './library'
import { messageOf } from './messages'

/** What the demonstration does with the sample articles, which `resources/sample` explains. */
const undated = { outlet: 'The Lindhaven Post', published: '14 March 2031' }
const articleTags = [
  { name: 'Affair/Closing of the lock', query: '"Velda Lock"' },
  { name: 'Affair/Flood', query: 'Hask embankment' },
]
const passageTags = [
  { name: 'Figures/Barges waiting', pattern: /\d[\d,]* barges|true number is \d+|\d+ مركب/gu },
  { name: 'Figures/People who left', pattern: /\d[\d,]* (?:people|residents)|\d+ ألف شخص/gu },
  { name: 'Figures/Tolls owed', pattern: /million crowns|مليون كراون/gu },
]
/** Happenings that the suggestions keep apart: told in two languages, or with dates that differ. */
const takeover = /took control of the eastern gates|سيطر حرس الحدود/u
const breach = /embankment at Hask (?:gave|had given) way|انهار السد الترابي/u
const confidence = 0.5

export const demoCommand: Command = {
  name: 'demo',
  usage: '--out DIR [--json]',
  summary: 'Does the whole job on the sample articles: library, tags, timeline, briefing.',
  details: ['--out DIR  where the library and the note are written', '--json     {files}'],
  options: { out: { type: 'string' } },
  words: { least: 0, most: 0 },
  run: async (given, io) => {
    const folder = resolve(io.folder, required(given, 'out'))
    mkdirSync(folder, { recursive: true })
    const library = join(folder, 'sample.collate')
    const note = join(folder, 'briefing.md')
    await createLibraryAt(library, io, (context) => wholeJob(context, io, note))
    const files = [library, note]
    if (given.flag('json')) await printJson(io, { files })
    else for (const file of files) await print(io, file)
    return 0
  },
}

async function wholeJob(context: ServiceContext, io: Io, note: string): Promise<void> {
  const articles = await importSample(context, io)
  io.note(`${articles.length} articles imported`)
  setUndated(context, articles)
  for (const { name, query } of articleTags) {
    const sort = { by: 'added', descending: false } as const
    tagArticles(context, name, articleHandlers(context)['article.ids']({ filter: { query }, sort }))
  }
  const marked = passageTags.flatMap(({ name, pattern }) => markSentences(context, articles, name, pattern))
  io.note(`${marked.length} passages tagged`)
  io.note(`${await acceptConfident(context, confidence)} events accepted`)
  for (const happening of [takeover, breach]) mergeEvents(context, happening)
  const events = eventHandlers(context)['event.list']({})
  const briefings = briefingHandlers(context)
  const { id } = briefings['briefing.create']({ title: 'Velda Lock: closing and flood, March 2031' })
  briefings['briefing.save']({ id, blocks: noteBlocks(context, events, marked) })
  exportBriefing(context, { id, path: note, replace: false })
}

/** @returns the ids of the articles, in order of their file names */
async function importSample(context: ServiceContext, io: Io): Promise<number[]> {
  const names = readdirSync(io.sampleFolder).filter((name) => name !== 'README.md')
  const paths = names.sort().map((name) => join(io.sampleFolder, name))
  const dated = { ...context, extract: withToday(context.extract, () => sampleDay) }
  const { imported, refused } = await importFiles(dated, io, paths, {
    edits: {},
    stopped: new AbortController().signal,
  })
  const [problem] = refused
  if (problem) {
    io.note(`${problem.file}: ${messageOf(problem.failure)}`)
    throw new ExpectedError(problem.failure.code, problem.failure.params)
  }
  return imported.map((one) => one.article)
}

/** One sample says neither when nor by whom it was published: that is set by hand. */
function setUndated(context: ServiceContext, articles: readonly number[]): void {
  const handlers = articleHandlers(context)
  const ids = articles.filter((id) => handlers['article.get']({ id }).metadata.published.value === null)
  if (ids.length > 0) handlers['article.set']({ ids, edits: undated })
}

/** Tags every sentence in which a pattern is found. @returns the passages */
function markSentences(
  context: ServiceContext,
  articles: readonly number[],
  name: string,
  pattern: RegExp,
): { id: number; tagId: number }[] {
  const { id: tagId } = tagHandlers(context)['tag.create']({ name })
  const sources = [...loadSources(context.library.reader, articles).values()]
  const create = passageHandlers(context)['passage.create']
  const spans = sources.flatMap((source) =>
    source.blocks
      .filter((block) => block.label !== null)
      .flatMap((block) =>
        [...source.text.slice(block.start, block.end).matchAll(pattern)].map((match) => {
          const start = block.start + match.index
          return { articleId: source.id, ...wholeSentences(source, { start, end: start + match[0].length }) }
        }),
      ),
  )
  const ids = spans.map((span) => create({ ...span, tagIds: [tagId] }).id)
  return [...new Set(ids)].map((id) => ({ id, tagId }))
}

/** Merges the events that tell of one happening into the first of them. */
function mergeEvents(context: ServiceContext, happening: RegExp): void {
  const handlers = eventHandlers(context)
  const [first, ...others] = handlers['event.list']({}).filter((event) =>
    event.evidence.some((one) => happening.test(one.passage.quote)),
  )
  if (!first) return
  for (const other of others) handlers['event.merge']({ from: other.id, into: first.id })
}

function noteBlocks(
  context: ServiceContext,
  events: readonly Event[],
  marked: readonly { id: number; tagId: number }[],
): BriefingBlock[] {
  const takeovers = events.flatMap((event) => event.evidence.filter((one) => takeover.test(one.passage.quote)))
  const taken = cited(takeovers.map((one) => one.passage.id))
  const figures = tagHandlers(context)
    ['tag.list']()
    .filter((tag) => marked.some((one) => one.tagId === tag.id))
  return [
    { kind: 'heading', level: 2, text: 'Summary' },
    {
      kind: 'text',
      markdown: [
        `Osmeran border guards took control of the eastern gates of Velda Lock on 11 March 2031.${taken}`,
        `How many barges waited, how many people left Hask and what is owed differs from source to source.${cited(marked.map((one) => one.id))}`,
      ].join('\n\n'),
    },
    { kind: 'heading', level: 2, text: 'What happened' },
    { kind: 'timeline', eventIds: null },
    { kind: 'heading', level: 2, text: 'Figures that differ' },
    ...figures.flatMap((tag): BriefingBlock[] => [
      { kind: 'heading', level: 3, text: tag.name },
      { kind: 'quotes', tagId: tag.id, passageIds: [] },
    ]),
    { kind: 'heading', level: 2, text: 'Sources' },
    { kind: 'sources' },
  ]
}

const cited = (passageIds: readonly number[]): string => [...new Set(passageIds)].map((id) => `[@${id}]`).join('')
