const name = "[A-Z][\\p{L}\\d’'-]*"
/** Capitalised words in a row, joined by "of" and the like: "Office of the Prosecutor". */
const nameRun = `${name}(?: (?:(?:of|and|for) (?:the )?)?${name}){0,5}`
const medium =
  '(?:daily|newspaper|news agency|news site|news website|website|broadcaster|television|TV|channel|radio|network|magazine|outlet|portal)'

/** A name that is one of a news medium by its own words. */
const mediumName =
  /\b(?:News|Times|Post|TV|Television|Radio|Agency|Press|Daily|Weekly|Journal|Network|Herald|Tribune|Gazette|Chronicle|Observer|Guardian|Telegraph|Mail|Monitor|Channel|Broadcasting|Media|Today|Magazine|Standard|Courier|Review|Reuters|Bloomberg|Ynet|Haaretz|Walla|Axios|Politico|Jazeera|Arabiya|Ahram|Monde|Figaro|Spiegel|País|Interfax|Xinhua|Anadolu|Tass|Kyodo|Wafa|Mada)\b/u
/** "CNN", "BBC", "AFP"; bodies with initials of their own speak for themselves. */
const initials =
  /^(?!(?:UN|US|USA|EU|UK|UAE|IDF|NATO|PA|PLO|ICC|ICJ|WHO|WFP|IMF|FBI|CIA|GDP|UNRWA|OCHA)$)[A-Z]{2,6}\d?$/
const dateWord =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\b/

const collective =
  '(?:[A-Z]\\p{L}+|[Ss]tate(?:-run|-owned)?|[Ll]ocal|[Ff]oreign|[Oo]pposition) (?:media|press|television|TV|radio)'

type Form = { pattern: RegExp; accepts: (source: string, match: string) => boolean }

const any = (): boolean => true
const namesMedium = new RegExp(`\\b${medium}\\b`)
const onlyMedium = (source: string, match: string): boolean => isMedium(source) || namesMedium.test(match)

/** "told Egypt that …" is talk between governments, "told The National" and "told CNN" is to a medium. */
const isToldTo = (source: string, match: string): boolean => onlyMedium(source, match) || /^The [A-Z]/.test(source)

/** In order: who the source spoke to, whom the article cites, who reported it first. Group 1 is the source. */
const forms: readonly Form[] = [
  {
    pattern: new RegExp(`\\btold (?:the )?(?:${medium} )?(${nameRun})(?: ${medium})?`, 'gu'),
    accepts: isToldTo,
  },
  {
    pattern: new RegExp(
      `\\b[Aa]ccording to (?:an? |the )?(?:report (?:by|in|from) (?:the )?)?(?:[a-z]+ )?(?:${medium} )?(${collective}|${nameRun})`,
      'gu',
    ),
    accepts: (source, match) => isMedium(source) || !/['’]s?$/.test(match),
  },
  {
    pattern: new RegExp(
      `\\b(?:[Cc]iting|[Qq]uoting|[Cc]ited by|[Qq]uoted by|[Rr]eported by|[Ff]irst reported (?:by|in)|[Ii]nterview with|[Ss]peaking to|[Ss]tatement to|a report (?:by|in|from)) (?:an? |the )?(?:(?:[\\p{L}-]+ ){0,3}[a-z-]+ )?(${collective}|${nameRun})`,
      'gu',
    ),
    accepts: onlyMedium,
  },
  {
    pattern: new RegExp(`\\b(${collective})(?: outlets| reports)? (?:reported|said|say|report|announced)\\b`, 'gu'),
    accepts: any,
  },
  {
    pattern: new RegExp(`(${nameRun})(?: ${medium})? (?:reported|has reported|reports)\\b`, 'gu'),
    accepts: onlyMedium,
  },
  { pattern: new RegExp(`(${nameRun}) (?:${medium}) (?:reported|said)\\b`, 'gu'), accepts: any },
  { pattern: new RegExp(`['’]s (${nameRun}) report\\b`, 'gu'), accepts: any },
  {
    pattern:
      /(?:نقل(?:ا|اً|ت)? عن|بحسب|وفق(?:ا|اً) ل|وفق ما ذكرت|قالت? لـ?)\s*((?:وكالة|صحيفة|قناة|موقع|إذاعة|شبكة|هيئة)(?:\s+[^\s،,.؛:]+){1,3})/gu,
    accepts: any,
  },
]

/**
 * The upstream source that a sentence names: "according to Ynet", "told AlQahera News", "Hebrew media reported".
 * Articles that name the same one are of one origin.
 * @returns its name in lower case, without "the"; null where none is named
 */
export function upstreamSource(sentence: string): string | null {
  const text = sentence.replace(/\s+/g, ' ')
  for (const { pattern, accepts } of forms) {
    for (const match of text.matchAll(pattern)) {
      const source = match[1]?.replace(/['’]s?$/, '') ?? ''
      if (source !== '' && !dateWord.test(source) && accepts(source, match[0])) return folded(source)
    }
  }
  return null
}

const isMedium = (source: string): boolean => mediumName.test(source) || initials.test(source)

const folded = (source: string): string => source.replace(/^[Tt]he /, '').toLowerCase()
