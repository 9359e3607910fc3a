import { blockStarts, type ExtractedBlock } from '../domain/article'
import { type ReadyRule, readyRules, ruledVisibility, type Visibility } from '../domain/cleaning-rule'
import type { Reader, Writer } from '../library/handle'
import { articlesByIds } from '../library/queries/article'
import { type BlockRecord, blocksOfArticles, setBlockVisibility, shortBlocks } from '../library/queries/block'
import { rulesOfOutlet } from '../library/queries/rule'
import { quotedSpans } from '../library/queries/text-version'
import { grouped } from './source'
import { inBatches, settleTexts } from './text-facts'

/**
 * Hides in a text that is not in the library yet what the rules of its outlet hide. The result is written by
 * `insertBlocks`, which keeps by which rule each block is hidden. A visible block that keeps its `ruleId` counts as
 * restored by hand: the rule does not hide it again.
 * @param outlet null where it is not known: then no rule holds
 */
export function applyRules(
  reader: Reader,
  outlet: string | null,
  blocks: readonly ExtractedBlock[],
): (ExtractedBlock & { ruleId: number | null })[] {
  const rules = rulesFor(reader, outlet)
  return blocks.map((block) => {
    const ruled = { ...block, ruleId: null }
    return rules.length === 0 ? ruled : { ...ruled, ...ruledVisibility(ruled, rules, false) }
  })
}

const rulesFor = (reader: Reader, outlet: string | null): ReadyRule[] =>
  outlet === null ? [] : readyRules(rulesOfOutlet(reader, outlet))

/** A block, whether a passage touches it, and what the rules make of it. */
export type Ruled = { block: BlockRecord; isQuoted: boolean; wanted: Visibility }

/**
 * What the given rules make of the blocks of articles, article by article. Blocks that are too long for every rule are
 * left out; texts are large, so articles are read in batches.
 */
export function* ruledBlocks(
  reader: Reader,
  articleIds: readonly number[],
  rulesOf: (articleId: number) => readonly ReadyRule[],
): Generator<Ruled[], void> {
  for (const some of inBatches(articleIds)) {
    const longest = Math.max(0, ...some.flatMap((id) => rulesOf(id).map((rule) => rule.longest)))
    const quoted = quotedBlocks(reader, some)
    for (const [articleId, blocks] of grouped(shortBlocks(reader, some, longest), (block) => block.articleId)) {
      const rules = rulesOf(articleId)
      yield blocks.map((block) => {
        const isQuoted = quoted.has(block.id)
        return { block, isQuoted, wanted: ruledVisibility(block, rules, isQuoted) }
      })
    }
  }
}

/** Ids of blocks that a passage touches. Only of articles with passages all blocks have to be read. */
function quotedBlocks(reader: Reader, articleIds: readonly number[]): Set<number> {
  const passages = quotedSpans(reader, articleIds)
  const quoted = new Set<number>()
  for (const [articleId, blocks] of grouped(blocksOfArticles(reader, [...passages.keys()]), (one) => one.articleId)) {
    const starts = blockStarts(blocks)
    for (const [index, { id, text }] of blocks.entries()) {
      const start = starts[index] ?? 0
      const isTouched = passages.get(articleId)?.some((span) => span.start < start + text.length && span.end > start)
      if (isTouched) quoted.add(id)
    }
  }
  return quoted
}

const differs = ({ block, wanted }: Ruled): boolean =>
  block.hidden !== wanted.hidden || block.ruleId !== wanted.ruleId || block.reason !== wanted.reason

/** Articles of one step, which take some 10 ms. */
const stepArticles = 10

/** Hides and restores blocks of articles until they are as the rules of their outlets want them. */
export function reapplyRules(writer: Writer, articleIds: readonly number[]): void {
  for (const _ of reapplying(writer, articleIds));
}

/** As {@link reapplyRules}, step by step. @returns how many articles are done, after each step */
export function* reapplying(writer: Writer, articleIds: readonly number[]): Generator<number, void> {
  for (let done = 0; done < articleIds.length; ) {
    const some = articleIds.slice(done, done + stepArticles)
    reapplyTo(writer, some)
    done += some.length
    yield done
  }
}

function reapplyTo(writer: Writer, articleIds: readonly number[]): void {
  const byOutlet = new Map<string | null, ReadyRule[]>()
  const outlets = new Map<number, string | null>()
  for (const { id, metadata } of articlesByIds(writer, articleIds)) outlets.set(id, metadata.outlet.value)
  const rulesOf = (articleId: number): ReadyRule[] => {
    const outlet = outlets.get(articleId) ?? null
    const rules = byOutlet.get(outlet) ?? rulesFor(writer, outlet)
    byOutlet.set(outlet, rules)
    return rules
  }
  const changed = new Set<number>()
  for (const blocks of ruledBlocks(writer, articleIds, rulesOf)) {
    for (const ruled of blocks.filter(differs)) {
      setBlockVisibility(writer, ruled.block.id, ruled.wanted)
      changed.add(ruled.block.articleId)
    }
  }
  settleTexts(writer, [...changed])
}

/** The rule of its outlet that would hide a block, so that restoring it by hand can be remembered. */
export function ruleAgainst(reader: Reader, outlet: string | null, block: BlockRecord): number | null {
  const wanted = ruledVisibility(
    { ...block, hidden: false, reason: null, ruleId: null },
    rulesFor(reader, outlet),
    false,
  )
  return wanted.ruleId
}
