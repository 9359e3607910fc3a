/**
 * Names of months and weekdays in some fifty languages, long and short, as `foldWord` leaves them. Source: Unicode CLDR 48
 * through Intl, without names that mean another month in another language or are common words.
 */
const monthRows: readonly string[] = [
  'january|jan|يناير|كانون الثاني|جانفي|ינואר|ינו|ژانویه|جنوری|январь|января|янв|січень|січня|січ|студзень|' +
    'студзеня|сту|януари|јануар|јан|januar|јануари|janvier|janv|janner|enero|ene|gennaio|gen|janeiro|gener|' +
    'xaneiro|xan|ianuarie|ian|januari|ocak|oca|yanvar|yan|styczen|stycznia|sty|leden|ledna|led|januara|' +
    'sijecanj|sijecnja|sij|tammikuu|tammikuuta|tammi|jaanuar|jaan|janvaris|sausis|sausio|ιανουαριου|ιαν|जनवरी|' +
    'জানযারি|জান|มกราคม|იანვარი|იან|հունվար|հունվարի|հնվ|janar|urtarrila|urt',
  'february|feb|فبراير|شباط|فيفري|פברואר|פבר|فوریه|فروری|февраль|февраля|февр|лютии|лютого|лют|люты|лютага|' +
    'февруари|фебруар|феб|februar|фев|fevrier|fevr|febrero|febbraio|fevereiro|fev|febrer|febr|febreiro|' +
    'februarie|februari|subat|sub|fevral|luty|lutego|lut|unor|unora|uno|februara|veljaca|veljace|velj|' +
    'helmikuu|helmikuuta|helmi|veebruar|veebr|februaris|vasaris|vasario|φεβρουαριου|φεβ|फरवरी|फर|ফেবরযারি|ফেব|' +
    'กมภาพนธ|กพ|თებერვალი|თებ|փետրվար|փետրվարի|փտվ|shkurt|shk|otsaila|pebrero|peb',
  'march|mar|مارس|اذار|מרץ|مارچ|март|марта|мар|березень|березня|сакавік|сакавіка|сак|mart|mars|marz|marzo|' +
    'marco|marc|martie|maart|mrt|marzec|marca|brezen|brezna|bre|marec|ozujak|ozujka|marcius|maaliskuu|' +
    'maaliskuuta|maalis|marts|kovas|kovo|μαρτιου|μαρ|maret|machi|मारच|মারচ|มนาคม|მარტი|მარ|մարտ|մարտի|մրտ|' +
    'martxoa|marso|מארס',
  'april|apr|ابريل|نيسان|افريل|אפריל|אפר|اوریل|اپریل|апрель|апреля|апр|квітень|квітня|квіт|красавік|' +
    'красавіка|кра|април|avril|avr|abril|abr|aprile|aprilie|nisan|nis|aprel|kwiecien|kwietnia|kwi|duben|dubna|' +
    'dub|aprila|travanj|travnja|aprilis|huhtikuu|huhtikuuta|huhti|aprill|balandis|balandzio|απριλιου|απρ|' +
    'aprili|अपरल|এপরিল|এপরি|เมษายน|เมย|აპრილი|აპრ|ապրիլ|ապրիլի|ապր|prill|pri|apirila',
  'may|مايو|ايار|ماي|מאי|مه|ميی|маи|мая|травень|травня|трав|мај|maj|mai|mayo|maggio|mag|maio|maig|mei|mayis|' +
    'maja|kveten|kvetna|kve|svibanj|svibnja|majus|toukokuu|toukokuuta|touko|maijs|geguze|geguzes|μαιου|μαι|मई|' +
    'মে|พฤษภาคม|พค|მაისი|მაი|մայիս|մայիսի|մյս|maiatza|مايس',
  'june|jun|يونيو|حزيران|جوان|יוני|ژوين|جون|июнь|июня|июн|червень|червня|черв|чэрвень|чэрвеня|чэр|юни|јун|' +
    'јуни|juin|juni|junio|giugno|giu|junho|juny|xuno|iunie|iun|haziran|haz|iyun|iyn|czerwiec|czerwca|cze|' +
    'cerven|cervna|cvn|juna|junij|lipanj|lipnja|junius|kesakuu|kesakuuta|kesa|juuni|junijs|birzelis|birzelio|' +
    'ιουνιου|ιουν|জন|มถนายน|มย|ივნისი|ივნ|հունիս|հունիսի|հնս|qershor|qer|ekaina|hunyo',
  'july|jul|يوليو|تموز|يوليوز|جويلية|יולי|ژويیه|جولايی|июль|июля|июл|липень|липня|ліпень|ліпеня|ліп|юли|јул|' +
    'јули|juillet|juil|juli|julio|luglio|lug|julho|juliol|xullo|xul|iulie|iul|temmuz|tem|iyul|iyl|lipiec|' +
    'lipca|cervenec|cervence|cvc|jula|julij|srpanj|srpnja|julius|heinakuu|heinakuuta|heina|juuli|julijs|liepa|' +
    'liepos|ιουλιου|ιουλ|julai|जलाई|जल|জলাই|জল|กรกฎาคม|กค|ივლისი|ივლ|հուլիս|հուլիսի|հլս|korrik|korr|uztaila|' +
    'uzt|hulyo|hul',
  'august|aug|اغسطس|اب|غشت|اوت|אוגוסט|אוג|اگست|август|августа|авг|серпень|серпня|серп|жнівень|жніуня|жні|' +
    'avgust|avg|aout|agosto|ago|agost|ag|augustus|agustos|agu|avqust|avq|sierpien|sierpnia|sie|srpen|srpna|' +
    'augusta|kolovoz|kolovoza|augusztus|elokuu|elokuuta|augusts|rugpjutis|rugpjucio|augusti|agust|αυγουστου|' +
    'αυγ|agustus|ogos|ogo|agosti|अगसत|अग|আগসট|আগ|สงหาคม|สค|აგვისტო|აგვ|օգոստոս|օգոստոսի|օգս|gusht|gush|' +
    'abuztua|abu',
  'september|sep|سبتمبر|ايلول|شتنبر|ספטמבר|ספט|سپتامبر|ستمبر|сентябрь|сентября|сент|вересень|вересня|вер|' +
    'верасень|верасня|септември|септембар|сеп|septembar|septembre|sept|septiembre|settembre|set|setembro|' +
    'setembre|septembrie|eylul|eyl|sentyabr|sen|wrzesien|wrzesnia|wrz|zari|zar|septembra|rujan|rujna|' +
    'szeptember|szept|syyskuu|syyskuuta|syys|septembris|rugsejis|rugsejo|σεπτεμβριου|σεπ|septemba|सितबर|सित|' +
    'সেপটেমবর|সেপট|সেপ|กนยายน|กย|სექტემბერი|სექ|սեպտեմբեր|սեպտեմբերի|սեպ|shtator|sht|iraila|setyembre',
  'october|oct|اكتوبر|تشرين الاول|אוקטובר|אוק|اکتبر|اکتوبر|октябрь|октября|окт|жовтень|жовтня|жовт|' +
    'кастрычнік|кастрычніка|кас|октомври|октобар|oktobar|okt|octobre|oktober|octubre|ottobre|ott|outubro|out|' +
    'octombrie|ekim|eki|oktyabr|pazdziernik|pazdziernika|paz|rijen|rijna|rij|oktobra|lokakuu|lokakuuta|loka|' +
    'oktoober|oktobris|spalis|spalio|οκτωβριου|οκτ|oktoba|अकटबर|अकट|অকটোবর|অকটো|ตลาคม|ตค|ოქტომბერი|ოქტ|' +
    'հոկտեմբեր|հոկտեմբերի|հոկ|tetor|tet|urria|urr|oktubre',
  'november|nov|نوفمبر|تشرين الثاني|نونبر|נובמבר|נוב|نوامبر|نومبر|ноябрь|ноября|нояб|листопад|листопада|' +
    'лістапад|лістапада|ліс|ноември|новембар|нов|novembar|ное|novembre|noviembre|novembro|noiembrie|kasim|kas|' +
    'noyabr|noy|listopad|listopada|listopadu|novembra|studeni|studenoga|marraskuu|marraskuuta|marras|' +
    'novembris|lapkritis|lapkricio|νοεμβριου|νοε|novemba|नवबर|नव|নভেমবর|নভে|พฤศจกายน|พย|ნოემბერი|ნოე|նոյեմբեր|' +
    'նոյեմբերի|նոյ|nentor|nen|azaroa|nobyembre',
  'december|dec|ديسمبر|كانون الاول|دجنبر|דצמבר|דצמ|دسامبر|دسمبر|декабрь|декабря|дек|грудень|грудня|груд|' +
    'снежань|снежня|сне|декември|децембар|дец|decembar|decembre|dezember|dez|diciembre|dic|dicembre|dezembro|' +
    'desembre|des|decembro|decembrie|aralik|ara|dekabr|dek|grudzien|grudnia|gru|prosinec|prosince|decembra|' +
    'prosinac|prosinca|joulukuu|joulukuuta|joulu|detsember|dets|decembris|gruodis|gruodzio|desember|' +
    'δεκεμβριου|δεκ|disember|desemba|दिसबर|दिस|ডিসেমবর|ডিসে|ธนวาคม|ธค|დეკემბერი|დეკ|դեկտեմբեր|դեկտեմբերի|դեկ|' +
    'dhjetor|dhj|abendua|disyembre',
]

const weekdayRow =
  'sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tue|wed|thu|fri|sat|الاحد|الاثنين|' +
  'الثلاثاء|الاربعاء|الخميس|الجمعة|السبت|יום ראשון|יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|יום שבת|' +
  'יום א|יום ב|יום ג|יום ד|יום ה|יום ו|שבת|یکشنبه|دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه|اتوار|پیر|منگل|' +
  'بدھ|جمعرات|جمعہ|ہفتہ|воскресенье|понедельник|вторник|среда|четверг|пятница|суббота|вс|пн|вт|ср|чт|пт|сб|' +
  'неділя|понеділок|вівторок|середа|четвер|пʼятниця|субота|нд|нядзеля|панядзелак|ауторак|серада|чацвер|' +
  'пятніца|ау|чц|неделя|понеделник|сряда|четвъртък|петък|събота|недеља|понедељак|уторак|четвртак|петак|нед|' +
  'пон|уто|сре|чет|пет|суб|nedelja|ponedeljak|utorak|sreda|cetvrtak|petak|subota|ned|pon|uto|sre|cet|pet|' +
  'sub|недела|четврток|петок|сабота|вто|саб|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|dim|lun|mar|' +
  'mer|jeu|ven|sam|sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|so|mo|di|mi|do|fr|sa|domingo|' +
  'lunes|martes|miercoles|jueves|viernes|sabado|dom|mie|jue|vie|sab|domenica|lunedi|martedi|mercoledi|' +
  'giovedi|venerdi|sabato|gio|segunda-feira|terca-feira|quarta-feira|quinta-feira|sexta-feira|seg|ter|qua|' +
  'qui|sex|segunda|terca|quarta|quinta|sexta|diumenge|dilluns|dimarts|dimecres|dijous|divendres|dissabte|dg|' +
  'dl|dt|dc|dj|dv|ds|luns|mercores|xoves|venres|xov|duminica|luni|marti|miercuri|joi|vineri|sambata|dum|vin|' +
  'zondag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zo|ma|wo|vr|za|pazar|pazartesi|sali|carsamba|' +
  'persembe|cuma|cumartesi|paz|pzt|sal|car|per|cum|cmt|bazar|bazar ertəsi|cərsənbə axsami|cərsənbə|' +
  'cumə axsami|cumə|sənbə|be|ca|niedziela|poniedziałek|wtorek|sroda|czwartek|piatek|sobota|niedz|wt|sr|czw|' +
  'pt|sob|nedele|pondeli|utery|streda|ctvrtek|patek|ne|po|ut|st|ct|pa|nedela|pondelok|utorok|stvrtok|piatok|' +
  'pi|ponedeljek|torek|cetrtek|petek|tor|nedjelja|ponedjeljak|srijeda|sri|vasarnap|hetfo|kedd|szerda|' +
  'csutortok|pentek|szombat|sze|cs|szo|sunnuntai|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|' +
  'su|ti|ke|to|pe|la|puhapaev|esmaspaev|teisipaev|kolmapaev|neljapaev|reede|laupaev|svetdiena|pirmdiena|' +
  'otrdiena|tresdiena|ceturtdiena|piektdiena|sestdiena|svetd|pirmd|otrd|tresd|ceturtd|piektd|sestd|' +
  'sekmadienis|pirmadienis|antradienis|treciadienis|ketvirtadienis|penktadienis|sestadienis|sk|pr|an|tr|kt|' +
  'pn|sondag|mandag|tisdag|onsdag|torsdag|fredag|lordag|son|man|tis|ons|tors|fre|lor|søndag|tirsdag|lørdag|' +
  'søn|tirs|lør|tir|sunnudagur|manudagur|þriðjudagur|miðvikudagur|fimmtudagur|fostudagur|laugardagur|þri|' +
  'mið|fim|fos|lau|κυριακη|δευτερα|τριτη|τεταρτη|πεμπτη|παρασκευη|σαββατο|κυρ|δευ|τρι|τετ|πεμ|παρ|σαβ|' +
  'minggu|senin|selasa|rabu|kamis|jumat|sabtu|min|sen|sel|rab|kam|jum|ahad|isnin|khamis|jumaat|ahd|isn|kha|' +
  'jumapili|jumatatu|jumanne|jumatano|alhamisi|ijumaa|jumamosi|रविवार|सोमवार|मगलवार|बधवार|गरवार|शकरवार|' +
  'शनिवार|रवि|सोम|मगल|बध|गर|शकर|शनि|রবিবার|সোমবার|মঙগলবার|বধবার|বহসপতিবার|শকরবার|শনিবার|রবি|সোম|মঙগল|বধ|' +
  'বহসপতি|শকর|শনি|วนอาทตย|วนจนทร|วนองคาร|วนพธ|วนพฤหสบด|วนศกร|วนเสาร|อาทตย|จนทร|องคาร|พธ|พฤหส|ศกร|เสาร|კვირა|' +
  'ორშაბათი|სამშაბათი|ოთხშაბათი|ხუთშაბათი|პარასკევი|შაბათი|კვი|ორშ|სამ|ოთხ|ხუთ|პარ|შაბ|կիրակի|երկուշաբթի|' +
  'երեքշաբթի|չորեքշաբթի|հինգշաբթի|ուրբաթ|շաբաթ|կիր|երկ|երք|չրք|հնգ|ուր|շբթ|e diel|e hene|e marte|e merkure|' +
  'e enjte|e premte|e shtune|die|hen|enj|pre|sht|igandea|astelehena|asteartea|asteazkena|osteguna|ostirala|' +
  'larunbata|ig|al|ar|az|og|or|lr|linggo|miyerkules|huwebes|biyernes|lin|miy|huw|biy'

const months: ReadonlyMap<string, number> = new Map(
  monthRows.flatMap((row, index) => row.split('|').map((name): [string, number] => [name, index + 1])),
)
const weekdays: ReadonlySet<string> = new Set(weekdayRow.split('|'))

/** A word in lower case, without vowel signs, accents, points and the dotless i, so that its spellings are one. */
export const foldWord = (word: string): string =>
  word
    .toLowerCase()
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/[\p{Mn}׳॰.]/gu, '')

/** @returns 1 to 12, or null for a word that names no month; Hebrew names also with the preposition before them */
export function monthOfName(name: string): number | null {
  const word = foldWord(name)
  return months.get(word) ?? (word.startsWith('ב') ? months.get(word.slice(1)) : undefined) ?? null
}

/** @param word folded */
export const isWeekday = (word: string): boolean => weekdays.has(word)
