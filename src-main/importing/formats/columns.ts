import type { MetadataField } from '../../domain/article'

/**
 * What a column of a table, or a key of an object, holds. `lead`: the first paragraph, which the text leaves out;
 * `abstract`: a summary; `files`: names of files that belong to the entry; `key`: the entry's own name.
 */
export type ColumnRole = MetadataField | 'text' | 'lead' | 'abstract' | 'files' | 'key'

/** Names of columns as databases, scrapers and people write them, best first, without case, accents and punctuation. */
const namesByRole: Readonly<Record<ColumnRole, string>> = {
  title:
    'headline title webtitle articletitle head hd heading titre titel titulo titolo tytul baslik rubrik uberschrift ' +
    'schlagzeile заголовок название العنوان عنوان כותרת 标题 標題 タイトル 見出し 제목',
  subtitle: 'subtitle subheadline subhead standfirst deck dek soustitre untertitel subtitulo sottotitolo подзаголовок',
  byline:
    'byline author authors writer reporter journalist creator au auteur auteurs autor autores autorin autore verfasser ' +
    'yazar автор авторы الكاتب كاتب المؤلف מחבר 作者 著者 기자',
  outlet:
    'outlet newspaper publicationtitle publicationname publication sourcename source publisher medium media journal ' +
    'containertitle sitename site sn sourcehostname hostname sourcedomain domain website zeitung quelle medien fuente ' +
    'medio periodico fonte testata giornale krant bron kaynak gazete gazeta zrodlo источник издание газета المصدر ' +
    'الصحيفة מקור עיתון 来源 來源 媒体 媒體 新聞 매체',
  section:
    'section sectionname desk category categories rubrique seccion sezione ressort kategorie rubriek рубрика раздел القسم ' +
    '栏目 欄目 분류',
  published:
    'published publicationdate publisheddate datepublished publishedat publishdate datepublish dateofpublication pubdate ' +
    'webpublicationdate firstpublished date datetime day pd issued loaddate timestamp createdat created erscheinungsdatum ' +
    'veroffentlicht veroffentlichungsdatum datum fecha fechadepublicacion datedepublication datadepublicacao data tarih ' +
    'дата датапубликации تاريخ التاريخ تاريخالنشر תאריך 日期 发布日期 發布日期 日付 날짜 publicationyear year',
  updated:
    'updated datemodified datemodify lastmodified modified modifieddate updatedat dateupdated lastupdated aktualisiert',
  language: 'language lang inlanguage la langue sprache idioma lingua taal dil jezyk язык اللغة שפה 语言 語言 言語',
  url:
    'url articleurl weburl link permalink href uri sourceurl canonicalurl webaddress address lien adresse enlace ' +
    'collegamento ссылка الرابط رابط קישור 链接 連結',
  text:
    'fulltext articletext articlebody bodytext maintext body text content td contenthtml contenttext bodyhtml html rawtext ' +
    'article story texte textecomplet contenu inhalt volltext artikeltext texto textocompleto contenido cuerpo conteudo ' +
    'testo contenuto tekst tresc metin icerik текст содержание النص نص المحتوى טקסט 正文 内容 內容 全文 本文 본문',
  lead: 'leadparagraph lp',
  abstract:
    'abstract abstractnote summary description excerpt snippet teaser lead hitsentence openingtext zusammenfassung ' +
    'resume resumen riassunto samenvatting ozet аннотация ملخص 摘要 要約',
  files: 'fileattachments attachments files file filename',
  key: 'key citationkey id',
}

const roleByName: ReadonlyMap<string, { role: ColumnRole; rank: number }> = new Map(
  Object.entries(namesByRole).flatMap(([role, names]) =>
    names.split(' ').map((name, rank) => [name, { role: role as ColumnRole, rank }]),
  ),
)

/** The role of a column by its name, and how well the name says it (0 is best); null for any other column. */
export function columnRole(name: string): { role: ColumnRole; rank: number } | null {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return roleByName.get(plain) ?? null
}
