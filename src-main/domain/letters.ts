/** Letters that search takes for the same, beyond what upper case and Latin diacritics are. */
const letters: Readonly<Record<string, string>> = {
  // Alef with hamza or madda, alef wasla; teh marbuta; alef maksura; Persian yeh and kaf.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ё: 'е',
  Ё: 'е',
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ı: 'i',
}

/** Arabic harakat and Quranic marks, tatweel, Hebrew points and accents, marks of direction. */
const dropped =
  '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u200c-\\u200f\\u202a-\\u202e\\u2066-\\u2069'
const arabicDigits = '\\u0660-\\u0669\\u06f0-\\u06f9'

/** What {@link foldLetter} changes, as the inside of a character class. */
export const foldedLetters = `${Object.keys(letters).join('')}${dropped}${arabicDigits}`

const isDropped = new RegExp(`[${dropped}]`, 'u')

/** @returns what a character is compared as: another letter or digit, nothing, or itself */
export function foldLetter(character: string): string {
  const letter = letters[character]
  if (letter !== undefined) return letter
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660)
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0)
  return isDropped.test(character) ? '' : character
}
