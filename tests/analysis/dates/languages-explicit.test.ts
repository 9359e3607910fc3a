import { describe, expect, test } from 'vitest'
import { read } from './read'

type Case = readonly [text: string, ...expressions: string[]]

const check = (language: string, cases: readonly Case[]): void => {
  test.each(cases)('%s', (text, ...expressions) => {
    expect(read(text, language)).toEqual(expressions)
  })
}

describe('French', () => {
  check('fr', [
    ['Le navire a coulé le mardi 7 mai 2024.', 'mardi 7 mai 2024 = 2024-05-07'],
    ['Il a coulé le 1er mai, puis le 7 févr. 2023.', '1er mai = 2024-05-01', '7 févr. 2023 = 2023-02-07'],
    ['Fermé du 6 au 9 mai 2024.', '6 au 9 mai 2024 = 2024-05-06/2024-05-09'],
    ['Fermé du 30 décembre au 2 janvier 2024.', '30 décembre au 2 janvier 2024 = 2023-12-30/2024-01-02'],
    ['Fermé entre le 6 et le 9 mai.', '6 et le 9 mai = 2024-05-06/2024-05-09'],
    ['Il a coulé mardi ; il partira vendredi prochain.', 'mardi = 2024-05-14', 'vendredi prochain = 2024-05-17'],
    ['Ouvert en mai dernier, fermé fin 2023.', 'mai dernier = 2023-05', 'fin 2023 = 2023'],
    [
      'Bâti au printemps 2023, au XIXe siècle, dans les années 1990.',
      'printemps 2023 = 2023-21',
      'XIXe siècle = 18XX',
      'années 1990 = 199X',
    ],
    ['Un port fermé la semaine dernière et hier.', 'la semaine dernière = 2024-05-06/2024-05-12', 'hier = 2024-05-15'],
    ['Ils marchent vers mars, planète rouge ; 1979 personnes.'],
  ])
})

describe('German', () => {
  check('de', [
    ['Die Fähre sank am Dienstag, dem 7. Mai 2024.', 'Dienstag, dem 7. Mai 2024 = 2024-05-07'],
    ['Sie sank am 7. Okt. 2023 und am 7.5.24.', '7. Okt. 2023 = 2023-10-07', '7.5.24 = 2024-05-07'],
    ['Gesperrt vom 6. bis zum 9. Mai.', '6. bis zum 9. Mai = 2024-05-06/2024-05-09'],
    ['Gesperrt 6.–9. Mai 2024.', '6.–9. Mai 2024 = 2024-05-06/2024-05-09'],
    ['Am Montagabend sank sie.', 'Montagabend = 2024-05-13'],
    ['Sie fährt am kommenden Freitag.', 'kommenden Freitag = 2024-05-17'],
    ['Anfang Mai und Ende 2023.', 'Anfang Mai = 2024-05', 'Ende 2023 = 2023'],
    [
      'Im Jahr 1979, im 19. Jahrhundert, in den 1990er Jahren.',
      '1979 = 1979',
      '19. Jahrhundert = 18XX',
      '1990er Jahren = 199X',
    ],
    ['Im Herbst 2023 und letzte Woche.', 'Herbst 2023 = 2023-23', 'letzte Woche = 2024-05-06/2024-05-12'],
    ['Es kostet 1979 Euro, am Morgen danach.'],
  ])
})

describe('Spanish', () => {
  check('es', [
    ['Se hundió el martes 7 de mayo de 2024.', 'martes 7 de mayo de 2024 = 2024-05-07'],
    ['Se hundió el 7 de mayo del 2024.', '7 de mayo del 2024 = 2024-05-07'],
    ['Cerrado del 6 al 9 de mayo de 2024.', '6 al 9 de mayo de 2024 = 2024-05-06/2024-05-09'],
    ['Cerrado entre el 6 y el 9 de mayo.', '6 y el 9 de mayo = 2024-05-06/2024-05-09'],
    ['Zarpará el próximo viernes.', 'próximo viernes = 2024-05-17'],
    [
      'A principios de mayo, en mayo y a finales de 2023.',
      'principios de mayo = 2024-05',
      'mayo = 2024-05',
      'finales de 2023 = 2023',
    ],
    [
      'En el siglo XIX, en los años 1990, en la primavera de 2023.',
      'siglo XIX = 18XX',
      'años 1990 = 199X',
      'primavera de 2023 = 2023-21',
    ],
    ['Ayer y la semana pasada.', 'Ayer = 2024-05-15', 'la semana pasada = 2024-05-06/2024-05-12'],
    ['Por la mañana marcharon 7 personas.'],
  ])
})

describe('Italian', () => {
  check('it', [
    ['È affondata martedì 7 maggio 2024.', 'martedì 7 maggio 2024 = 2024-05-07'],
    ["È affondata l'8 maggio e il 1º giugno 2023.", '8 maggio = 2024-05-08', '1º giugno 2023 = 2023-06-01'],
    ['Chiuso dal 6 al 9 maggio 2024.', '6 al 9 maggio 2024 = 2024-05-06/2024-05-09'],
    ['Chiuso tra il 6 e il 9 maggio.', '6 e il 9 maggio = 2024-05-06/2024-05-09'],
    ['Partirà venerdì prossimo.', 'venerdì prossimo = 2024-05-17'],
    [
      'A maggio, nel maggio 2023, lo scorso aprile.',
      'maggio = 2024-05',
      'maggio 2023 = 2023-05',
      'scorso aprile = 2024-04',
    ],
    ['Nel XIX secolo, a fine 2023 e dopodomani.', 'XIX secolo = 18XX', 'fine 2023 = 2023', 'dopodomani = 2024-05-18'],
  ])
})

describe('Portuguese', () => {
  check('pt', [
    ['Afundou na terça-feira, 7 de maio de 2024.', 'terça-feira, 7 de maio de 2024 = 2024-05-07'],
    ['Fechado de 6 a 9 de maio de 2024.', '6 a 9 de maio de 2024 = 2024-05-06/2024-05-09'],
    ['Fechado entre 6 e 9 de maio.', '6 e 9 de maio = 2024-05-06/2024-05-09'],
    ['Abre na próxima sexta-feira.', 'próxima sexta-feira = 2024-05-17'],
    [
      'Em maio, em meados de abril, no final de 2023.',
      'maio = 2024-05',
      'meados de abril = 2024-04',
      'final de 2023 = 2023',
    ],
    ['No século XIX e nos anos 1990; ontem.', 'século XIX = 18XX', 'anos 1990 = 199X', 'ontem = 2024-05-15'],
  ])
})

describe('Arabic', () => {
  check('ar', [
    ['غرقت يوم الثلاثاء 7 مايو 2024.', 'يوم الثلاثاء 7 مايو 2024 = 2024-05-07'],
    ['غرقت في ٧ أيار ٢٠٢٤ وفي 7 ماي 2023.', '٧ أيار ٢٠٢٤ = 2024-05-07', '7 ماي 2023 = 2023-05-07'],
    ['غرقت في ٧ أيار/مايو ٢٠٢٤.', '٧ أيار/مايو ٢٠٢٤ = 2024-05-07'],
    ['بين كانون الثاني 2023 وشباط 2023.', 'كانون الثاني 2023 = 2023-01', 'شباط 2023 = 2023-02'],
    ['أغلق من 6 إلى 9 مايو 2024.', '6 إلى 9 مايو 2024 = 2024-05-06/2024-05-09'],
    ['أغلق بين ٦ و٩ أيار.', '٦ و٩ أيار = 2024-05-06/2024-05-09'],
    ['غرقت في مطلع مايو.', 'مطلع مايو = 2024-05'],
    ['تبحر غدا الجمعة.', 'غدا الجمعة = 2024-05-17'],
    ['بني في عام 2023م.', '2023 = 2023'],
    ['حضر ١٩٧٩ شخصا.'],
  ])

  const names = [
    ['يناير', 'كانون الثاني', 'جانفي'],
    ['فبراير', 'شباط', 'فيفري'],
    ['مارس', 'آذار'],
    ['أبريل', 'نيسان', 'أفريل'],
    ['مايو', 'أيار', 'ماي'],
    ['يونيو', 'حزيران', 'جوان'],
    ['يوليو', 'تموز', 'جويلية'],
    ['أغسطس', 'آب', 'أوت'],
    ['سبتمبر', 'أيلول'],
    ['أكتوبر', 'تشرين الأول'],
    ['نوفمبر', 'تشرين الثاني'],
    ['ديسمبر', 'كانون الأول'],
  ]
  test.each(names.flatMap((same, i) => same.map((name) => [name, i + 1] as const)))('%s is month %i', (name, month) => {
    expect(read(`غرقت في 3 ${name} 2023.`, 'ar')).toEqual([
      `3 ${name} 2023 = 2023-${String(month).padStart(2, '0')}-03`,
    ])
  })
})

describe('Hebrew', () => {
  check('he', [
    ['הספינה טבעה ביום שלישי, 7 במאי 2024.', 'יום שלישי, 7 במאי 2024 = 2024-05-07'],
    ['הספינה טבעה ב-7 במאי.', '7 במאי = 2024-05-07'],
    ['הנמל נסגר בין 6 ל-9 במאי 2024.', '6 ל-9 במאי 2024 = 2024-05-06/2024-05-09'],
    ['הנמל נסגר 6-9 במאי.', '6-9 במאי = 2024-05-06/2024-05-09'],
    ["הנמל נסגר ביום ד' ובשבת.", "יום ד' = 2024-05-15", 'שבת = 2024-05-11'],
    ['הנמל נפתח במאי 2023 ונסגר במאי.', 'מאי 2023 = 2023-05', 'מאי = 2024-05'],
    ['הספינה תגיע מחר.', 'מחר = 2024-05-17'],
    ['הספינה טבעה ב-7.5.2024.', '7.5.2024 = 2024-05-07'],
  ])
})

test('every month of the European languages is found, with and without a capital', () => {
  const months: Record<string, string> = {
    fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  }
  for (const [language, names] of Object.entries(months)) {
    const of = language === 'es' || language === 'pt' ? 'de ' : ''
    const point = language === 'de' ? '.' : ''
    for (const [i, name] of names.split(' ').entries()) {
      const value = `2023-${String(i + 1).padStart(2, '0')}-03`
      for (const written of [name, name.charAt(0).toUpperCase() + name.slice(1)]) {
        const text = `3${point} ${of}${written} ${of}2023`
        expect(read(`(${text})`, language)).toEqual([`${text} = ${value}`])
      }
    }
  }
})
