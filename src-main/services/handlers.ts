import type { Handlers, LibraryMethodName, TrustedMethodName } from '../contract/methods'
import { type Noun, nouns } from '../contract/notifications'
import { affairHandlers } from './affair'
import { alignmentHandlers } from './alignment'
import { articleHandlers } from './article'
import { inBackground } from './background'
import { briefingHandlers } from './briefing'
import type { ServiceContext } from './context'
import { dateHandlers } from './date'
import { drawingHandlers } from './drawing'
import { eventHandlers } from './event'
import { eventOrderHandlers } from './event-order'
import { eventRows, eventRowsHandlers } from './event-rows'
import { eventTableHandlers } from './event-table'
import { createReviews, importHandlers } from './import'
import { layoutHandlers } from './layout'
import { libraryHandlers } from './library'
import { linkHandlers } from './link'
import { originalHandlers } from './original'
import { passageHandlers } from './passage'
import { passageEditHandlers } from './passage-edits'
import { passagePlaceHandlers } from './passage-places'
import { relatedInBackground } from './related-work'
import { relationHandlers } from './relation'
import { resolutionHandlers } from './resolution'
import { ruleHandlers } from './rule'
import { searchHandlers } from './search'
import { settingHandlers } from './setting'
import { sourceNameHandlers } from './source-name'
import { suggestionHandlers } from './suggestion'
import { tagHandlers } from './tag'
import { textHandlers } from './text'
import { timelineHandlers } from './timeline'
import { timelineFileHandlers } from './timeline-file'
import { watchHandlers } from './watch'

/** The noun that a table's rows belong to. Tables that are not named here belong to no answer by themselves. */
const nounOfTable: Readonly<Record<string, Noun>> = {
  op: 'library',
  article: 'article',
  article_tag: 'article',
  block: 'block',
  text_version: 'block',
  cleaning_rule: 'rule',
  passage: 'passage',
  passage_tag: 'passage',
  tag: 'tag',
  event: 'event',
  event_tag: 'event',
  event_actor: 'event',
  event_order: 'event',
  evidence: 'event',
  resolution: 'event',
  timeline: 'timeline',
  timeline_event: 'timeline',
  decision: 'suggestion',
  link: 'link',
  link_end: 'link',
  source_name: 'source',
  layout: 'layout',
  date_expression: 'suggestion',
  briefing: 'briefing',
  briefing_export: 'briefing',
  setting: 'setting',
}

/** All methods that the library process answers; changes are told to `context.notify` as the nouns that they touch. */
export function allHandlers(context: ServiceContext): Handlers<LibraryMethodName | TrustedMethodName> {
  const reviews = createReviews(context)
  const rows = eventRows(context.library)
  relatedInBackground(context)
  inBackground(context.library, rows.prepare)
  context.library.onChanged(({ tables, label }) => {
    const touched = new Set(tables.flatMap((table) => nounOfTable[table] ?? []))
    if (touched.size === 0) return
    context.notify({ kind: 'library.changed', nouns: nouns.filter((noun) => touched.has(noun)), label })
  })
  return {
    ...affairHandlers(context),
    ...alignmentHandlers(context),
    ...articleHandlers(context),
    ...briefingHandlers(context),
    ...dateHandlers(context),
    ...drawingHandlers(),
    ...eventHandlers(context),
    ...eventOrderHandlers(context, rows),
    ...eventRowsHandlers(rows),
    ...eventTableHandlers(context),
    ...importHandlers(context, reviews),
    ...layoutHandlers(context),
    ...libraryHandlers(context),
    ...linkHandlers(context),
    ...originalHandlers(context),
    ...passageHandlers(context),
    ...passageEditHandlers(context),
    ...passagePlaceHandlers(context),
    ...relationHandlers(context),
    ...resolutionHandlers(context),
    ...ruleHandlers(context),
    ...searchHandlers(context),
    ...settingHandlers(context),
    ...sourceNameHandlers(context),
    ...suggestionHandlers(context),
    ...tagHandlers(context),
    ...textHandlers(context),
    ...timelineHandlers(context, rows),
    ...timelineFileHandlers(context, rows),
    ...watchHandlers(context, reviews),
  }
}
