import type { BriefingBlock } from '../domain/briefing'
import type { Writer } from '../library/handle'
import { allBriefings, briefingById, updateBriefing } from '../library/queries/briefing'

/** Puts other passages in the place of one in all briefings, inside an operation: among chosen quotes and where it is cited. */
export function replaceCited(
  writer: Writer,
  { from, to, at }: { from: number; to: readonly number[]; at: string },
): void {
  for (const { id } of allBriefings(writer)) {
    const briefing = briefingById(writer, id)
    if (!briefing) continue
    const blocks = briefing.blocks.map((block) => replacedIn(block, from, to))
    if (JSON.stringify(blocks) === JSON.stringify(briefing.blocks)) continue
    updateBriefing(writer, { ...briefing, blocks, updatedAt: at })
  }
}

function replacedIn(block: BriefingBlock, from: number, to: readonly number[]): BriefingBlock {
  if (block.kind === 'quotes') {
    const passageIds = block.passageIds.flatMap((id) => (id === from ? to : [id]))
    return { ...block, passageIds: [...new Set(passageIds)] }
  }
  if (block.kind !== 'text' || !block.markdown.includes(mark(from))) return block
  const markdown = block.markdown.replaceAll(mark(from), to.map(mark).join(''))
  return { ...block, markdown: markdown.replace(/(\[@\d{1,15}\])\1+/g, '$1') }
}

/** How a text cites a passage. */
const mark = (passageId: number): string => `[@${passageId}]`
