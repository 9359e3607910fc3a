/** Words in a row that two texts rarely share unless one was taken from the other. */
const runLength = 8
/** Fewer words outside quotation marks are the attribution of a quotation that both carry ("the minister said"). */
const ownWords = 4

/** A text that repeats itself is compared at its first repetitions only, so that time stays in proportion to length. */
const repeats = 8

type Word = { text: string; isQuoted: boolean }

/**
 * Whether two passages share wording, as agency copy does: the same eight words or more in a row, case and punctuation
 * apart, and not merely the same quotation.
 */
export function sharesWording(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const starts = new Map<string, number[]>()
  for (let i = 0; i + runLength <= first.length; i += 1) {
    const key = keyAt(first, i)
    const known = starts.get(key)
    if (!known) starts.set(key, [i])
    else if (known.length < repeats) known.push(i)
  }
  for (let j = 0; j + runLength <= second.length; j += 1) {
    for (const i of starts.get(keyAt(second, j)) ?? []) {
      if (isRunStart(first, i, second, j) && isOwnRun(first, i, second, j)) return true
    }
  }
  return false
}

const keyAt = (words: readonly Word[], at: number): string =>
  words
    .slice(at, at + runLength)
    .map((word) => word.text)
    .join(' ')

/** A run that goes further back was looked at from its start. */
const isRunStart = (a: readonly Word[], i: number, b: readonly Word[], j: number): boolean =>
  i === 0 || j === 0 || a[i - 1]?.text !== b[j - 1]?.text

/** Whether the run that begins at both places holds enough words outside quotation marks. */
function isOwnRun(a: readonly Word[], i: number, b: readonly Word[], j: number): boolean {
  let own = 0
  for (let k = 0; ; k += 1) {
    const [one, two] = [a[i + k], b[j + k]]
    if (!one || !two || one.text !== two.text) return false
    if (!one.isQuoted && !two.isQuoted) own += 1
    if (own >= ownWords && k + 1 >= runLength) return true
  }
}

const token = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)*|["“”„«»]/gu

/** A passage may begin inside a quotation: then its first mark is a closing one. */
function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let isQuoted = /[“”„«»]/.exec(text)?.[0]?.search(/[”»]/) === 0
  for (const match of text.matchAll(token)) {
    const mark = match[0]
    if (/^["“”„«»]$/.test(mark)) isQuoted = mark === '"' ? !isQuoted : /[“„«]/.test(mark)
    else words.push({ text: mark.toLowerCase().replace(/’/g, "'"), isQuoted })
  }
  return words
}
