import { decodeWindows1252 } from './windows-1252'

/** An encoding that bytes may be in, and how well their text reads in it, from below 0 to 1. */
export type EncodingGuess = { label: string; score: number; certain: boolean }

type Alphabet = {
  labels: readonly string[]
  /** Whether a letter belongs to the alphabet. */
  letter: RegExp
  /** The letters that make up about two thirds of a text, in lower case. */
  frequent: string
}

const alphabets: readonly Alphabet[] = [
  {
    labels: ['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
    letter: /\p{Script=Cyrillic}/u,
    frequent: 'оеаинтсрвлкмдпуі',
  },
  { labels: ['windows-1256', 'iso-8859-6'], letter: /\p{Script=Arabic}/u, frequent: 'اليمنورتبةعدهفکیك' },
  { labels: ['windows-1255'], letter: /\p{Script=Hebrew}/u, frequent: 'יוהלארתבמשנ' },
  { labels: ['windows-1253', 'iso-8859-7'], letter: /\p{Script=Greek}/u, frequent: 'αοιετσνηυρπκμλ' },
  { labels: ['windows-874'], letter: /\p{Script=Thai}/u, frequent: 'านรอกเงมยลวดทตสะปบคหแจใชไ่้' },
]

/** Letters beyond ASCII of the languages that are written in an encoding, in lower case, a word a language. */
const latin: readonly { label: string; languages: string }[] = [
  {
    label: 'windows-1252',
    languages: 'äöüß éèàçêâîôûùëïüœæÿ áéíóúñü ãõáéíóúâêôàç àèéìíòóùú åäöé åæøéô éëïóöüè áðéíóúýþæö çàèéíïòóúü',
  },
  { label: 'windows-1250', languages: 'ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű ăâîşţéá čćšžđ čšž äöüß' },
  { label: 'iso-8859-2', languages: 'ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű ăâîşţéá čćšžđ čšž' },
  { label: 'windows-1254', languages: 'çğıöşüâîû' },
  { label: 'windows-1257', languages: 'ąčęėįšųūž āčēģīķļņšūž äõöüšž' },
  { label: 'macintosh', languages: 'äöüß éèàçêâîôûùëïœæ áéíóúñü ãõáéíóúâêôàç åäöé' },
]

/** Whole characters of several bytes. `plain` make up at least the given share of a text. */
const ideographic: readonly { label: string; plain: RegExp; share: number }[] = [
  { label: 'shift_jis', plain: /[\p{Script=Hiragana}ァ-ヺー、。]/u, share: 0.4 },
  { label: 'euc-jp', plain: /[\p{Script=Hiragana}ァ-ヺー、。]/u, share: 0.4 },
  {
    label: 'gb18030',
    plain: /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年说后过能多，。、“”：《》]/u,
    share: 0.22,
  },
  {
    label: 'big5',
    plain:
      /[的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年說後過能多，。、「」：《》]/u,
    share: 0.22,
  },
  { label: 'euc-kr', plain: /[가-힣]/u, share: 0.9 },
]

/** Encodings of the eighties, nearly alike to others in their lower-case letters; seldom what a text is in. */
const rare = new Set(['macintosh', 'x-mac-cyrillic', 'ibm866', 'iso-8859-5', 'iso-8859-6'])
const rarity = 0.08

/** Enough to tell by, in bytes. */
const sampleLength = 6000
const fewestForCertainty = 20

/**
 * The encodings that bytes may be in which are not UTF-8, best first: what reads as text of a language that is written
 * in it. For bytes that are ASCII alone the list is empty.
 */
export function guessEncodings(bytes: Uint8Array): EncodingGuess[] {
  const sample = sampleOf(bytes)
  if (!sample) return []
  const guesses = [
    ...latin.map(({ label, languages }) => ({ label, score: latinScore(decodeAs(sample, label), languages) })),
    ...alphabets.flatMap(({ labels, letter, frequent }) =>
      labels.map((label) => ({ label, score: alphabetScore(decodeAs(sample, label), letter, frequent) })),
    ),
    ...ideographic.map(({ label, plain, share }) => ({
      label,
      score: ideographScore(decodeAs(sample, label), plain, share),
    })),
  ]
    .map(({ label, score }) => ({ label, score: rare.has(label) ? score - rarity : score }))
    .sort((a, b) => b.score - a.score)
  const foreign = sample.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0)
  const best = decodeAs(sample, guesses[0]?.label ?? '')
  const rival = guesses.find(({ label }) => decodeAs(sample, label) !== best)?.score ?? 0
  const isCertain = (score: number) => foreign >= fewestForCertainty && score >= 0.6 && score - rival >= 0.25
  return guesses.map((guess, index) => ({ ...guess, certain: index === 0 && isCertain(guess.score) }))
}

/** Scores of a text read as what it is lie above the one, of a text read as what it is not below the other. */
const sound = 0.5
const unsound = 0

/** Whether bytes that are said to be in one encoding read as nothing in it and well in the best one. */
export function contradicts(guesses: readonly EncodingGuess[], declared: string): boolean {
  const [best] = guesses
  const score = scoreOf(guesses, declared)
  return best !== undefined && best.score >= sound && score !== null && score < unsound
}

/** How well bytes read in an encoding; null where it is none of those that can be told. */
const scoreOf = (guesses: readonly EncodingGuess[], label: string): number | null =>
  guesses.find((guess) => guess.label === canonical(label))?.score ?? null

/** @throws RangeError for an encoding that is not known */
export function decodeAs(bytes: Uint8Array, label: string): string {
  return canonical(label) === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(label).decode(bytes)
}

const canonical = (label: string): string => {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return label
  }
}

/** Bytes from the first one beyond ASCII on, beginning at a word, ending at one where possible. */
function sampleOf(bytes: Uint8Array): Uint8Array | null {
  const first = bytes.findIndex((byte) => byte > 127)
  if (first < 0) return null
  let start = first
  while (start > 0 && first - start < 200 && (bytes[start - 1] ?? 0) > 0x20) start -= 1
  const sample = bytes.subarray(start, start + sampleLength)
  const end = sample.length < sampleLength ? -1 : Math.max(sample.lastIndexOf(0x20), sample.lastIndexOf(0x0a))
  return end > sampleLength / 2 ? sample.subarray(0, end) : sample
}

/** Marks beyond ASCII that stand in texts of any language. */
const marks = /[\u00a0«»‘’‚‹›“”„…–—•°§№€£،؛؟־״׳·]/u
const anyLetter = /[\p{L}\p{M}]/u
const ascii = /[\0-\u007f]/

/** A text's characters beyond ASCII, with those beside them. */
function foreignCharacters(text: string): { c: string; before: string; after: string }[] {
  const characters = [...text]
  return characters.flatMap((c, index) =>
    ascii.test(c) ? [] : [{ c, before: characters[index - 1] ?? ' ', after: characters[index + 1] ?? ' ' }],
  )
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
}

const isUpper = (c: string): boolean => c !== c.toLowerCase()
const isLower = (c: string): boolean => c !== c.toUpperCase()

/** What no letter of the expected alphabet is worth: marks where marks stand, signs in words, what no text holds. */
function signScore(c: string, before: string, after: string): number {
  if (/[\ufffd\u0080-\u009f\ue000-\uf8ff]/.test(c)) return -3
  const inWord = anyLetter.test(before) && anyLetter.test(after)
  return marks.test(c) && !(inWord && !/[’‘׳״·\u00a0]/.test(c)) ? 0.6 : inWord ? -1 : -0.3
}

function alphabetScore(text: string, letter: RegExp, frequent: string): number {
  const common = new Set(frequent)
  return mean(
    foreignCharacters(text).map(({ c, before, after }) => {
      if (!letter.test(c)) return anyLetter.test(c) ? -1 : signScore(c, before, after)
      if (/[a-z]/i.test(before) || /[a-z]/i.test(after)) return -0.8
      if (isUpper(c) && letter.test(before) && isLower(before)) return -1.5
      // A letter without any other of its alphabet beside it is a word by itself at most.
      if (!letter.test(before) && !letter.test(after)) return 0.1
      const inCapitals = isUpper(c) && letter.test(before)
      return (common.has(c.toLowerCase()) ? 1 : 0.2) * (inCapitals ? 0.5 : 1)
    }),
  )
}

function latinScore(text: string, languages: string): number {
  const characters = foreignCharacters(text)
  const score = (letters: ReadonlySet<string>): number =>
    mean(
      characters.map(({ c, before, after }) => {
        if (!/\p{Script=Latin}/u.test(c)) return signScore(c, before, after)
        if (isUpper(c) && anyLetter.test(before) && isLower(before)) return -1.5
        const foreignBeside = [before, after].filter((other) => !ascii.test(other) && anyLetter.test(other)).length
        if (foreignBeside === 2) return -0.8
        const known = letters.has(c.toLowerCase()) ? 0.9 : -0.4
        return foreignBeside === 1 ? known - 0.3 : known
      }),
    )
  return Math.max(...languages.split(' ').map((language) => score(new Set(language))))
}

function ideographScore(text: string, plain: RegExp, share: number): number {
  const whole = text.replace(/.{0,1}$/su, '')
  const characters = foreignCharacters(whole)
  const broken = characters.filter(({ c }) => /[\ufffd\ue000-\uf8ff]/.test(c)).length
  const wide = characters.filter(({ c }) =>
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—·]/u.test(c),
  ).length
  const common = characters.filter(({ c }) => plain.test(c)).length
  if (characters.length === 0) return 0
  const beside = characters.filter(({ before, after }) => /[a-z]/i.test(before) && /[a-z]/i.test(after)).length
  const loss = (broken * 4 + beside * 2 + (characters.length - wide)) / characters.length
  return Math.min(1, common / characters.length / share) - loss
}
