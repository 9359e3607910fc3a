import type { ArticleMetadata } from '../../domain/article'
import { parseDateInput } from '../../domain/date-input'
import { type Confidence, type Sourced, unknownValue, withOthers } from '../../domain/origin'
import { cutSiteName, found, sameWords, webAddress } from '../metadata'

/** What a PDF says of itself outside its pages. */
export type PdfInfo = {
  title: string
  author: string
  created: string
  language: string
  /** The programs that made the document. */
  maker: string
}

/** @param info the document's information dictionary as its library gives it */
export function readInfo(info: Record<string, unknown>): PdfInfo {
  const text = (key: string) => {
    const value = info[key]
    return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
  }
  return {
    title: text('Title'),
    author: text('Author'),
    created: text('CreationDate'),
    language: text('Language'),
    maker: `${text('Creator')} ${text('Producer')}`,
  }
}

/** Whether a browser printed the document: then its title is the page's, and its date the day of printing. */
export const isBrowserPrint = ({ maker }: PdfInfo): boolean =>
  /\b(?:skia\/pdf|mozilla|chrom(?:e|ium)|firefox|safari|webkit|wkhtmltopdf|headlesschrome|qtwebengine)\b/i.test(maker)

/** What newspapers set their pages with; such a file is made for the day on which it is published. */
const isTypeset = ({ maker }: PdfInfo): boolean => /\b(?:indesign|quarkxpress|scribus|papyrus|arbortext)\b/i.test(maker)

const noTitle =
  /^(?:untitled|document|microsoft (?:word|powerpoint|excel)|powerpoint|slide|layout|print|page|scan|img|dsc|about:blank)\b.{0,60}$|\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|html?|txt|pages|p65|fm|tif|jpe?g)$|^[\w-]*\d[\w-]*$/i
const noPerson =
  /^(?:user|admin|administrator|owner|author|unknown|anonymous|guest|root|default|microsoft|apple|adobe|windows|office|hp|dell|lenovo|pc|\W)/i

/** The title that the document's own record gives, with the site's name cut off where a browser printed it. */
export function titleOfInfo(info: PdfInfo): { title: Sourced; outlet: Sourced } {
  const none = { title: unknownValue, outlet: unknownValue }
  if (info.title === '' || noTitle.test(info.title) || webAddress(info.title)) return none
  const cut = isBrowserPrint(info) ? cutSiteName(info.title, null) : { title: info.title, site: null }
  const evidence = { kind: 'record' as const, at: 'PDF Title', quote: info.title }
  return { title: found(cut.title, 'likely', evidence), outlet: found(cut.site, 'likely', evidence) }
}

/** The author of the document's record. */
export function authorOfInfo({ author }: PdfInfo): Sourced {
  const isName =
    /^\p{Lu}[\p{L}'’.-]*(?:[ ,;&]+(?:and )?\p{L}[\p{L}'’.-]*){1,11}$/u.test(author) ||
    /^[\p{Lo}\p{M} ,]{4,80}$/u.test(author)
  if (!isName || noPerson.test(author)) return unknownValue
  return found(author, 'unsure', { kind: 'record', at: 'PDF Author', quote: author })
}

/**
 * The date of publication: what the text says, with the file's own date of creation beside it. That alone dates nothing
 * unless the file was typeset for print.
 */
export function publishedWith(published: Sourced | undefined, info: PdfInfo): Sourced {
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(info.created) ?? []
  const created = year ? parseDateInput(`${year}-${month}-${day}`) : null
  const evidence = { kind: 'file' as const, at: 'PDF CreationDate', quote: info.created }
  const made = created && !isBrowserPrint(info) ? found(created, 'unsure', evidence) : unknownValue
  if (published?.value) return withOthers([published, made])
  return isTypeset(info) ? made : unknownValue
}

/** The language that the document declares, as a BCP 47 tag. */
export function languageOfInfo({ language }: PdfInfo): Sourced {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language)) return unknownValue
  return found(language, 'unsure', { kind: 'record', at: 'PDF Lang', quote: language })
}

/** The title shown on the first page against that of the document's record. */
export function chooseTitle(shown: string | null, info: Sourced): Sourced {
  if (shown === null) return info
  const agrees: Confidence = info.value !== null && sameWords(shown, info.value) ? 'certain' : 'likely'
  const evidence = { kind: 'text' as const, at: '', quote: shown }
  return withOthers([found(shown, agrees, evidence), info], sameWords)
}

/** Known values only. */
export const knownOnly = (metadata: Partial<ArticleMetadata>): Partial<ArticleMetadata> =>
  Object.fromEntries(Object.entries(metadata).filter(([, sourced]) => sourced.value !== null))
