/** Combining marks by the command that sets them over a letter. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}

const letters: Readonly<Record<string, string>> = {
  ...{ ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', aa: 'å', AA: 'Å', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ' },
  ...{ dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ' },
  ...{ textendash: '–', textemdash: '—', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“' },
  ...{ textquotedblright: '”', guillemotleft: '«', guillemotright: '»', ldots: '…', dots: '…', textellipsis: '…' },
  ...{ textbackslash: '\\', backslash: '\\', textasciitilde: '~', textasciicircum: '^', textunderscore: '_' },
  ...{ euro: '€', texteuro: '€', pounds: '£', textsterling: '£', textdegree: '°', copyright: '©', textregistered: '®' },
  ...{ S: '§', P: '¶', textbar: '|', textless: '<', textgreater: '>', slash: '/', newline: ' ', par: '\n\n' },
}

const accented =
  /\\(?:([`'^~=."])\s*|([uvHckrdb])(?:\s+|(?=\{)))(?:\{\s*(\\[ij]|\p{L})?\s*\}|(\\[ij](?![A-Za-z])|\p{L}))/gu

/** The text that a value in LaTeX prints: accents as letters, commands without their names, no braces. */
export function textOfLatex(source: string): string {
  if (!/[\\{}~$]|--|``|''/.test(source)) return source
  return source
    .replace(accented, (_match, sign = '', word = '', braced = '', bare = '') => {
      const letter = String(braced || bare).replace(/^\\/, '')
      return (letter + (accents[sign || word] ?? '')).normalize('NFC')
    })
    .replace(/\\href\s*\{[^{}]*\}/g, '')
    .replace(/\\([A-Za-z]+)\*?(?:\s+|(?=[^A-Za-z])|$)(?:\{\})?/g, (_match, name: string) => letters[name] ?? '')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/\\([&%$#_{}])/g, (_match, sign: string) =>
      sign === '{' ? '\ue000' : sign === '}' ? '\ue001' : sign === '$' ? '\ue002' : sign,
    )
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/~/g, '\u00a0')
    .replace(/[{}$]/g, '')
    .replace(/[\ue000-\ue002]/g, (sign) => '{}$'[sign.charCodeAt(0) - 0xe000] ?? '')
    .replace(/\\\\/g, ' ')
}
