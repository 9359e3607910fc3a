import { ChevronDown, ChevronUp, ListOrdered, Quote, TextAlignCenter, Trash2 } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { BriefingBlock } from '../../../src-main/domain/briefing'
import { useText } from '../../i18n/i18n'
import './blocks.css'
import { CitePicker } from './CitePicker'
import { QuotesBlock } from './QuotesBlock'
import { TimelineBlock } from './TimelineBlock'
import type { Draft, DraftBlock } from './use-briefing'

type Props = { draft: Draft; entry: DraftBlock; index: number; unsourced: readonly string[]; stale: readonly number[] }

/** One block of the note, as its kind is edited. */
export function BlockEditor({ draft, entry, index, unsourced, stale }: Props) {
  const { key, block } = entry
  const change = (next: BriefingBlock, typed: boolean): void => draft.replace(key, next, typed)
  const tools = <BlockTools draft={draft} entry={entry} index={index} />
  return (
    <div className={`blk-ed ${block.kind}`} data-block={index}>
      {block.kind === 'heading' && <HeadingBlock block={block} onChange={change} onBlur={draft.save} tools={tools} />}
      {block.kind === 'text' && (
        <TextBlock block={block} unsourced={unsourced} onChange={change} onBlur={draft.save} tools={tools} />
      )}
      {block.kind === 'quotes' && (
        <Boxed kind="quotes" icon={<Quote />} tools={tools}>
          <QuotesBlock block={block} stale={stale} onChange={(next) => change(next, false)} />
        </Boxed>
      )}
      {block.kind === 'timeline' && (
        <Boxed kind="timeline" icon={<TextAlignCenter />} tools={tools}>
          <TimelineBlock block={block} onChange={(next) => change(next, false)} />
        </Boxed>
      )}
      {block.kind === 'sources' && <SourcesBlock tools={tools} />}
    </div>
  )
}

function SourcesBlock({ tools }: { tools: ReactNode }) {
  const t = useText()
  return (
    <Boxed kind="sources" icon={<ListOrdered />} tools={tools}>
      <p className="hint">{t('briefing.editor.sourcesLine')}</p>
    </Boxed>
  )
}

type BoxedProps = { kind: BriefingBlock['kind']; icon: ReactNode; tools: ReactNode; children: ReactNode }

function Boxed({ kind, icon, tools, children }: BoxedProps) {
  const t = useText()
  return (
    <fieldset className="evb" aria-label={t(`briefing.kind.${kind}`)}>
      <header>
        {icon}
        <h3>{t(`briefing.kind.${kind}`)}</h3>
        <span className="grow" />
        {tools}
      </header>
      {children}
    </fieldset>
  )
}

type HeadingBlockType = Extract<BriefingBlock, { kind: 'heading' }>
type FieldProps<B> = {
  block: B
  onChange: (next: B, typed: boolean) => void
  onBlur: () => unknown
  tools: ReactNode
}

function HeadingBlock({ block, onChange, onBlur, tools }: FieldProps<HeadingBlockType>) {
  const t = useText()
  const other = block.level === 2 ? 3 : 2
  return (
    <div className="md heading-line">
      <button
        type="button"
        className="mk"
        title={t('briefing.editor.level')}
        aria-label={`${t('briefing.editor.level')} ${block.level}`}
        onClick={() => onChange({ ...block, level: other }, false)}
      >
        {'#'.repeat(block.level)}
      </button>
      <input
        data-main
        aria-label={t('briefing.editor.headingField')}
        placeholder={t('briefing.editor.headingField')}
        dir="auto"
        value={block.text}
        onChange={(event) => onChange({ ...block, text: event.target.value }, true)}
        onBlur={() => void onBlur()}
      />
      {tools}
    </div>
  )
}

type TextBlockType = Extract<BriefingBlock, { kind: 'text' }>

function TextBlock({
  block,
  unsourced,
  onChange,
  onBlur,
  tools,
}: FieldProps<TextBlockType> & { unsourced: readonly string[] }) {
  const t = useText()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [citing, setCiting] = useState(false)
  const missing = unsourced.filter((text) => block.markdown.includes(text))
  const cite = (passageId: number): void => {
    const at = area.current?.selectionEnd ?? block.markdown.length
    onChange({ ...block, markdown: `${block.markdown.slice(0, at)}[@${passageId}]${block.markdown.slice(at)}` }, false)
    setCiting(false)
    requestAnimationFrame(() => area.current?.focus())
  }
  return (
    <div className="md text-block">
      <div className="text-grow" data-value={block.markdown}>
        <textarea
          ref={area}
          id={id}
          data-main
          rows={2}
          aria-label={t('briefing.editor.textField')}
          placeholder={t('briefing.editor.textHint')}
          dir="auto"
          value={block.markdown}
          onChange={(event) => onChange({ ...block, markdown: event.target.value }, true)}
          onBlur={() => void onBlur()}
        />
      </div>
      <div className="text-tools">
        <button type="button" className="btn s quiet" onClick={() => setCiting(true)}>
          <Quote className="s14" />
          {t('briefing.editor.cite')}
        </button>
        {missing.length > 0 && <span className="ms">{t('briefing.checks.unsourced', { count: missing.length })}</span>}
        <span className="grow" />
        {tools}
      </div>
      {citing && <CitePicker onChoose={cite} onClose={() => setCiting(false)} />}
    </div>
  )
}

function BlockTools({ draft, entry, index }: { draft: Draft; entry: DraftBlock; index: number }) {
  const t = useText()
  const tool = (label: string, icon: ReactNode, run: () => void, disabled = false) => (
    <button
      type="button"
      className="btn s icon quiet"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={run}
    >
      {icon}
    </button>
  )
  const last = index === draft.blocks.length - 1
  return (
    <span className="blk-tools">
      {tool(t('briefing.editor.up'), <ChevronUp className="s14" />, () => draft.move(entry.key, -1), index === 0)}
      {tool(t('briefing.editor.down'), <ChevronDown className="s14" />, () => draft.move(entry.key, 1), last)}
      {tool(t('briefing.editor.remove'), <Trash2 className="s14" />, () => draft.remove(entry.key))}
    </span>
  )
}
