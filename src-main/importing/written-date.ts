import { isEdtf } from '../domain/edtf'
import { monthOfName } from './date-names'

/** What the words beside a date say of it. */
export type DateRole = 'published' | 'updated'

/** A date as a text writes it. Offsets are those in `plainDigits` of the text. */
export type WrittenDate = {
  /** A day or a month, as EDTF. */
  edtf: string
  /** The other day that it may be, where day and month could be mistaken for each other; `edtf` has the day first. */
  other: string | null
  role: DateRole | null
  start: number
  end: number
}

const year = String.raw`(?<y>1[6-9]\d\d|2[01]\d\d|25[5-9]\d(?=\D|$))`
const word = String.raw`(?<m>[\p{L}\p{M}][\p{L}\p{M}'’׳॰]*(?:\.[\p{L}\p{M}]+)?)`
const joint = String.raw`(?:(?:de|del|di|of|den|tháng|thang|năm|عام|سنة|من|an|ab)\s|d['’])?`
const end = String.raw`(?!\d|[-/.:]\d)`

type Groups = Record<string, string | undefined>

/** Best first: a later pattern never takes what an earlier one has. */
const patterns: readonly [RegExp, (groups: Groups) => Reading | null][] = [
  [
    new RegExp(
      String.raw`(?<![\d.:/-])${year}\s?[-/.年년]\s?(?<b>\d{1,2})\s?[-/.月월]\s?(?<a>\d{1,2})(?:\s?[日日일號号]|(?=T\d)|${end})`,
      'gu',
    ),
    (g) => reading(g.y, g.b, g.a),
  ],
  [
    new RegExp(
      String.raw`(?<![\d.:/-])(?<a>\d{1,2})(?:(?<sep>[-/])|(?<point>\. ?))(?<b>\d{1,2})(?:\k<sep>|\k<point>)(?<y>(?:1[6-9]|2[01])\d\d|\d\d)${end}`,
      'gu',
    ),
    numeric,
  ],
  [
    new RegExp(
      String.raw`(?<!\d[.:/-]?)(?<a>\d{1,2})(?:st|nd|rd|th|er|ère|ης|η|[-–]?го|[-–]?e|[ºª°.])?[-–/\s]*${joint}${word}(?:\s?/\s?[\p{L}\p{M}]+)?[-–/.,،\s]*${joint}${year}(?!\d|[.:]\d)`,
      'giu',
    ),
    (g) => named(g.y, g.m, g.a),
  ],
  [
    new RegExp(
      String.raw`(?<a>\d{1,2})\s(?<m>كانون ال[أا]ول|كانون الثاني|تشرين ال[أا]ول|تشرين الثاني)(?:\s?/\s?\p{L}+)?[،,\s]*${year}`,
      'gu',
    ),
    (g) => named(g.y, g.m, g.a),
  ],
  [
    new RegExp(String.raw`(?<!\d)(?<a>\d{1,2})\s(?:tháng|thang)\s(?<b>\d{1,2})[,\s]+(?:năm|nam)?\s?${year}`, 'giu'),
    (g) => reading(g.y, g.b, g.a),
  ],
  [
    new RegExp(
      String.raw`(?<![\p{L}\p{M}])${word}[-.\s]{1,2}(?<a>\d{1,2})(?:st|nd|rd|th)?[-,.،\s]{1,2}${year}(?!\d)`,
      'giu',
    ),
    (g) => named(g.y, g.m, g.a),
  ],
  [
    new RegExp(String.raw`(?<!\d)${year}[-.,]?\s?(?:m\.|-?ko|ж\.)?\s?${word}[-.\s]{1,2}(?<a>\d{1,2})(?!\d|:)`, 'giu'),
    (g) => named(g.y, g.m, g.a),
  ],
  [
    new RegExp(String.raw`(?<![\d\p{L}])${year}\s?[年년]\s?(?<b>\d{1,2})\s?[月월](?!\s?\d)`, 'gu'),
    (g) => reading(g.y, g.b, undefined),
  ],
  [
    new RegExp(String.raw`(?<![\p{L}\p{M}\d][.\s]?)${word}[,.]?\s(?:(?:de|del|of)\s)?${year}(?!\d)`, 'giu'),
    (g) => named(g.y, g.m, undefined),
  ],
]

type Reading = { edtf: string; other: string | null }

/** Whether a text can hold a date at all; most lines end here. */
const mayHoldDate = /\d{4}|\d[-/.] ?\d{1,2}[-/.] ?\d\d/

/**
 * The dates that a text writes out with their year, in the order of the text: in words of some fifty languages or in
 * digits, day or month. Years of other calendars are no dates here.
 * @param plain the text after `plainDigits`
 */
export function writtenDates(plain: string): WrittenDate[] {
  if (!mayHoldDate.test(plain)) return []
  const dates: WrittenDate[] = []
  for (const [pattern, read] of patterns) {
    for (const match of plain.matchAll(pattern)) {
      const [start, stop] = [match.index, match.index + match[0].length]
      if (dates.some((date) => start < date.end && stop > date.start)) continue
      const found = read(match.groups ?? {})
      if (found) dates.push({ ...found, role: null, start, end: stop })
    }
  }
  dates.sort((a, b) => a.start - b.start)
  return dates.map((date, index) => ({ ...date, role: roleOf(plain, dates, index) }))
}

function reading(y = '', month = '', day: string | undefined): Reading | null {
  const edtf = [fullYear(y), month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-')
  return Number(month) <= 12 && isEdtf(edtf) ? { edtf, other: null } : null
}

/** Thai years count from 543 before the common era; years of two digits are of the last hundred. */
function fullYear(y: string): string {
  if (y.length === 2) return `${Number(y) < 70 ? '20' : '19'}${y}`
  return y.startsWith('25') ? String(Number(y) - 543) : y
}

function named(y: string | undefined, name = '', day: string | undefined): Reading | null {
  const month = monthOfName(name)
  return month === null ? null : reading(y, String(month), day)
}

/** Day and month in either order; a point between them is written with the day first. */
function numeric({ a = '', b = '', y, point }: Groups): Reading | null {
  const dayFirst = reading(y, b, a)
  const monthFirst = point === undefined ? reading(y, a, b) : null
  if (!dayFirst || !monthFirst) return dayFirst ?? monthFirst
  return { edtf: dayFirst.edtf, other: monthFirst.edtf === dayFirst.edtf ? null : monthFirst.edtf }
}

const updatedWords =
  /updat|modif|revis|\bedited|correct|amended|aktuali[sz]|geändert|\bstand\b|mis(?:e)? à jour|maj\b|corrig|actuali[zs]|editad|atuali[zs]|aggiorna|обновл|измен|оновл|зменен|редакт|تحديث|تعديل|حُ?دّ?ث|עודכן|עדכון|更新|修改|güncel|bijgewerkt|gewijzigd|zaktual|aktuali|uppdatera|ändrad|opdater|oppdater|endret|päivitetty|muokattu|ενημ[εέ]ρ|τροποπ|diperbarui|kemas kini|cập nhật|수정|업데이트|به‌?روز|ویرایش|frissít|módosít|aktualizov|ažurira|posodob|अपडेट|আপডেট|แก้ไข|อัปเดต|upravené|atnaujinta|atjaunin|uuendatud|промен/iu
const publishedWords =
  /publi|posted|issued|released|first |created|filed|\bdate\b|veröffentlicht|erschienen|erstellt|datum|parution|paru |mis en ligne|créé|fecha|creado|publica|pubblica|data\b|criado|опубл|дата|размещ|створен|نشر|التاريخ|تاريخ|פורסם|פרסום|תאריך|发布|發布|发表|發表|刊登|公開|掲載|配信|投稿|発表|yay[ıi]n|eklen|tarih|gepubliceerd|geplaatst|opublik|dodano|publicera|skapad|offentlig|udgiv|julkaistu|julkaisu|δημοσ[ιί]ε|diterbitkan|terbit|dipublikasi|đăng|xuất bản|입력|등록|승인|게재|발행|انتشار|megjelen|közzét|létrehoz|zveřejněn|vydán|zverejn|objavljen|प्रकाशित|প্রকাশ|เผยแพร่|แชร์|paskelbta|publicēts|avaldatud/iu
/** A role that stands behind its date, without a space: "2024年5月7日更新". */
const roleBehind = /^[\s\d:時时点分]{0,8}(?:(更新)|(公開|掲載|配信|発表|投稿|发布|發布|发表|刊登))/u

/** So many characters before a date may say what it is the date of. */
const widestLabel = 48

function roleOf(plain: string, dates: readonly { start: number; end: number }[], index: number): DateRole | null {
  const { start, end: stop } = dates[index] ?? { start: 0, end: 0 }
  const next = dates[index + 1]
  const gap = plain.slice(stop, next?.start ?? stop + 20)
  const behind = roleBehind.exec(gap)
  if (behind && (!next || /^\S/u.test(gap))) return behind[1] ? 'updated' : 'published'
  const before = plain.slice(Math.max(dates[index - 1]?.end ?? 0, start - widestLabel), start)
  const updated = lastOf(updatedWords, before)
  const published = lastOf(publishedWords, before)
  if (updated < 0 && published < 0) return null
  // "Mis à jour" and "publié" may both stand before it: the nearer one is its label.
  return updated >= published ? 'updated' : 'published'
}

function lastOf(words: RegExp, text: string): number {
  const all = [...text.matchAll(new RegExp(words.source, 'giu'))]
  return all.at(-1)?.index ?? -1
}
