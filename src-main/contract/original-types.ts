import type { HideReason, MetadataField } from '../domain/article'
import type { Sourced } from '../domain/origin'

/** Answers about the files that articles were made from. */

/** A piece of a paragraph that differs from its other form, or is the same in both. */
export type TextPart = { text: string; changed: boolean }

/** How a text read anew differs from the one that is there, in reading order. */
export type TextChange =
  /** So many paragraphs are the same. */
  | { kind: 'same'; count: number }
  | { kind: 'added' | 'removed'; text: string; hidden: boolean }
  | { kind: 'changed'; before: TextPart[]; after: TextPart[] }
  /** Hidden by one reading, shown by the other; `hidden` is how the new one has it. */
  | { kind: 'visibility'; text: string; hidden: boolean; reason: HideReason | null }

export type MetadataChange = { field: MetadataField; before: Sourced; after: Sourced }

/** What reading an original anew would change. What the researcher entered or hid by hand is no change. */
export type OriginalComparison = {
  articleId: number
  /** Version of the text that was compared. */
  version: number
  metadata: MetadataChange[]
  /** Empty where the text is the same. */
  text: TextChange[]
  /** Passages whose words the new text no longer has. */
  orphaned: number
}

export type ExportedOriginal = { file: string; sha256: string; bytes: number }
