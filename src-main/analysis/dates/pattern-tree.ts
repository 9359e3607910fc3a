import { lazily } from '../../domain/lazily'

/**
 * What a regular expression source matches, character by character. Look-arounds and ends of words are left out, and what
 * isn't understood stands for any character: a tree matches at least what its source matches.
 */
export type PatternTree =
  /** One character; `of` are pairs of the first and last of a range each: "az09". */
  | { kind: 'one'; of: string }
  | { kind: 'sequence'; parts: readonly PatternTree[] }
  | { kind: 'choice'; among: readonly PatternTree[] }
  /** Read when it is asked for. */
  | { kind: 'group'; inside: () => PatternTree }
  | { kind: 'repeat'; what: PatternTree; least: number; most: number }

const anything: PatternTree = { kind: 'one', of: '\u0000\uffff' }
const nothing: PatternTree = { kind: 'sequence', parts: [] }

/**
 * Reads regular expression sources as the flag `u` would.
 * @returns a tree for each; groups that are written the same are read once
 */
export function patternTrees(sources: readonly string[]): PatternTree[] {
  const groups = new Map<string, PatternTree>()
  const groupOf = (inside: string): PatternTree => {
    const known = groups.get(inside)
    if (known) return known
    const group: PatternTree = { kind: 'group', inside: lazily(() => treeOf(inside, groupOf)) }
    groups.set(inside, group)
    return group
  }
  return sources.map(groupOf)
}

function treeOf(source: string, groupOf: (inside: string) => PatternTree): PatternTree {
  let at = 0

  function choice(): PatternTree {
    const among = [sequence()]
    while (source[at] === '|') {
      at += 1
      among.push(sequence())
    }
    return among.length === 1 ? (among[0] ?? nothing) : { kind: 'choice', among }
  }

  function sequence(): PatternTree {
    const parts: PatternTree[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = repeated(single())
      if (part !== nothing) parts.push(part)
    }
    return parts.length === 1 ? (parts[0] ?? nothing) : { kind: 'sequence', parts }
  }

  function single(): PatternTree {
    const mark = source[at]
    if (mark === '(') return group()
    if (mark === '[') return bracket()
    if (mark === '\\') return escaped()
    at += 1
    if (mark === '$' || mark === '^') return nothing
    return mark === '.' ? anything : exactly(mark ?? '')
  }

  function group(): PatternTree {
    const opening = /\((?:\?(?:<[A-Za-z]\w*>|<?[=!]|:))?/y
    opening.lastIndex = at
    const opened = opening.exec(source)?.[0] ?? '('
    const close = closingParenthesis(source, at)
    const inside = source.slice(at + opened.length, close)
    at = close + 1
    return /[=!]$/.test(opened) ? nothing : groupOf(inside)
  }

  function bracket(): PatternTree {
    const close = closingBracket(source, at)
    const inside = source.slice(at + 1, close)
    at = close + 1
    const of = inside.startsWith('^') ? null : rangesOf(inside)
    return of === null ? anything : { kind: 'one', of }
  }

  function escaped(): PatternTree {
    const written = escapeAt(source, at)
    at += written.length
    if (written === '\\b') return nothing
    const of = rangesOf(written)
    return of === null ? anything : { kind: 'one', of }
  }

  function repeated(what: PatternTree): PatternTree {
    const counts = /[?*+]|\{(\d+)(,?)(\d*)\}/y
    counts.lastIndex = at
    const found = counts.exec(source)
    if (!found) return what
    at += found[0].length
    if (what === nothing) return nothing
    const least = found[0] === '+' ? 1 : Number(found[1] ?? 0)
    const most = found[0] === '?' ? 1 : found[2] === '' ? least : Number(found[3]) || Number.POSITIVE_INFINITY
    return { kind: 'repeat', what, least, most }
  }

  return choice()
}

const exactly = (letter: string): PatternTree => ({ kind: 'one', of: letter + letter })

function closingParenthesis(source: string, open: number): number {
  let depth = 1
  let at = open + 1
  for (; at < source.length; at += 1) {
    const mark = source[at]
    if (mark === '\\') at += 1
    else if (mark === '[') at = closingBracket(source, at)
    else if (mark === '(') depth += 1
    else if (mark === ')' && --depth === 0) return at
  }
  return at
}

function closingBracket(source: string, open: number): number {
  let at = open + 1
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1
  return at
}

/** Whether the character of a UTF-16 code is in one of the ranges. */
export function takes(of: string, code: number): boolean {
  for (let i = 0; i < of.length; i += 2) if (code >= of.charCodeAt(i) && code <= of.charCodeAt(i + 1)) return true
  return false
}

/** The escape sequence that begins at `at`. */
function escapeAt(source: string, at: number): string {
  const next = source[at + 1]
  if (next === 'u') return source.slice(at, at + 6)
  return next === 'p' || next === 'P' ? source.slice(at, source.indexOf('}', at) + 1) : source.slice(at, at + 2)
}

/** The pairs of what stands inside brackets, or of one escape sequence; null where it holds a class that isn't told here. */
function rangesOf(inside: string): string | null {
  let pairs = ''
  for (let at = 0; at < inside.length; ) {
    const written = inside[at] === '\\' ? escapeAt(inside, at) : (inside[at] ?? '')
    at += written.length
    if (written === '\\d') {
      pairs += '09'
      continue
    }
    const first = letterOf(written)
    if (first === null) return null
    if (inside[at] !== '-' || at + 1 >= inside.length) {
      pairs += first + first
      continue
    }
    const end = inside[at + 1] === '\\' ? escapeAt(inside, at + 1) : (inside[at + 1] ?? '')
    const last = letterOf(end)
    if (last === null) return null
    pairs += first + last
    at += 1 + end.length
  }
  return pairs
}

const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v' }

/** The character that is written so; null for a class of them. */
function letterOf(written: string): string | null {
  if (!written.startsWith('\\')) return written
  const kind = written[1] ?? ''
  if (kind === 'u' && written.length === 6) return String.fromCharCode(Number.parseInt(written.slice(2), 16))
  return controls[kind] ?? (/[A-Za-z0-9]/.test(kind) ? null : kind)
}
