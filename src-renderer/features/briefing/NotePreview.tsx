import type { Nodes, Parents, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { Fragment, type ReactNode, useMemo } from 'react'
import { act } from '../../data/act'
import { useText } from '../../i18n/i18n'

/** The note as a reader of the exported file sees it: the same Markdown, parsed and shown. Nothing in it can run. */
export function NotePreview({ markdown, onFootnote }: { markdown: string; onFootnote: (label: string) => void }) {
  const t = useText()
  const root = useMemo(() => parse(markdown), [markdown])
  const footnote = (label: string): ReactNode => (
    <sup key={label}>
      <button
        type="button"
        aria-label={t('briefing.preview.footnote', { number: label })}
        onClick={() => onFootnote(label)}
      >
        {label}
      </button>
    </sup>
  )
  return <div className="note">{children(root, footnote)}</div>
}

const parse = (markdown: string): Root =>
  fromMarkdown(markdown, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  })

type Footnote = (label: string) => ReactNode

const children = (parent: Parents, footnote: Footnote): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: a parsed tree has no other identity, and is shown whole
  parent.children.map((child, i) => <Fragment key={i}>{node(child, footnote)}</Fragment>)

function node(n: Nodes, footnote: Footnote): ReactNode {
  switch (n.type) {
    case 'text':
      return n.value
    case 'paragraph':
      return <p dir="auto">{children(n, footnote)}</p>
    case 'heading': {
      const Heading = `h${Math.min(n.depth + 1, 6)}` as 'h2'
      return (
        <Heading data-depth={n.depth} dir="auto">
          {children(n, footnote)}
        </Heading>
      )
    }
    case 'blockquote':
      return <blockquote className="src">{children(n, footnote)}</blockquote>
    case 'list':
      return n.ordered ? <ol>{children(n, footnote)}</ol> : <ul>{children(n, footnote)}</ul>
    case 'listItem':
      return <li>{children(n, footnote)}</li>
    case 'table':
      return <NoteTable rows={n.children.map((row) => row.children.map((cell) => children(cell, footnote)))} />
    case 'emphasis':
      return <em>{children(n, footnote)}</em>
    case 'strong':
      return <strong>{children(n, footnote)}</strong>
    case 'delete':
      return <s>{children(n, footnote)}</s>
    case 'inlineCode':
      return <code>{n.value}</code>
    case 'code':
      return <pre>{n.value}</pre>
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'link':
      return (
        <button type="button" className="link" title={n.url} onClick={() => void act('shell.openLink', { url: n.url })}>
          {children(n, footnote)}
        </button>
      )
    case 'footnoteReference':
      return footnote(n.label ?? n.identifier)
    case 'html':
      return n.value
    default:
      return null
  }
}

function NoteTable({ rows }: { rows: ReactNode[][] }) {
  const [head = [], ...body] = rows
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a parsed table
            <th key={i} scope="col" dir="auto">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a parsed table
          <tr key={i}>
            {row.map((cell, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a parsed table
              <td key={j} dir="auto">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
