import { plainDigits } from '../analysis/date-order'
import { foldWord, isWeekday } from './date-names'
import { type WrittenDate, writtenDates } from './written-date'

/** A line that is only a date: `updated` where it says when the article was changed, which is not its publication. */
export type DateLine = { edtf: string; updated: boolean }

/** What a line says that has nothing but dates: of publication, of the last change, or both. `text` is the line as compared. */
export type DatesOfLine = { text: string; published: WrittenDate | null; updated: WrittenDate | null }

const longestLine = 160
const times =
  /(?<![\d.])\d{1,2}(?:[:.٫h]|\s?(?:h|Uhr|uhr|час|時|时|點|点|시)\s?)\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[hH分분]\b)?|\d{1,2}\s?(?:[ap]\.?m\b\.?|h\b|Uhr|uhr|時|时|시)|(?:(?:GMT|UTC)\s?)?[+-]\d{1,2}:?(?:\d{2})?\b|\b[ap]\.m\.?/giu
const readingTimes =
  /\d{1,3}\s*[-–]?\s*(?:min|minutes?|minuten|minutos?|minuti|мин\.?|минут\p{L}*|dakika|dk|دقائق|دقيقة|דקות|分钟|分|분)(?!\p{L})\.?/giu
/** Words that stand beside a date on its line, folded. */
const besideDates = new Set(
  (
    'at on um a à le la las les il o os as em den der the am pm ore alle uhr kl klo ob o ut u v в г р года роки року year م ص هـ ' +
    'first last lasted date time day local updated update modified revised edited corrected amended published posted issued released created filed ' +
    'publication release online print read reading est edt gmt utc bst cet cest pst pdt cst cdt mst mdt ist msk sgt hkt jst kst aest aedt et pt ct wib mez mesz eest eet trt ' +
    'zuletzt aktualisiert geandert stand veroffentlicht erschienen erstellt datum vom lesezeit lesedauer ' +
    'mis mise jour maj modifie publie publiee paru parution cree premiere lecture temps de du et ' +
    'actualizado actualizada ultima actualizacion publicado publicada fecha el lectura hora modificado h hs ' +
    'atualizado atualizada atualizacao data publicacao as leitura criado ' +
    'aggiornato aggiornata aggiornamento pubblicato pubblicata modificato ultimo lettura ' +
    'опубликовано опубликован обновлено изменено дата публикации последнее обновление время мск создано размещено добавлено в ' +
    'опубліковано оновлено останнє оновлення публікації ' +
    'نشر نشرت تاريخ النشر التاريخ تحديث اخر آخر حدث في بتاريخ الساعة ساعة بتوقيت غرينتش يوم مساء صباحا مكة القدس المكرمة التحديث وقت قراءة ' +
    'פורסם פורסמה פרסום תאריך עודכן עדכון אחרון בשעה ב יום בתאריך זמן ' +
    '发布 发布于 发布时间 发表 发表于 发表时间 更新 更新于 更新时间 时间 日期 公開 公開日 掲載 配信 投稿 投稿日 更新日 更新日時 最終更新 最終更新日 公開日時 日 發布 發表 發布時間 更新時間 午前 午後 上午 下午 ' +
    '입력 등록 수정 승인 게재 발행 업데이트 오전 오후 기사입력 최종수정 년 월 일 ' +
    'yayinlanma yayin yayinlandi giris eklenme tarihi tarih guncelleme guncellenme guncellendi son saat ' +
    'gepubliceerd gewijzigd bijgewerkt geplaatst laatst laatste op om uur datum ' +
    'opublikowano opublikowany aktualizacja zaktualizowano dodano data godz godzina ostatnia r utworzono ' +
    'publicerad publicerat uppdaterad uppdaterat andrad klockan skapad publisert oppdatert sist endret publiceret opdateret offentliggjort d den ' +
    'julkaistu paivitetty muokattu δημοσιευση δημοσιευθηκε δημοσιευτηκε ενημερωση ενημερωθηκε τελευταια ωρα στις πμ μμ ' +
    'diterbitkan terbit diperbarui dipublikasikan tanggal pukul hari wit wita kemas kini pada ' +
    'đang cap nhat luc ngay thu gio ' +
    'انتشار تاریخ به روزرسانی بروزرسانی ویرایش ساعت ' +
    'megjelent frissitve frissites modositva kozzeteve publikovano zverejneno aktualizovano vydano zverejnene aktualizovane objavljeno azurirano ' +
    'प्रकाशित अपडेट बजे เผยแพร่ อัปเดต น publicat actualitzat actualizat publicata ora г р ч'
  )
    .split(' ')
    .map(foldWord),
)

/**
 * Reads a line that consists of dates alone, with weekdays, times of day and words such as "Published" around them.
 * @returns null for any other line, and for one with several dates that no word tells apart
 */
export function readDateLine(line: string): DatesOfLine | null {
  if (line.length > longestLine || !/\d\d|[٠-٩۰-۹०-९]{2}/u.test(line)) return null
  const text = plainDigits(line)
  const dates = writtenDates(text)
  if (dates.length === 0 || dates.length > 3) return null
  if (!hasDatesAlone(text, dates)) return null
  const updated = dates.find((date) => date.role === 'updated') ?? null
  const others = dates.filter((date) => date.role !== 'updated')
  const published = others.find((date) => date.role === 'published') ?? others[0] ?? null
  if (others.some((date) => date.role === null && date.edtf !== published?.edtf)) return null
  return { text, published, updated }
}

function hasDatesAlone(text: string, dates: readonly WrittenDate[]): boolean {
  const around = dates.map((date, index) => text.slice(dates[index - 1]?.end ?? 0, date.start))
  const rest = [...around, text.slice(dates.at(-1)?.end ?? 0)]
    .join(' | ')
    .replace(/^T?(?=\d{2}:\d{2})|(?<=\| )T(?=\d{2}:\d{2})/gu, ' ')
    .replace(readingTimes, ' min ')
    .replace(times, ' ')
    .replace(/\b\d{2}:\d{2}Z\b|\bZ\b|\(\p{L}{2,20}(?: \p{L}{2,12})?\)/gu, ' ')
  if (/\d/.test(rest)) return false
  const words = rest.match(/[\p{L}\p{M}]+/gu) ?? []
  return words.every(isBesideDate)
}

function isBesideDate(word: string): boolean {
  const folded = foldWord(word)
  return folded.length === 1 || folded === 'min' || besideDates.has(folded) || isWeekday(folded)
}

/**
 * The one day or month of a line that consists of dates alone, where it can't be mistaken.
 * @returns null for any other line
 */
export function parseDateLine(line: string): DateLine | null {
  const dates = readDateLine(line)
  const date = dates?.published ?? dates?.updated
  if (!dates || !date || date.other !== null) return null
  return { edtf: date.edtf, updated: dates.published === null }
}
