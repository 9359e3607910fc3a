import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedText, seeded } from './generated'
import { type PlainArticle, wrappings } from './wrapped'
import { pdfOf } from './wrapped-pdf'

/** What lies in a folder of many files, and what a review makes of it. */
export type MixedFolder = { path: string; files: number; articles: number; duplicates: number; broken: number }

/** Items of the folder's one feed. */
const feedItems = 25

const textOf = ({ title, outlet, paragraphs }: PlainArticle): string =>
  `${title}\n\n${outlet}, 12 March 2031\n\n${paragraphs.join('\n\n')}\n`

const feedOf = (articles: readonly PlainArticle[]): string => {
  const items = articles.map(
    ({ title, url, paragraphs }) =>
      `<item><title>${title}</title><link>${url}</link><pubDate>Wed, 12 Mar 2031 08:00:00 GMT</pubDate>
       <description>${paragraphs.join(' ')}</description></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Maris Gazette</title>
<link>https://maris.example</link><description>News</description>${items.join('')}</channel></rss>`
}

/**
 * Writes what a researcher's folder holds: half texts and notes, pages with the furniture of a site, saved pages, mails,
 * documents and papers; in every fifty one that can't be read, a near copy and a duplicate; in the middle a feed.
 * @param files at least 50, a multiple of 50
 */
export function mixedFolder(path: string, files: number): MixedFolder {
  mkdirSync(path)
  const random = seeded(2031)
  const articleOf = (at: number): PlainArticle => ({
    title: `Ferry ${at} held at the ${['north', 'south', 'east', 'west'][at % 4]} pier`,
    byline: 'Ada Bol',
    outlet: ['Maris Gazette', 'Hask Mirror', 'Sund Courier'][at % 3] ?? '',
    published: `2031-03-${String(1 + (at % 28)).padStart(2, '0')}`,
    url: `https://maris.example/${at}`,
    paragraphs: [
      `Ferry ${at} was held for ${at + 2} minutes.`,
      ...generatedText(random, 5).split('\n\n'),
      'Nobody was hurt.',
    ],
  })
  let last: { article: PlainArticle; content: string | Uint8Array } = { article: articleOf(0), content: '' }
  for (let at = 0; at < files; at += 1) {
    const name = join(path, String(at).padStart(5, '0'))
    const kind = kindOf(at, files)
    if (kind === 'feed') {
      writeFileSync(`${name}.rss`, feedOf(Array.from({ length: feedItems }, (_, item) => articleOf(files + item))))
    } else if (kind === 'broken') writeFileSync(`${name}.docx`, `PK, but no document: ${at}`)
    else if (kind === 'duplicate') writeFileSync(`${name}.html`, last.content)
    else {
      const article =
        kind === 'near copy'
          ? { ...last.article, paragraphs: [...last.article.paragraphs, 'The harbour office adds that it is sorry.'] }
          : articleOf(at)
      const { ending, content } = contentOf(kind, article)
      writeFileSync(`${name}.${ending}`, content)
      last = { article, content }
    }
  }
  const each = files / 50
  return { path, files, articles: files - 2 * each - 1 + feedItems, duplicates: each, broken: each }
}

type Kind =
  | 'feed'
  | 'broken'
  | 'near copy'
  | 'duplicate'
  | 'mhtml'
  | 'docx'
  | 'eml'
  | 'pdf'
  | 'html'
  | 'markdown'
  | 'txt'

function kindOf(at: number, files: number): Kind {
  if (at === files / 2) return 'feed'
  const special: Record<number, Kind> = {
    5: 'mhtml',
    6: 'docx',
    7: 'eml',
    45: 'broken',
    46: 'html',
    47: 'near copy',
    48: 'html',
    49: 'duplicate',
  }
  const kind = special[at % 50]
  if (kind) return kind
  if (at % 200 === 8) return 'pdf'
  return at % 3 === 0 ? 'html' : at % 3 === 1 ? 'markdown' : 'txt'
}

function contentOf(kind: Kind, article: PlainArticle): { ending: string; content: string | Uint8Array } {
  if (kind === 'txt') return { ending: 'txt', content: textOf(article) }
  if (kind === 'pdf') return { ending: 'pdf', content: pdfOf(article) }
  const wrapped = wrappings[kind === 'near copy' ? 'html' : kind]?.(article)
  if (!wrapped) throw new Error(`nothing writes ${kind}`)
  return { ending: wrapped.fileName.split('.').at(-1) ?? '', content: wrapped.bytes }
}
