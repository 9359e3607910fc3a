import { type KeyboardEvent, useDeferredValue, useMemo } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { anchored } from '../../../src-main/domain/anchor'
import type { Block } from '../../../src-main/domain/article'
import { correctBlock } from '../../../src-main/domain/text-edit'
import { KeyCap } from '../../commands/CommandButton'
import { act } from '../../data/act'
import { useOnce } from '../../data/use-once'
import { useText } from '../../i18n/i18n'
import { EscapeAgain, useEscape } from './form-parts'
import { toldOf } from './use-block-commands'
import { say } from './use-reader'

type Props = {
  text: ArticleText
  block: Block
  /** What it said when its correction was begun. */
  before: string
  draft: string
  onWrite: (draft: string) => void
  onDone: (blockId: number) => void
}

/** The text of a block as a field: Enter saves it, Escape leaves it as it was. It tells which passages would be lost. */
export function BlockEditor({ text, block, before, draft, onWrite, onDone }: Props) {
  const t = useText()
  const empty = draft.trim() === ''
  const save = useOnce(async () => {
    if (empty) return
    if (draft.trim() === block.text) return onDone(block.id)
    const corrected = await act('block.correct', { id: block.id, text: draft })
    if (!corrected) return
    onDone(corrected.blockId)
    say(toldOf(t, corrected, t('reader.block.corrected')))
  })
  const { isAsked, onEscape } = useEscape(draft !== before, () => onDone(block.id))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || onEscape(event) || event.key !== 'Enter' || event.shiftKey) return
    void save()
    event.preventDefault()
    event.stopPropagation()
  }
  const label = block.label === null ? t('reader.edit.fieldUnnumbered') : t('reader.edit.field', { label: block.label })
  return (
    <div className="block-editor" data-block-editor>
      <textarea
        className="field src"
        aria-label={label}
        autoFocus
        dir={block.direction}
        lang={text.article.metadata.language.value ?? undefined}
        spellCheck={false}
        value={draft}
        onChange={(event) => onWrite(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {block.text !== before && (
        <p className="field-error" role="status">
          {t('reader.edit.meanwhile', { text: shortened(block.text) })}
        </p>
      )}
      <EscapeAgain isAsked={isAsked} />
      <div className="under">
        <PassageFate text={text} block={block} draft={draft} />
        <button type="button" className="btn s" onClick={() => onDone(block.id)}>
          {t('app.cancel')} <KeyCap chord="Escape" />
        </button>
        <button type="button" className="btn s primary" disabled={empty} onClick={() => void save()}>
          {t('reader.edit.save')} <KeyCap chord="Enter" />
        </button>
      </div>
    </div>
  )
}

/** What a wording would mean for the passages of the block. */
function PassageFate({ text, block, draft }: Pick<Props, 'text' | 'block' | 'draft'>) {
  const t = useText()
  const wording = useDeferredValue(draft.trim())
  const { all, lost } = useMemo(() => fateOf(text, block, wording), [text, block, wording])
  if (wording === '') return <p className="field-error">{t('reader.edit.empty')}</p>
  const [first] = lost
  if (first) {
    return (
      <p className="field-error" role="status">
        {t('reader.edit.loses', { count: lost.length, quote: shortened(first) })}
      </p>
    )
  }
  return (
    <p className="sub" role="status">
      {all > 0 ? t('reader.edit.keeps', { count: all }) : t('reader.edit.keys')}
    </p>
  )
}

function fateOf(text: ArticleText, block: Block, wording: string): { all: number; lost: string[] } {
  const end = block.start + block.text.length
  const passages = text.passages.filter((p) => !p.orphaned && p.start < end && p.end > block.start)
  if (passages.length === 0 || wording === '') return { all: passages.length, lost: [] }
  const blocks = text.blocks.map((b) => ({ ...b, number: null }))
  const { change } = correctBlock(
    blocks,
    blocks.findIndex((b) => b.id === block.id),
    wording,
  )
  const lost = passages.filter((passage) => anchored(passage, change) === null)
  return { all: passages.length, lost: lost.map((passage) => passage.quote) }
}

const shortened = (quote: string): string => (quote.length > 60 ? `${quote.slice(0, 59).trimEnd()}…` : quote)
