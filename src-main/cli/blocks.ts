import { type Block, type ExtractedBlock, paragraphLabels } from '../domain/article'
import { importNumbers } from '../services/article-view'

/** A block with the number under which people cite it, null for blocks without one. */
export type LabelledBlock = Pick<Block, 'kind' | 'text' | 'hidden' | 'reason' | 'label'>

/** Blocks with the paragraph numbers that an import gives them. */
export function labelled(blocks: readonly ExtractedBlock[]): LabelledBlock[] {
  const numbers = importNumbers(blocks)
  const labels = paragraphLabels(blocks.map((block, at) => ({ ...block, number: numbers[at] ?? null })))
  return blocks.map((block, at) => ({ ...block, label: labels[at] ?? null }))
}

export const blockJson = ({ label: paragraph, kind, text, hidden, reason }: LabelledBlock) => ({
  paragraph,
  kind,
  text,
  hidden,
  reason,
})

/** A block on a line of its own, behind its paragraph number or what else it is. */
export function blockLine({ label, kind, text, hidden, reason }: LabelledBlock): string {
  const what = hidden ? `hidden: ${reason}` : kind === 'paragraph' && label !== null ? null : kind
  return `  [${[label, what].filter((part) => part !== null).join(' ')}] ${text}`
}
