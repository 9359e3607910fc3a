import { type Term, termsOf } from './terms'

type Span = { start: number; end: number }

/** A statement that is compared with others; `dates`: where it names the date that they have in common. */
export type ComparedStatement = { articleId: number; text: string; dates: readonly Span[] }

/**
 * Who and how many: the names and figures of each statement that none of another article has. Names are known by capitals,
 * so statements in scripts without them differ in figures alone.
 * @returns for each statement the places in its text, in order, in UTF-16 units; none where all are of one article
 */
export function differingNames(statements: readonly ComparedStatement[]): Span[][] {
  if (new Set(statements.map(({ articleId }) => articleId)).size < 2) return statements.map(() => [])
  const terms = statements.map(({ text }) => termsOf(text))
  const stems = terms.map((own) => new Set(own.map((term) => term.stem)))
  return statements.map((statement, i) => {
    const others = stems.filter((_, k) => statements[k]?.articleId !== statement.articleId)
    const own = (terms[i] ?? []).filter((term) => isTelling(term) && !others.some((other) => other.has(term.stem)))
    const isDate = ({ start }: Span) => statement.dates.some((date) => start < date.end && start >= date.start)
    return merged(own.map((term) => wholeName(statement.text, term)).filter((span) => !isDate(span)))
  })
}

const isTelling = ({ isName, word }: Term): boolean => isName || /\p{N}/u.test(word)

/** A word in capitals and those of the same name around it: "Security" of "the Harbour Security Office". */
function wholeName(text: string, { start, word, isName }: Term): Span {
  const end = start + word.length
  if (!isName) return { start, end }
  const before = /(?:\p{Lu}[\p{L}\p{M}\p{N}’'.-]*[ \u00a0-])*$/u.exec(text.slice(0, start))?.[0] ?? ''
  const after = /^(?:[ \u00a0-]\p{Lu}[\p{L}\p{M}\p{N}’'-]*)*/u.exec(text.slice(end))?.[0] ?? ''
  return {
    start: start - withoutOpening(before, start - before.length),
    end: end + after.replace(/[’']s?$/u, '').length,
  }
}

/** The first word of a text has a capital whether it is a name or not. */
const withoutOpening = (before: string, at: number): number =>
  at > 0 ? before.length : before.length - (/^\S+[ \u00a0-]/u.exec(before)?.[0].length ?? 0)

function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else found.push({ ...span })
  }
  return found
}
