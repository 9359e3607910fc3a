import { describe, expect, test } from 'vitest'
import { read } from './read'

describe('dates in other languages', () => {
  test.each([
    [
      'fr',
      'Le navire a coulé le 7 mai 2024, mardi dernier ; hier, en mars 2023, le 1er avril, en 1979.',
      [
        '7 mai 2024 = 2024-05-07',
        'mardi dernier = 2024-05-14',
        'hier = 2024-05-15',
        'mars 2023 = 2023-03',
        '1er avril = 2024-04-01',
        '1979 = 1979',
      ],
    ],
    [
      'de',
      'Die Fähre sank am 7. Mai 2024, am Dienstag, vergangenen Freitag, gestern, im März 2023 und am 3. März.',
      [
        '7. Mai 2024 = 2024-05-07',
        'Dienstag = 2024-05-14',
        'vergangenen Freitag = 2024-05-10',
        'gestern = 2024-05-15',
        'März 2023 = 2023-03',
        '3. März = 2024-03-03',
      ],
    ],
    [
      'es',
      'Se hundió el 7 de mayo de 2024, el pasado viernes, ayer, en 1979.',
      ['7 de mayo de 2024 = 2024-05-07', 'pasado viernes = 2024-05-10', 'ayer = 2024-05-15', '1979 = 1979'],
    ],
    [
      'it',
      'È affondata il 7 maggio 2024, martedì scorso, ieri, nel 1979.',
      ['7 maggio 2024 = 2024-05-07', 'martedì scorso = 2024-05-14', 'ieri = 2024-05-15', '1979 = 1979'],
    ],
    [
      'pt-BR',
      'Afundou a 7 de maio de 2024, na terça-feira passada, ontem.',
      ['7 de maio de 2024 = 2024-05-07', 'terça-feira passada = 2024-05-14', 'ontem = 2024-05-15'],
    ],
    [
      'he',
      'הספינה טבעה ב-7 במאי 2024, ביום שלישי, אתמול, בשנת 1979, בשבוע שעבר.',
      [
        '7 במאי 2024 = 2024-05-07',
        'יום שלישי = 2024-05-14',
        'אתמול = 2024-05-15',
        '1979 = 1979',
        'שבוע שעבר = 2024-05-06/2024-05-12',
      ],
    ],
  ])('%s', (language, text, expressions) => {
    expect(read(text, language)).toEqual(expressions)
  })

  test.each([
    ['غرقت السفينة في 7 مايو 2024 قرب الميناء.', '7 مايو 2024 = 2024-05-07'],
    ['غرقت السفينة في ٧ أيار/مايو ٢٠٢٤.', '٧ أيار/مايو ٢٠٢٤ = 2024-05-07'],
    ['وقع الاتفاق في كانون الأول 2023.', 'كانون الأول 2023 = 2023-12'],
    ['غرقت في السابع من مايو.', 'السابع من مايو = 2024-05-07'],
    ['غرقت في الحادي والعشرين من أكتوبر.', 'الحادي والعشرين من أكتوبر = 2023-10-21'],
    ['قال رئيس البلدية يوم الثلاثاء إن الغواصين وصلوا.', 'يوم الثلاثاء = 2024-05-14'],
    ['أعلنت الشركة الأحد الماضي إغلاق الخط.', 'الأحد الماضي = 2024-05-12'],
    ['سيعقد المجلس جلسة يوم الأحد المقبل.', 'يوم الأحد المقبل = 2024-05-19'],
    ['وصل الغواصون أمس الأربعاء.', 'أمس الأربعاء = 2024-05-15'],
    ['أغلق الميناء الأسبوع الماضي.', 'الأسبوع الماضي = 2024-05-06/2024-05-12'],
    ['بني الميناء عام 1979.', '1979 = 1979'],
    ['بني الميناء في سنة ١٩٧٩.', '١٩٧٩ = 1979'],
  ])('Arabic: %s', (text, expression) => {
    expect(read(text, 'ar')).toEqual([expression])
  })

  test('where the language is unknown, full dates of any are found, and words that mean something else are not', () => {
    expect(read('Der Hafen ist hier seit dem 7. Mai 2024 zu.', null)).toEqual(['7. Mai 2024 = 2024-05-07'])
    expect(read('غرقت في 7 أيار 2024 The ferry sank on May 7.', null)).toEqual([
      '7 أيار 2024 = 2024-05-07',
      'May 7 = 2024-05-07',
    ])
  })
})
