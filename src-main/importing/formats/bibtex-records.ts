/** An entry of a BibTeX file: values as written, without the braces or quotes around them, by field in lower case. */
export type BibtexRecord = { key: string; fields: ReadonlyMap<string, string> }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthNames = 'January February March April May June July August September October November December'.split(' ')

/**
 * The entries of a BibTeX file. What stands between entries is a comment; an entry that is never closed ends where the
 * next one begins on a line of its own.
 */
export function bibtexRecords(text: string): BibtexRecord[] {
  const macros = new Map(months.map((name, index) => [name, monthNames[index] ?? '']))
  const records: BibtexRecord[] = []
  const starts = [...text.matchAll(/@\s*([a-z]+)\s*[{(]/gi)]
  let done = 0
  const limits = limitsOf(text, starts)
  for (const [index, start] of starts.entries()) {
    if (start.index < done) continue
    const type = start[1]?.toLowerCase() ?? ''
    const scanner = new Scanner(text, start.index + start[0].length, limits[index] ?? text.length, macros)
    if (type === 'string') for (const [name, value] of scanner.fields()) macros.set(name, value)
    else if (type !== 'comment' && type !== 'preamble') records.push({ key: scanner.key(), fields: scanner.fields() })
    done = scanner.at
  }
  return records
}

/** Where, for each entry, the next one begins on a line of its own. */
function limitsOf(text: string, starts: readonly RegExpExecArray[]): number[] {
  const limits: number[] = []
  let limit = text.length
  for (let index = starts.length - 1; index >= 0; index -= 1) {
    limits[index] = limit
    const at = starts[index]?.index ?? 0
    if (/(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 80), at))) limit = at
  }
  return limits
}

class Scanner {
  at: number
  private readonly text: string
  /** Where the next entry begins, if this one is never closed. */
  private readonly limit: number
  private readonly macros: ReadonlyMap<string, string>

  constructor(text: string, at: number, limit: number, macros: ReadonlyMap<string, string>) {
    this.text = text
    this.at = at
    this.limit = limit
    this.macros = macros
  }

  key(): string {
    const comma = /[^,\s{}()=]*/y
    this.space()
    comma.lastIndex = this.at
    const key = comma.exec(this.text)?.[0] ?? ''
    this.at += key.length
    return key
  }

  fields(): Map<string, string> {
    const fields = new Map<string, string>()
    const name = /[,\s]*([^\s=,{}()"]+)\s*=\s*/y
    for (;;) {
      name.lastIndex = this.at
      const match = name.exec(this.text)
      if (!match || match.index >= this.limit) return fields
      this.at = name.lastIndex
      const value = this.value()
      const key = match[1]?.toLowerCase() ?? ''
      if (!fields.has(key)) fields.set(key, value.trim())
    }
  }

  /** Parts joined by "#": in braces, in quotes, numbers and the names of macros. */
  private value(): string {
    let value = ''
    do {
      this.space()
      const sign = this.text[this.at]
      if (sign === '{') value += this.enclosed('}')
      else if (sign === '"') value += this.enclosed('"')
      else value += this.word()
      this.space()
    } while (this.text[this.at] === '#' && this.at++ < this.limit)
    return value
  }

  private word(): string {
    const pattern = /[^\s,#{}()"]*/y
    pattern.lastIndex = this.at
    const word = pattern.exec(this.text)?.[0] ?? ''
    this.at += word.length
    return this.macros.get(word.toLowerCase()) ?? word
  }

  private enclosed(end: '}' | '"'): string {
    const from = this.at + 1
    let depth = 0
    for (let at = from; at < this.limit; at += 1) {
      const sign = this.text[at]
      if (sign === '\\') at += 1
      else if (depth === 0 && sign === end) {
        this.at = at + 1
        return this.text.slice(from, at)
      } else if (sign === '{') depth += 1
      else if (sign === '}') depth -= 1
    }
    this.at = this.limit
    return this.text.slice(from, this.limit)
  }

  private space(): void {
    const pattern = /\s*/y
    pattern.lastIndex = this.at
    this.at += pattern.exec(this.text)?.[0].length ?? 0
  }
}
