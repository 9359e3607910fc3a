import type { EarlierWording, TextHistory, TextVersion } from '../contract/text-types'
import { blockOrigins } from '../domain/text-history'
import type { Reader } from '../library/handle'
import { type BlockRecord, blocksOfVersion } from '../library/queries/block'
import { textVersions } from '../library/queries/text-version'
import { requireArticle } from './article-view'

/** The texts that an article had, and what each changed paragraph said in them. @throws `article/not-found` */
export function textHistory(reader: Reader, articleId: number): TextHistory {
  const { version: current, addedAt } = requireArticle(reader, articleId)
  const later = textVersions(reader, articleId)
  const versions: TextVersion[] = [{ version: 1, cause: 'import', at: addedAt }, ...later]
  const blocks = blocksOfVersion(reader, articleId, current)
  const traces = blocks.map(({ id, text }, index): Trace => ({ id, text, indices: [index], earlier: [] }))
  let after = blocks
  for (const change of [...later].reverse()) {
    const before = blocksOfVersion(reader, articleId, change.version - 1)
    goBack(traces, before, after, change)
    after = before
  }
  return {
    versions,
    changed: traces.flatMap(({ id, earlier }) => (earlier.length > 0 ? [{ blockId: id, earlier }] : [])),
  }
}

/** A present block, followed back through the versions: what it was made of, and its earlier wordings. */
type Trace = { id: number; text: string; indices: readonly number[]; earlier: EarlierWording[] }

function goBack(
  traces: readonly Trace[],
  before: readonly BlockRecord[],
  after: readonly BlockRecord[],
  { version, cause, at }: TextVersion,
): void {
  const origins = blockOrigins(before, after, cause !== 'extraction')
  for (const trace of traces) {
    const indices = [...new Set(trace.indices.flatMap((index) => origins[index] ?? []))].sort((a, b) => a - b)
    const text = indices.map((index) => before[index]?.text ?? '').join('\n')
    if (text !== trace.text) trace.earlier.push({ version: version - 1, text, cause, at })
    trace.indices = indices
    trace.text = text
  }
}
