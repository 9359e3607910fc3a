/** Invented sentences, each with the encodings that its language was written in before UTF-8. The second half is kept for checking. */
export const encodedTexts: readonly { language: string; labels: readonly string[]; dev: string; check: string }[] = [
  {
    language: 'ru',
    labels: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'],
    dev: 'Паром на северные острова не выйдет из гавани, пока не починят стену, сказала инженер Тове Линд. За неделю волны сдвинули три камня, и никто не знает, когда придёт кран. Жители просят совет оплатить ремонт.',
    check:
      'Мэр Порт-Анселя объявил во вторник, что школа откроется только весной. «Мы не успели заменить крышу», — признал он на встрече с родителями. Деньги на работы обещала выделить область, однако договор ещё не подписан.',
  },
  {
    language: 'uk',
    labels: ['windows-1251', 'koi8-u'],
    dev: 'Пором на північні острови не вийде з гавані, доки не полагодять стіну, сказала інженерка Туве Лінд. Хвилі зсунули три камені, і ніхто не знає, коли прибуде кран. Мешканці просять раду оплатити ремонт.',
    check:
      'Міська рада вирішила у вівторок закрити міст на тиждень. Інженери знайшли тріщини, які з’явилися після повені. Автобуси їздитимуть іншою дорогою, а діти ходитимуть до школи пішки через парк.',
  },
  {
    language: 'bg',
    labels: ['windows-1251'],
    dev: 'Фериботът за северните острови няма да тръгне, преди да бъде поправена стената, каза инженер Туве Линд. Вълните преместиха три камъка и никой не знае кога ще дойде кранът. Жителите искат общината да плати.',
    check:
      'Кметът на градчето обяви във вторник, че училището ще отвори чак напролет. Покривът още не е сменен, а договорът с фирмата не е подписан. Родителите поискаха среща с областния управител.',
  },
  {
    language: 'ar',
    labels: ['windows-1256', 'iso-8859-6'],
    dev: 'قالت المهندسة إن العبارة لن تبحر إلى الجزر الشمالية قبل إصلاح جدار الميناء. حركت الأمواج ثلاثة أحجار خلال أسبوع ولا أحد يعرف متى تصل الرافعة. وطلب السكان من المجلس أن يدفع تكاليف الإصلاح.',
    check:
      'أعلن رئيس البلدية يوم الثلاثاء أن المدرسة لن تفتح أبوابها قبل الربيع. ولم يستبدل العمال السقف بعد لأن العقد لم يوقع. وينتظر الأهالي لقاء مع المحافظ في نهاية الشهر الجاري.',
  },
  {
    language: 'he',
    labels: ['windows-1255', 'iso-8859-8'],
    dev: 'המעבורת לאיים הצפוניים לא תפליג לפני שקיר הנמל יתוקן, אמרה המהנדסת. הגלים הזיזו שלוש אבנים במשך שבוע ואיש אינו יודע מתי יגיע המנוף. התושבים ביקשו מהמועצה לשלם עבור התיקון.',
    check:
      'ראש העירייה הודיע ביום שלישי כי בית הספר ייפתח רק באביב. הגג עדיין לא הוחלף והחוזה עם החברה לא נחתם. ההורים ביקשו פגישה דחופה עם נציגי המחוז עד סוף החודש.',
  },
  {
    language: 'el',
    labels: ['windows-1253', 'iso-8859-7'],
    dev: 'Το πλοίο για τα βόρεια νησιά δεν θα σαλπάρει πριν επισκευαστεί ο μόλος, είπε η μηχανικός. Τα κύματα μετακίνησαν τρεις πέτρες και κανείς δεν ξέρει πότε θα έρθει ο γερανός. Οι κάτοικοι ζητούν χρήματα από τον δήμο.',
    check:
      'Ο δήμαρχος ανακοίνωσε την Τρίτη ότι το σχολείο θα ανοίξει μόνο την άνοιξη. Η στέγη δεν έχει αλλάξει ακόμη και η σύμβαση δεν υπογράφηκε. Οι γονείς ζήτησαν συνάντηση με τον περιφερειάρχη.',
  },
  {
    language: 'tr',
    labels: ['windows-1254'],
    dev: 'Kuzey adalarına giden feribot, liman duvarı onarılmadan yola çıkmayacak, dedi mühendis. Dalgalar bir haftada üç taşı yerinden oynattı ve vincin ne zaman geleceğini kimse bilmiyor. Halk belediyeden para istiyor.',
    check:
      'Belediye başkanı salı günü okulun ancak ilkbaharda açılacağını açıkladı. Çatı henüz değiştirilmedi, şirketle sözleşme de imzalanmadı. Veliler ay sonuna kadar valiyle görüşmek istiyor.',
  },
  {
    language: 'pl',
    labels: ['windows-1250', 'iso-8859-2'],
    dev: 'Prom na północne wyspy nie wypłynie, dopóki nie zostanie naprawiona ściana portu, powiedziała inżynier. Fale przesunęły trzy kamienie i nikt nie wie, kiedy przyjedzie dźwig. Mieszkańcy chcą, żeby zapłaciła gmina.',
    check:
      'Burmistrz ogłosił we wtorek, że szkoła zostanie otwarta dopiero wiosną. Dach wciąż nie został wymieniony, a umowa z firmą czeka na podpis. Rodzice żądają spotkania z wojewodą jeszcze w tym miesiącu.',
  },
  {
    language: 'cs',
    labels: ['windows-1250', 'iso-8859-2'],
    dev: 'Přívoz na severní ostrovy nevypluje, dokud nebude opravena přístavní zeď, řekla inženýrka. Vlny posunuly tři kameny a nikdo neví, kdy přijede jeřáb. Obyvatelé chtějí, aby opravu zaplatila obec.',
    check:
      'Starosta v úterý oznámil, že škola se otevře až na jaře. Střecha ještě není vyměněná a smlouva s firmou není podepsaná. Rodiče žádají o schůzku s hejtmanem do konce měsíce.',
  },
  {
    language: 'hu',
    labels: ['windows-1250', 'iso-8859-2'],
    dev: 'Az északi szigetekre induló komp nem hajózik ki, amíg meg nem javítják a kikötő falát, mondta a mérnök. A hullámok három követ mozdítottak el, és senki sem tudja, mikor érkezik a daru. A lakók pénzt kérnek.',
    check:
      'A polgármester kedden bejelentette, hogy az iskola csak tavasszal nyílik meg. A tetőt még nem cserélték ki, és a szerződést sem írták alá. A szülők sürgős találkozót kérnek a hónap végéig.',
  },
  {
    language: 'fr',
    labels: ['windows-1252', 'macintosh'],
    dev: 'Le bac des îles du Nord ne partira pas avant que la jetée soit réparée, a déclaré l’ingénieure. La houle a déplacé trois pierres et personne ne sait quand arrivera la grue. Les habitants réclament de l’argent à la mairie.',
    check:
      'Le maire a annoncé mardi que l’école n’ouvrirait qu’au printemps. La toiture n’a pas encore été remplacée et le marché reste à signer. Des parents inquiets ont demandé à être reçus à la préfecture.',
  },
  {
    language: 'de',
    labels: ['windows-1252', 'macintosh'],
    dev: 'Die Fähre zu den nördlichen Inseln läuft nicht aus, bevor die Hafenmauer ausgebessert ist, sagte die Ingenieurin. Die Dünung hat drei Blöcke verschoben, und niemand weiß, wann der Kran kommt. Die Bürger hoffen auf Geld.',
    check:
      'Der Bürgermeister kündigte am Dienstag an, dass die Schule erst im Frühjahr öffnet. Das Dach ist noch nicht erneuert, der Vertrag nicht unterschrieben. Die Eltern möchten den Landrat persönlich hören.',
  },
  {
    language: 'es',
    labels: ['windows-1252'],
    dev: 'El transbordador a las islas del norte no zarpará hasta que se repare el muelle, dijo la ingeniera. El oleaje movió tres piedras y nadie sabe cuándo llegará la grúa. Los vecinos pedirán dinero al ayuntamiento mañana.',
    check:
      'El alcalde anunció el martes que el colegio abrirá en la próxima primavera. El tejado aún no está cambiado y el contrato sigue sin firmarse. Los padres pidieron una reunión con el gobernador este año.',
  },
  {
    language: 'ja',
    labels: ['shift_jis', 'euc-jp'],
    dev: '北の島々へ向かうフェリーは、港の壁が直るまで出航しないと技師は話した。一週間の波で三つの石が動き、クレーンがいつ来るのか誰にも分からない。住民は町に修理の費用を求めている。',
    check:
      '町長は火曜日、学校が開くのは春になると発表した。屋根はまだ取り替えられておらず、会社との契約も結ばれていない。保護者たちは今月末までに知事と会うことを望んでいる。',
  },
  {
    language: 'zh-Hans',
    labels: ['gb18030'],
    dev: '工程师说，在港口的墙修好以前，开往北方各岛的渡船不会出发。一个星期的大浪移动了三块石头，没有人知道吊车什么时候能来。居民要求镇里支付修理的费用。',
    check:
      '镇长星期二宣布，学校要到春天才能开门。屋顶还没有更换，与公司的合同也没有签字。家长们希望在这个月底以前和省里的官员见面，谈一谈孩子们的情况。',
  },
  {
    language: 'zh-Hant',
    labels: ['big5'],
    dev: '工程師說，在港口的牆修好以前，開往北方各島的渡船不會出發。一個星期的大浪移動了三塊石頭，沒有人知道吊車什麼時候能來。居民要求鎮裡支付修理的費用。',
    check:
      '鎮長星期二宣布，學校要到春天才能開門。屋頂還沒有更換，與公司的合約也沒有簽字。家長們希望在這個月底以前和縣裡的官員見面，談一談孩子們的情況。',
  },
  {
    language: 'ko',
    labels: ['euc-kr'],
    dev: '항구의 벽을 고치기 전에는 북쪽 섬으로 가는 배가 떠나지 않을 것이라고 기술자가 말했다. 일주일 동안의 파도가 돌 세 개를 움직였고 크레인이 언제 올지 아무도 모른다. 주민들은 수리비를 요구했다.',
    check:
      '시장은 화요일에 학교가 봄에야 문을 열 것이라고 발표했다. 지붕은 아직 바꾸지 못했고 회사와의 계약도 맺지 못했다. 학부모들은 이달 말까지 도지사와 만나기를 바라고 있다.',
  },
]

/** Bytes of a text in an encoding, by turning round what the decoder makes of every byte and pair of bytes. */
export function encoded(text: string, label: string): Uint8Array {
  const table = tables.get(label) ?? tableOf(label)
  return Uint8Array.from(
    [...text].flatMap((c) => (c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]))),
  )
}

function tableOf(label: string): ReadonlyMap<string, number[]> {
  const table = new Map<string, number[]>()
  const multiByte = /jis|euc|gb|big5/.test(label)
  const decode = (bytes: number[]) => new TextDecoder(label).decode(Uint8Array.from(bytes))
  for (let first = 0x80; first < 0x100; first += 1) {
    const single = decode([first])
    if ([...single].length === 1 && single !== '\ufffd' && !table.has(single)) table.set(single, [first])
    if (!multiByte) continue
    for (let second = 0x40; second < 0x100; second += 1) {
      const pair = decode([first, second])
      if ([...pair].length === 1 && pair !== '\ufffd' && !table.has(pair)) table.set(pair, [first, second])
    }
  }
  // Node 20 takes the upper controls of windows-1252 for control characters.
  if (label === 'windows-1252')
    for (const [c, byte] of [
      ['’', 0x92],
      ['–', 0x96],
      ['„', 0x84],
      ['“', 0x93],
    ] as const)
      table.set(c, [byte])
  return table
}

const tables: ReadonlyMap<string, ReadonlyMap<string, number[]>> = new Map(
  [...new Set(encodedTexts.flatMap(({ labels }) => labels))].map((label) => [label, tableOf(label)]),
)
