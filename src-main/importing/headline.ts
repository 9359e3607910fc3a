import { sameWords, wordsOf } from './metadata'

/** Names that stand beside headlines in titles. `sites`: of the outlet, best first. `host`: of the page's address, or ''. */
export type PageNames = { sites: readonly string[]; sections: readonly string[]; host: string }

/** A page's title without what else it names. `site`: the site's name that was cut off, or null. */
export type CutTitle = { title: string; site: string | null }

const separator =
  /\s+[|–—·»«›‹•~]\s+|\s+(?:::|--?|\/\/)\s+|\s*[｜|]\s*|\s+:\s+|(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}？！」』）)0-9A-Za-z])[_＿－](?=\p{L})|(?<=\p{Lo}\p{Lo}\p{Lo})\s*-\s*(?=\p{Lo})/gu

/** The name of a site by itself, without article, country code and top-level domain. */
const compact = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(?:the|www\.)\s*/u, '')
    .replace(/\.(?:com|org|net|info|news|tv|co\.\p{L}{2}|\p{L}{2})$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The part of a host name that names its owner: "news" and "com" don't. */
export function ownerOfHost(host: string): string {
  const labels = host.toLowerCase().split('.').slice(0, -1)
  const own = labels.filter((label) => !/^(?:www\d?|m|mobile|amp|news|blog|en|co|com|org|net|gov|ac|edu)$/.test(label))
  return own.at(-1) ?? labels.at(-1) ?? ''
}

/** Whether a text names the page's site. */
export function namesSite(text: string, { sites, host }: Pick<PageNames, 'sites' | 'host'>): boolean {
  const name = compact(text)
  if (name === '') return false
  const owner = compact(ownerOfHost(host))
  if (owner.length >= 3 && (name === owner || (name.startsWith(owner) && name.length <= owner.length + 8))) return true
  return sites.some((site) => {
    const own = compact(site)
    if (own.length < 2) return false
    return name === own || (own.length >= 4 && name.includes(own) && name.length <= own.length + 14)
  })
}

/** Hosts whose owner keeps the sites of others. */
const platforms =
  /^(?:wordpress|blogspot|blogger|tumblr|medium|substack|livejournal|typepad|squarespace|wixsite|weebly|ghost|github|gitlab|google|facebook|twitter|archive)$/
/** Shorter names of hosts are found in any text. */
const shortestOwner = 5

/**
 * The name that an address is made of, as the page writes it most often: "Island Press" for islandpress.example.
 * @returns null where the page does not write it, and for platforms, which publish others
 */
export function spelledOwner(host: string, texts: readonly string[]): string | null {
  const owner = compact(ownerOfHost(host))
  if (owner.length < shortestOwner || !/^[a-z]+$/.test(owner) || platforms.test(owner)) return null
  const letters = [...owner].join("[ .'’&-]?")
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}@./#_-])(?:the )?${letters}(?![\\p{L}\\p{N}@/_-]|\\.\\p{L})`, 'giu')
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const [name] of text.matchAll(pattern)) {
      const isName = name.split(' ').every((word) => /^\p{Lu}|^(?:of|the|and)$/u.test(word)) && /^\p{Lu}/u.test(name)
      if (isName) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0] ?? null
}

const words = (text: string): number => {
  const unspaced = (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu) ?? []).length
  return (
    wordsOf(text)
      .split(' ')
      .filter((word) => word !== '').length + Math.floor(unspaced / 4)
  )
}

/**
 * Cuts the site's name and its sections off a page's title: "Headline | World | Site", "Site: headline".
 * @param guess take a short last part behind a separator for the site's name where no name is known
 */
export function cutTitle(title: string, names: PageNames, guess = false): CutTitle {
  const plain = title.slice(0, 1000).replace(/\s+/g, ' ').trim()
  const seams = [...plain.matchAll(separator)]
  const first = seams[0]
  const bracket = /^(.+?)\s*\[([^\][]{2,40})\]$/u.exec(plain)
  if (bracket && words(bracket[1] ?? '') >= 3)
    return { title: cutTitle(bracket[1] ?? '', names).title, site: bracket[2] ?? null }
  const colon = /^([^:|]{2,40}):\s+(?=\S)/u.exec(plain)
  if (colon && namesSite(colon[1] ?? '', names)) {
    return { title: cutTitle(plain.slice(colon[0].length), names).title, site: colon[1] ?? null }
  }
  if (first && words(plain.slice(first.index)) >= 3 && namesSite(plain.slice(0, first.index), names)) {
    const rest = plain.slice(first.index + first[0].length)
    return { title: cutTitle(rest, names).title, site: plain.slice(0, first.index).trim() }
  }
  return cutEnd(plain, seams, names, guess)
}

function cutEnd(plain: string, seams: readonly RegExpMatchArray[], names: PageNames, guess: boolean): CutTitle {
  let [title, site]: [string, string | null] = [plain, null]
  let mark = ''
  for (const seam of [...seams].reverse()) {
    const [head, tail] = [title.slice(0, seam.index).trim(), title.slice((seam.index ?? 0) + seam[0].length).trim()]
    if (head === '') break
    const isSite = namesSite(tail, names)
    const isSection = names.sections.some((section) => sameWords(section, tail))
    const afterSite = site !== null && seam[0].trim() === mark && words(tail) <= 2 && words(head) >= 4
    const guessed =
      guess && site === null && seam[0].trim() !== ':' && names.sites.length === 0 && looksLikeSite(head, tail)
    if (!isSite && !isSection && !afterSite && !guessed) break
    if (isSite || guessed) site ??= tail
    mark = seam[0].trim()
    title = head
  }
  return { title, site }
}

const looksLikeSite = (head: string, tail: string): boolean =>
  words(tail) <= 4 && words(head) >= 3 && words(head) > words(tail) && !/[.!?]$/.test(tail) && !/\d/.test(tail)

/** The same words, or nearly all of the shorter in the longer; a headline is often shortened for a page's head. */
export function sayTheSame(a: string, b: string): boolean {
  if (sameWords(a, b)) return true
  const [shorter = [], longer = []] = [piecesOf(a), piecesOf(b)].sort((x, y) => x.length - y.length)
  const there = new Set(longer)
  const common = shorter.filter((piece) => there.has(piece)).length
  return shorter.length >= 4 && common >= shorter.length * 0.75 && shorter.length >= longer.length * 0.5
}

/** Words, or pairs of characters where a script has no spaces. */
function piecesOf(text: string): string[] {
  const plain = wordsOf(text)
  if (!/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(plain)) return plain.split(' ')
  const letters = plain.replaceAll(' ', '')
  return Array.from({ length: Math.max(letters.length - 1, 0) }, (_item, index) => letters.slice(index, index + 2))
}
