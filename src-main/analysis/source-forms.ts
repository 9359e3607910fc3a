/** A way to name a source. Group 1 of the pattern is the source; `accepts` looks at it and at the whole match. */
export type SourceForm = { pattern: RegExp; accepts: (source: string, match: string) => boolean }

const name = "(?:(?:Channel|France|Kanal|Canal) \\d{1,2}|(?<!\\p{L})\\p{Lu}[\\p{L}\\d’'-]{0,40})"
/** Capitalised words in a row, joined by "of" and the like: "Office of the Prosecutor". */
const nameRun = `${name}(?: (?:(?:of|and|for|de|du|des|la|del) (?:the )?)?${name}){0,5}`

/** A name that is one of a news medium by its own words. */
const mediumName =
  /(?<!\p{L})(?:News|Times|Post|TV|Television|Radio|Agency|Press|Daily|Weekly|Journal|Network|Herald|Tribune|Gazette|Chronicle|Observer|Guardian|Telegraph|Mail|Monitor|Channel|Kanal|Broadcasting|Media|Today|Magazine|Standard|Courier|Review|Wire|Newswire|Dispatch|Bulletin|Globe|Inquirer|Examiner|Mirror|Express|Sentinel|Register|Record|Zeitung|Nachrichten|Rundschau|Presse|Agence|Journal|Diario|Noticias|Reuters|Bloomberg|Ynet|Haaretz|Walla|Axios|Politico|Jazeera|Arabiya|Ahram|Monde|Figaro|Libération|Spiegel|Bild|País|Mundo|Interfax|Xinhua|Anadolu|Tass|Kyodo|Ansa|Wafa|Mada)(?!\p{L})/u
/** "CNN", "BBC", "AFP"; bodies with initials of their own speak for themselves. */
const initials =
  /^(?!(?:UN|US|USA|EU|UE|ONU|UK|UAE|IDF|NATO|OTAN|PA|PLO|ICC|ICJ|CPI|CIJ|WHO|OMS|WFP|IMF|FMI|FBI|CIA|GDP|UNRWA|OCHA|UNICEF|SPD|CDU|PP|PSOE)$)\p{Lu}{2,6}\d?$/u

/** Whether a name is one of a news medium. */
export const isMedium = (source: string): boolean => mediumName.test(source) || initials.test(source)

const any = (): boolean => true
const medium = (words: string) => {
  const pattern = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u')
  return (source: string, match: string): boolean => isMedium(source) || pattern.test(match)
}

const english =
  'daily|newspaper|news agency|news site|news website|website|broadcaster|television|TV|channel|radio|network|magazine|outlet|portal'
const onlyMedium = medium(english)
/** "told Egypt that …" is talk between governments, "told The National" and "told CNN" is to a medium. */
const isToldTo = (source: string, match: string): boolean => onlyMedium(source, match) || /^The \p{Lu}/u.test(source)
const ofMedium = `(?: (?:${english}))?`
const collective =
  '(?:\\p{Lu}\\p{L}+|[Ss]tate(?:-run|-owned)?|[Ll]ocal|[Ff]oreign|[Oo]pposition) (?:media|press|television|TV|radio)'

/** "Officials told The Lagoon Star": people without a name speak to whoever is no person and no body of a state. */
const nameless =
  '[Oo]fficials?|[Ss]ources?|[Ww]itness(?:es)?|[Dd]iplomats?|[Aa]ides?|[Rr]esidents?|[Ll]awyers?|[Ee]xperts?|[Aa]nalysts?'
const nobodyTold =
  /(?<!\p{L})(?:President|Prime|Minister|Ministry|Mayor|King|Queen|Judge|Secretary|Senator|Chancellor|Governor|General|Council|Committee|Congress|Parliament|Senate|Court|Assembly|Commission|Union|Nations|Department|House|Police|Government)(?!\p{L})/u

/** In order: who the source spoke to, whom the article cites, who reported it first. */
const englishForms: readonly SourceForm[] = [
  {
    pattern: new RegExp(`(?<!\\p{L})(?:${nameless}) (?:have |has |had )?told (${nameRun})`, 'dgu'),
    accepts: (source) => source.includes(' ') && !nobodyTold.test(source),
  },
  {
    pattern: new RegExp(`(?<!\\p{L})told (?:the )?(?:(?:${english}) )?(${nameRun})${ofMedium}`, 'dgu'),
    accepts: isToldTo,
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})[Aa]ccording to (?:an? |the )?(?:report (?:by|in|from) (?:the )?)?(?:[a-z]+ )?(?:(?:${english}) )?(${collective}|${nameRun})`,
      'dgu',
    ),
    accepts: (source, match) => isMedium(source) || !/['’]s?$/.test(match),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:[Cc]iting|[Qq]uoting|[Cc]ited (?:by|in)|[Qq]uoted (?:by|in)|[Rr]eported (?:by|in)|[Ff]irst reported (?:by|in)|[Ii]nterview with|[Ss]peaking to|[Ss]tatement to|[Rr]eports? (?:by|in|from|on)|[Pp]ublished (?:by|in)|[Bb]roadcast (?:by|on)) (?:an? |the )?(?:(?:[\\p{L}-]+ ){0,3}[a-z-]+ )?(${collective}|${nameRun})`,
      'dgu',
    ),
    accepts: onlyMedium,
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(${collective})(?: outlets| reports)?(?: has| have)? (?:reported|said|say|report|announced)(?!\\p{L})`,
      'dgu',
    ),
    accepts: any,
  },
  {
    pattern: new RegExp(
      `(${nameRun})${ofMedium} (?:(?:has |first |also |later |had )?reported|reports|contributed to this)(?!\\p{L})`,
      'dgu',
    ),
    accepts: onlyMedium,
  },
  { pattern: new RegExp(`(${nameRun}) (?:${english}) (?:reported|said)(?!\\p{L})`, 'dgu'), accepts: any },
  { pattern: new RegExp(`['’]s (${nameRun}) report(?!\\p{L})`, 'dgu'), accepts: any },
  { pattern: new RegExp(`(?<!\\p{L})[Tt]he (${nameRun}) report(?!\\p{L})`, 'dgu'), accepts: onlyMedium },
  // A dateline: "CAIRO (Reuters) –".
  { pattern: new RegExp(`^[\\p{L}\\d ,.]{0,40}\\((${nameRun})\\) ?[-–—]`, 'dgu'), accepts: onlyMedium },
]

const french = 'agence(?: de presse)?|quotidien|journal|chaîne|télévision|radio|site|magazine|hebdomadaire'
const german =
  'Zeitung|Nachrichtenagentur|Agentur|Sender|Fernsehsender|Rundfunk|Magazin|Nachrichtenmagazin|Nachrichtenportal|Portal|Tageszeitung'
const spanish = 'agencia(?: de noticias)?|diario|periódico|cadena|televisión|radio|revista|portal|semanario'

/** Forms that begin with words in front of a medium: its kind may stand between. */
const before = (words: string, kinds: string): SourceForm => ({
  pattern: new RegExp(
    `(?<!\\p{L})(?:${words})(?:(?:${kinds}) (?:\\p{Ll}+ ){0,2})?(${nameRun}|dpa|dapd)(?!\\p{L})`,
    'dgu',
  ),
  accepts: (source, match) => source === 'dpa' || medium(kinds)(source, match),
})
/** Forms in which a medium stands in front of its verb. */
const after = (verbs: string, kinds: string): SourceForm => ({
  pattern: new RegExp(`(?<!\\p{L})(${nameRun})(?:,)? (?:${verbs})(?!\\p{L})`, 'dgu'),
  accepts: (source, match) => medium(kinds)(source, match),
})

const otherForms: readonly SourceForm[] = [
  before(
    "(?:déclaré|dit|affirmé|indiqué|confié|expliqué|assuré|précisé) (?:[àa] (?:la |l['’])?|au )|[Ss]elon (?:une? |la |le |l['’])?|[Dd]['’]après (?:la |le |l['’])?|[Cc]ité(?:e|s|es)? par (?:la |le |l['’])?|rapporté par (?:la |le |l['’])?|[Rr]apporte (?:la |le |l['’])?",
    french,
  ),
  after('(?:a|ont) (?:rapporté|révélé|annoncé en premier)|rapporte', french),
  before(
    '[Ll]aut (?:der |dem |einem Bericht (?:der |des )?)?|(?:berichtete|berichtet|meldete|meldet|schreibt|schrieb) (?:die |der |das )?|gegenüber (?:der |dem )?|sagte (?:der |dem )|[Uu]nter Berufung auf (?:die |den |das )?|nach Angaben (?:der |des |von )|zitiert von (?:der |dem )?',
    german,
  ),
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:(?:der|dem|die|den) (?:Nachrichtenagentur|Zeitung|Tageszeitung)|l['’]agence|la agencia) (${nameRun}|dpa)(?!\\p{L})`,
      'dgu',
    ),
    accepts: any,
  },
  after('berichtete|berichtet|meldete|meldet', german),
  before(
    '[Ss]egún (?:la |el |un |informó )?|(?:dijo|declaró|afirmó|aseguró|explicó) (?:a la |al |a )|[Cc]itad[oa]s? por (?:la |el )?|(?:informó|reportó|publicó) (?:la |el )?',
    spanish,
  ),
  after('(?:ha )?(?:informado|publicado|informó|reportó)', spanish),
  {
    pattern:
      /(?:نقل(?:ا|اً|ت)? عن|بحسب|وفق(?:ا|اً) ل|وفق ما ذكرت|قالت? لـ?|ذكرت|أفادت|أوردت|لـ?)\s*((?:وكالة|صحيفة|قناة|موقع|إذاعة|شبكة|هيئة)(?:\s+[^\s،,.؛:]+){1,3})/dgu,
    accepts: any,
  },
]

/** All of them, those of English first. */
export const sourceForms: readonly SourceForm[] = [...englishForms, ...otherForms]
