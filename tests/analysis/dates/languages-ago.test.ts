import { describe, expect, test } from 'vitest'
import { read } from './read'

/** What stands behind "ago" in each language, beside other uses of the same words. Published on Thursday, 16 May 2024. */
describe.each<[language: string, cases: [text: string, ...expressions: string[]][]]>([
  [
    'fr',
    [
      ['Le bac a coulé il y a trois jours.', 'il y a trois jours = 2024-05-13'],
      ['Il y a une semaine, le port a fermé.', 'Il y a une semaine = 2024-05-06/2024-05-12'],
      ['Le pont fut bâti il y a deux ans, agrandi il y a 4 mois.', 'il y a deux ans = 2022', 'il y a 4 mois = 2024-01'],
      ['Le phare fut éteint il y a environ vingt ans.', 'il y a environ vingt ans = 2004~'],
      ['La digue a cédé il y a quelques jours.', 'il y a quelques jours = 2024-05-10/2024-05-14'],
      ['Il y a trois jours de grève et il y a deux ponts.'],
      ['Il y a deux ansériformes sur le quai.'],
      ['Il y a deux jours fériés cette semaine.', 'cette semaine = 2024-05-13/2024-05-19'],
      ['Ici il y a trois jours ouvrables et il y a cinq jours ouvrés.'],
      ['Il y a sept jours dans une semaine.'],
      ['On sait qu’il y a douze mois dans une année.'],
      ['Le bac part quand il y a deux jours par semaine sans vent.'],
      ['Il y a deux jours entre les marées.'],
      ['Le bac a coulé il y a trois jours dans le port.', 'il y a trois jours = 2024-05-13'],
      ['Le pont fut fermé il y a deux ans par le maire.', 'il y a deux ans = 2022'],
      ['Le bac a coulé il y a deux ans par un jour de vent.', 'il y a deux ans = 2022'],
    ],
  ],
  [
    'de',
    [
      ['Die Fähre sank vor drei Tagen.', 'vor drei Tagen = 2024-05-13'],
      ['Vor einer Woche schloss der Hafen.', 'Vor einer Woche = 2024-05-06/2024-05-12'],
      [
        'Sie wurde vor zwei Jahren gebaut, vor 4 Monaten verkauft.',
        'vor zwei Jahren = 2022',
        'vor 4 Monaten = 2024-01',
      ],
      ['Der Turm erlosch vor rund zwanzig Jahren.', 'vor rund zwanzig Jahren = 2004~'],
      ['Der Damm brach vor wenigen Tagen.', 'vor wenigen Tagen = 2024-05-10/2024-05-14'],
      ['Die Fähre sank vor einem Tage.', 'vor einem Tage = 2024-05-15'],
      ['Die Fähre sank vor einem Jahre.', 'vor einem Jahre = 2023'],
      ['Die Fähre sank vor einem TagE und vor drei TagEN.'],
      ['Er steht vor drei Tagen Urlaub und vor zwei Jahren Haft.'],
      ['Er warnt vor zwei Tagen pro Woche ohne Fähre.'],
      ['Er stand vor drei Toren und vor zwei Jahreszahlen.'],
    ],
  ],
  [
    'es',
    [
      ['El barco se hundió hace tres días.', 'hace tres días = 2024-05-13'],
      ['Hace una semana cerró el puerto.', 'Hace una semana = 2024-05-06/2024-05-12'],
      ['Se construyó hace dos años y se vendió hace 4 meses.', 'hace dos años = 2022', 'hace 4 meses = 2024-01'],
      ['El faro se apagó hace más de veinte años.', 'hace más de veinte años = 2004~'],
      ['El dique cedió hace unos días.', 'hace unos días = 2024-05-10/2024-05-14'],
      ['El patrón hace tres días de huelga y hace dos semanas de vacaciones.'],
      ['El bar hace dos días festivos y hace dos días por semana de guardia.'],
      ['El patrón murió hace tres días de un infarto.', 'hace tres días = 2024-05-13'],
      ['Hace tres preguntas y hace dos diarios.'],
    ],
  ],
  [
    'it',
    [
      ['Il traghetto è affondato tre giorni fa.', 'tre giorni fa = 2024-05-13'],
      ['Una settimana fa il porto ha chiuso.', 'Una settimana fa = 2024-05-06/2024-05-12'],
      ['Fu costruito due anni fa e venduto 4 mesi fa.', 'due anni fa = 2022', '4 mesi fa = 2024-01'],
      ['Il faro si spense circa venti anni fa.', 'circa venti anni fa = 2004~'],
      ['La diga ha ceduto pochi giorni fa.', 'pochi giorni fa = 2024-05-10/2024-05-14'],
      ['Per tre giorni fatica e due anni famosi.'],
    ],
  ],
  [
    'pt',
    [
      ['O barco afundou há três dias.', 'há três dias = 2024-05-13'],
      ['Há uma semana o porto fechou.', 'Há uma semana = 2024-05-06/2024-05-12'],
      ['Foi feito há dois anos e vendido quatro meses atrás.', 'há dois anos = 2022', 'quatro meses atrás = 2024-01'],
      ['O farol apagou-se há cerca de vinte anos.', 'há cerca de vinte anos = 2004~'],
      ['O dique cedeu há alguns dias.', 'há alguns dias = 2024-05-10/2024-05-14'],
      ['Há dois dias úteis e há três dias feriados.'],
      ['Há sete dias numa semana e há doze meses em cada ano.'],
      ['Há dois dias entre as marés.'],
      ['O barco afundou há três dias num porto.', 'há três dias = 2024-05-13'],
      ['Há três diários e há dois dias de festa.'],
    ],
  ],
  [
    'ar',
    [
      ['غرقت العبارة قبل ثلاثة أيام.', 'قبل ثلاثة أيام = 2024-05-13'],
      [
        'أغلق الميناء قبل أسبوعين، وقبل يومين عاد العمال.',
        'قبل أسبوعين = 2024-04-29/2024-05-05',
        'قبل يومين = 2024-05-14',
      ],
      ['بني الجسر قبل عامين، وبيع قبل ٤ أشهر.', 'قبل عامين = 2022', 'قبل ٤ أشهر = 2024-01'],
      ['انطفأت المنارة قبل نحو 20 عاما.', 'قبل نحو 20 عاما = 2004~'],
      ['انهار السد قبل أيام.', 'قبل أيام = 2024-05-10/2024-05-14'],
      ['أغلق الميناء قبل أسبوع.', 'قبل أسبوع = 2024-05-06/2024-05-12'],
      ['وصلوا قبل ثلاثة أيام من العاصفة وقبل يوم العمال وقبل شهر الصيف.'],
      ['وصلوا قبل أسبوعين على الاقتراع، وقبل شهرين فقط من الموسم.'],
      ['بني الجسر قبل عامين على الأقل.', 'قبل عامين = 2022'],
      ['بني الجسر قبل عام 2015 بكثير.', '2015 = 2015'],
    ],
  ],
  [
    'he',
    [
      ['המעבורת טבעה לפני שלושה ימים.', 'לפני שלושה ימים = 2024-05-13'],
      [
        'לפני שבועיים נסגר הנמל, ולפני יומיים נפתח.',
        'לפני שבועיים = 2024-04-29/2024-05-05',
        'לפני יומיים = 2024-05-14',
      ],
      ['הגשר נבנה לפני שנתיים ונמכר לפני 4 חודשים.', 'לפני שנתיים = 2022', 'לפני 4 חודשים = 2024-01'],
      ['המגדלור כבה לפני כ-20 שנה.', 'לפני כ-20 שנה = 2004~'],
      ['הסכר קרס לפני כמה ימים.', 'לפני כמה ימים = 2024-05-10/2024-05-14'],
      ['הוא עמד לפני שלושה שערים, לפני שבוע הספר ולפני יום שישי.', 'יום שישי = 2024-05-10'],
    ],
  ],
])('%s', (language, cases) => {
  test.each(cases)('%s', (...[text, ...expressions]) => {
    expect(read(text, language)).toEqual(expressions)
  })
})

test('without a publication date they stay open', () => {
  expect(read('Le bac a coulé il y a trois jours.', 'fr', null)).toEqual([
    'il y a trois jours = ? needs-publication-date',
  ])
})
