import { useMemo } from 'react'
import type { ArticleText, Passage, TagRow } from '../../../src-main/contract/types'
import type { Block } from '../../../src-main/domain/article'
import type { TagColour } from '../../../src-main/domain/tag'
import { CommandKey } from '../../commands/CommandButton'
import { useAnswer } from '../../data/queries'
import { useCite } from '../../i18n/cite'
import { useText } from '../../i18n/i18n'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { Swatch } from '../../ui/TagChip'
import { stretches } from './underline'
import './preview.css'

/** The text of the current article, as Read would show it, without leaving the table. */
export function Preview({ articleId }: { articleId: number | null }) {
  const t = useText()
  const cite = useCite()
  const text = useAnswer('article.text', articleId === null ? null : { id: articleId }, { keepPrevious: true }).data
  return (
    <section className="lib-preview" aria-label={t('library.preview.title')} data-region>
      <header className="lib-bar">
        <h2>{t('library.preview.title')}</h2>
        <span className="t trunc">
          <bdi>{text && articleId !== null ? cite({ outlet: text.article.metadata.outlet.value }) : ''}</bdi>
        </span>
        <span className="grow" />
        <span className="t lib-hint">
          {t('library.preview.look')} <CommandKey id="article.preview" />
        </span>
        <span className="t lib-hint">
          {t('library.preview.read')} <CommandKey id="article.open" />
        </span>
      </header>
      {text && articleId !== null && <PreviewText key={text.article.id} text={text} />}
    </section>
  )
}

function PreviewText({ text }: { text: ArticleText }) {
  const t = useText()
  const tags = useAnswer('tag.list', {}).data
  const tagById = useMemo(() => new Map(tags?.map((tag) => [tag.id, tag])), [tags])
  const { metadata, standIn } = text.article
  const lang = metadata.language.value ?? ''
  const tagged = text.passages.filter((p) => !p.orphaned && p.tagIds.length > 0)
  const shown = text.blocks.filter((block) => !block.hidden && !metadataKinds.has(block.kind))
  return (
    <ScrollRegion className="lib-text" label={t('library.preview.text')} dir={shown[0]?.direction ?? 'ltr'}>
      <h3 className={`src ${metadata.title.value === null ? 'standin' : ''}`} dir="auto" lang={lang}>
        {metadata.title.value ?? standIn}
      </h3>
      {metadata.title.value === null && <p className="sub">{t('cite.untitled')}</p>}
      {metadata.subtitle.value !== null && (
        <p className="src stand" dir="auto" lang={lang}>
          {metadata.subtitle.value}
        </p>
      )}
      {shown.map((block) => (
        <PreviewBlock key={block.id} block={block} lang={lang} passages={tagged} tagById={tagById} />
      ))}
    </ScrollRegion>
  )
}

const metadataKinds: ReadonlySet<string> = new Set(['title', 'subtitle', 'byline', 'date'])

type BlockProps = { block: Block; lang: string; passages: readonly Passage[]; tagById: ReadonlyMap<number, TagRow> }

function PreviewBlock({ block, lang, passages, tagById }: BlockProps) {
  const here = stretches(block.text, block.start, passages)
  const tagIds = [...new Set(here.flatMap((s) => s.passages.flatMap((p) => p.tagIds)))]
  return (
    <div className="lib-block" data-kind={block.kind}>
      <span className="pn">{block.label}</span>
      <p className="src" dir="auto" lang={lang}>
        {here.map((stretch) => (
          <Underlined key={stretch.start} text={stretch.text} colours={coloursOf(stretch.passages, tagById)} />
        ))}
      </p>
      {tagIds.length > 0 && (
        <ul className="mg">
          {tagIds.map((id) => {
            const tag = tagById.get(id)
            return (
              tag && (
                <li key={id}>
                  <Swatch colour={tag.colour} />
                  <span className="trunc">
                    <bdi>{tag.name}</bdi>
                  </span>
                </li>
              )
            )
          })}
        </ul>
      )}
    </div>
  )
}

/** The hues of the first three tags on a stretch of text. */
function coloursOf(passages: readonly Passage[], tagById: ReadonlyMap<number, TagRow>): TagColour[] {
  const ids = [...new Set(passages.flatMap((p) => p.tagIds))]
  return ids.flatMap((id) => tagById.get(id)?.colour ?? []).slice(0, 3)
}

/** Text under one line for each tag, the lines one below the other. */
function Underlined({ text, colours }: { text: string; colours: readonly TagColour[] }) {
  const outer = colours.at(-1)
  if (!outer) return text
  return (
    <span className="lib-tagged" data-tag={outer} data-level={colours.length}>
      <Underlined text={text} colours={colours.slice(0, -1)} />
    </span>
  )
}
