import type { HideReason } from '../domain/article'
import { type Phrases, related } from './cleaning-words-related'

const share: Phrases = {
  de: [
    '(?:(?:diesen )?(?:artikel|beitrag) )?teilen(?: (?:auf|via|mit|per) .{2,30})?',
    '(?:auf|bei|via|per) (?:facebook|twitter|x|whatsapp|linkedin|xing|telegram|mastodon|e-?mail) (?:teilen|senden|empfehlen|weiterleiten)',
    '(?:artikel |seite )?(?:drucken|versenden|empfehlen|merken)',
    'link kopieren',
    'folgen? sie uns.{0,60}',
    'folge uns.{0,60}',
  ],
  fr: [
    'partage[rz]?(?: (?:cet|l.article|sur|via|par|la page).{0,40})?',
    '(?:imprimer|envoyer)(?: (?:cet|l.|par|à).{2,40})?',
    'copier le lien',
    'suivez-nous.{0,60}',
  ],
  es: [
    'compart[ei]r?(?: (?:est[ae]|en|por|el|la|vía) .{2,40})?',
    'comparte(?: (?:est[ae]|en|por) .{2,40})?',
    'imprimir',
    'enviar por (?:correo|e-?mail|whatsapp)',
    's[ií]guenos.{0,60}',
    'copiar (?:enlace|link)',
  ],
  pt: [
    'partilh(?:ar|e)(?: (?:este|esta|n[oa]|em|via|por|o artigo|a notícia).{0,40})?',
    'compartilh(?:ar|e)(?: (?:este|esta|essa|n[oa]|em|via|por|o artigo|a notícia).{0,40})?',
    'siga-nos.{0,60}',
    'enviar por e-?mail',
  ],
  it: [
    'condividi(?: (?:su|quest|via|con|l.articolo).{0,40})?',
    'stampa',
    'invia(?: per e-?mail)?',
    'seguici.{0,60}',
    'copia (?:il )?link',
  ],
  nl: [
    'deel (?:dit|deze|op|via|artikel).{0,40}',
    'delen(?: (?:op|via) .{2,30})?',
    'udostępnij.{0,40}',
    'podziel się.{0,40}',
    'dela(?: (?:på|via|artikeln).{0,30})?',
    'sdílet.{0,30}',
  ],
  ru: [
    'поделит(?:ь|е)сь?я?(?: (?:в|на|с друзьями|ссылкой|стать[её]й|новостью|материалом|этой|этим)(?: .{2,40})?)?',
    'отправить (?:на почту|другу|ссылку)',
    '(?:рас|на)печатать',
    'подпи(?:сывайтесь|шитесь) на (?:нас|(?:наш )?канал|телеграм|telegram).{0,60}',
    'мы в (?:соцсетях|вконтакте|телеграм|telegram|дзен).{0,30}',
    'поділитися.{0,30}',
  ],
  ar: [
    '(?:شاركها?|مشاركة|شير|انشر)(?: (?:هذا|هذه|المقال|الخبر|الموضوع|الصفحة|الرابط|عبر|على|مع)(?: .{2,40})?)?',
    '(?:ا?نسخ) الرابط',
    'تابعونا.{0,60}',
    'طباعة',
    'أرسل (?:إلى|ل)صديق',
  ],
  he: [
    'שתפו?(?: (?:את|הכתבה|כתבה|עם|ב).{0,30})?',
    'שיתוף(?: (?:הכתבה|כתבה|ב(?:פייסבוק|טוויטר|וואטסאפ|מייל)))?',
    'הדפסה?',
    'שלחו? לחבר',
    'עקבו אחרינו.{0,40}',
  ],
  zh: [
    '分享(?:到|至|本文|给)?.{0,12}',
    '(?:微信)?扫一?扫.{0,30}',
    '打开.{0,10}(?:app|客户端).{0,20}',
    '(?:长按|识别)二维码.{0,20}',
  ],
  ja: ['(?:この記事を)?(?:シェア|共有|ツイート|ポスト)(?:する)?', '印刷(?:する)?', 'リンクをコピー', 'いいね.{0,10}'],
  ko: ['(?:기사 ?)?공유(?:하기)?', '스크랩', '인쇄(?:하기)?', '링크 ?복사'],
  tr: ['(?:bu )?(?:haberi |yazıyı )?paylaş', '.{2,20}.?[dt][ae] paylaş', 'bizi takip edin.{0,40}'],
}

const count = '(?:\\s*[(（:：]?\\s*[\\d٠-٩]+\\s*(?:件|条)?\\s*[)）]?|\\s*[(（]\\s*[)）])?'

const comments: Phrases = {
  de: [
    `(?:\\d+ |alle |leser)?kommentare?${count}`,
    'kommentare? (?:schreiben|verfassen|hinterlassen|abgeben|lesen|anzeigen|ansehen|ausblenden)',
    '(?:schreiben?|hinterlass(?:e|en)) (?:sie |mir |uns )?(?:einen|den ersten|ihren|deinen) kommentar.{0,40}',
    'diskutieren sie mit.{0,40}',
    '(?:ihre|deine) e-?mail-?adresse wird nicht veröffentlicht.{0,120}',
    'antworten',
    'antwort hinterlassen',
    '\\d+ (?:gedanken|antworten|reaktionen) (?:zu|auf) .{2,120}',
  ],
  fr: [
    `(?:\\d+ |vos |les )?(?:commentaires?|réactions?)${count}`,
    '(?:laisser|ajouter|poster|écrire|publier) un commentaire',
    'votre adresse (?:e-?mail|de messagerie) ne sera pas publiée.{0,120}',
    'répondre',
    'annuler la réponse',
    'réagir.{0,30}',
  ],
  es: [
    `(?:\\d+ |los |ver )?comentarios?${count}`,
    'dej(?:a|ar) (?:un|tu|una) (?:comentario|respuesta)',
    '(?:tu|su) dirección de correo electrónico no será publicada.{0,120}',
    'cancelar (?:la )?respuesta',
    'comentar',
    'responder',
    'escribe (?:un|tu) comentario',
  ],
  pt: [
    `(?:\\d+ |ver )?comentários?${count}`,
    'deix(?:e|ar) (?:um|uma|seu|o seu) (?:comentário|resposta).{0,20}',
    'o (?:seu|teu) endereço de e-?mail não será publicado.{0,120}',
    'cancelar resposta',
    'comente.{0,30}',
  ],
  it: [
    `(?:\\d+ |i )?commenti${count}`,
    'lascia un (?:tuo )?commento.{0,20}',
    'il tuo indirizzo e-?mail non sarà pubblicato.{0,120}',
    'annulla risposta',
    'rispondi',
    'commenta(?: .{2,30})?',
  ],
  nl: [
    `(?:\\d+ )?reacties?${count}`,
    '(?:geef|plaats|laat) een reactie.{0,30}',
    'reageer.{0,30}',
    'beantwoorden',
    `(?:\\d+ )?komentarz[ey]?y?${count}`,
    'dodaj komentarz',
    'skomentuj',
    'odpowiedz',
    `(?:\\d+ )?kommentarer?${count}`,
    `(?:\\d+ )?komentářů?e?${count}`,
  ],
  ru: [
    `(?:\\d+ |все )?комментари(?:и|й|я|ев)${count}`,
    '(?:оставить|добавить|написать|отправить) комментарий',
    'ответить',
    'ваш (?:e-?mail|адрес e-?mail) не будет опубликован.{0,120}',
    'обсудить.{0,30}',
    `(?:\\d+ )?коментар(?:і|ів)${count}`,
  ],
  ar: [
    `(?:ال)?تعليقات?(?: القراء| الزوار)?${count}`,
    '(?:أضف|اترك|اكتب|شارك ب)\\s?تعليقا?ً?ك?',
    '(?:ال)?ردو?د?',
    'لن يتم نشر عنوان بريدك.{0,80}',
  ],
  he: [
    `(?:\\d+ )?תגובות${count}`,
    '(?:הוס(?:ף|יפו|פת)|כת(?:וב|בו)|השאר|השאירו) תגובה',
    '(?:הגב|השב|הגיבו)',
    'האימייל לא יוצג.{0,60}',
  ],
  zh: [
    `(?:网友|網友|读者|最新|热门|全部|用户|精彩)?(?:评论|評論|留言|跟帖)(?:区|區)?${count}`,
    '(?:发表|發表|我要|参与|查看|写|登录|登入后?)(?:评论|評論|留言)',
    '回[复覆復]',
    '\\d+\\s?(?:条|則|则|个)(?:评论|評論|留言)',
  ],
  ja: [`コメント(?:する|を書く|を投稿|を残す|欄|一覧)?${count}`, '返信(?:する)?', 'コメントを(?:追加|見る)'],
  ko: ['댓글(?: ?\\d+| ?쓰기| ?작성)?', '답글(?: ?쓰기)?'],
  tr: [
    `(?:\\d+ )?yorum(?:lar)?${count}`,
    'yorum (?:yap|yaz|gönder|ekle)(?:ın)?',
    'yanıtla',
    'bir (?:cevap|yorum) (?:yazın|yaz|bırakın)',
    'e-?posta (?:hesabınız|adresiniz) yayımlanmayacak.{0,120}',
  ],
}

const advertisement: Phrases = {
  de: [
    'anzeigen?',
    'werbung',
    'der (?:artikel|text) (?:wird|geht) nach der (?:anzeige|werbung) .{2,20}',
    'anzeige,? nach der .{2,40}',
  ],
  romance: [
    'publicités?',
    'annonces?',
    'la suite après (?:la|cette) publicité',
    'publicidade?',
    'publicidad',
    'anuncios?',
    '(?:continua|continúa|segue|sigue) (?:após|después|dopo) .{0,10}(?:publici|pubblici).{2,6}',
    'pubblicità',
    'publicitate',
    'contenuto sponsorizzato',
    'contenido patrocinado',
    'conteúdo patrocinado',
  ],
  other: [
    'advertentie',
    'reklamy?',
    'reklame',
    'annons',
    'mainos',
    'reklám',
    'διαφήμιση',
    'реклама',
    'на правах рекламы',
    'iklan',
    '(?:ال)?إعلانا?ت?',
    'פרסומת',
    'מודעה',
    'תוכן (?:שיווקי|ממומן)',
    '[廣广]告',
    '広告',
    'スポンサー(?:ド)?リンク',
    '광고',
  ],
}

const navigation: Phrases = {
  tags: [
    '(?:tags?|schlag(?:wörter|worte)|stich(?:wörter|worte)|mots[- ]clés|étiquettes|etiquetas|palavras-chave|теги|метки|ключевые слова|etiketler|(?:ال)?(?:كلمات|الكلمات) (?:المفتاحية|الدلالية|دلالية)|الوسوم|תגיות|标签|標籤|关键词|關鍵詞|タグ|キーワード|trefwoorden|tagi|filed under|posted in|categor(?:y|ies|ías?|ias?|ie)|kategorien?|catégories?|рубрик[аи]|kategori(?:ler)?)\\s*[:：].{0,160}',
  ],
  back: [
    'zurück(?: zur? .{2,20})?',
    'nach oben',
    'zum (?:seitenanfang|inhalt)',
    'retour(?: (?:en haut|à l.accueil))?',
    'haut de page',
    'volver(?: (?:arriba|al inicio))?',
    'voltar(?: ao (?:topo|início))?',
    'torna (?:su|all.inizio|alla home)',
    '(?:на)?верх',
    'на главную',
    'başa dön',
    '返回(?:顶部|首页|頂部|首頁|列表)',
    'トップへ戻る',
    'ページ(?:の先頭|トップ).{0,6}',
    '맨 위로',
    'חזרה (?:למעלה|לדף הבית)',
    'العودة (?:إلى|للأعلى).{0,20}',
  ],
  next: [
    '(?:vorherige|nächste|älterer|neuerer)[rs]? (?:artikel|beitrag|eintrag).{0,100}',
    'article (?:précédent|suivant).{0,100}',
    '(?:artículo|entrada|noticia) (?:anterior|siguiente).{0,100}',
    '(?:artigo|post) (?:anterior|seguinte).{0,100}',
    'articolo (?:precedente|successivo).{0,100}',
    '(?:предыдущ|следующ)(?:ая|ий|ее) (?:статья|запись|материал|новость).{0,100}',
    '[上下]一篇.{0,80}',
    '[前次]の記事.{0,60}',
  ],
  site: [
    'menü',
    'suche',
    'anmelden',
    'einloggen',
    'registrieren',
    'impressum',
    'datenschutz(?:erklärung)?',
    'agb',
    'startseite',
    'mentions légales',
    'se connecter',
    's.inscrire',
    'accueil',
    'aviso legal',
    'política de privaci(?:dad|dade)',
    'iniciar sesión',
    'regístrate',
    'contatti',
    'accedi',
    'chi siamo',
    'контакты',
    'о (?:нас|проекте)',
    'войти',
    'главная',
    'iletişim',
    'giriş(?: yap)?',
    'ana ?sayfa',
    'hakkımızda',
    'zaloguj(?: się)?',
    'inloggen',
    'דף הבית',
    'צור קשר',
    'אודות',
    'الصفحة الرئيسية',
    'اتصل بنا',
    'من نحن',
    '[首主]页',
    '登录',
    '关于我们',
    '联系我们',
    'ログイン',
    'お問い合わせ',
    '로그인',
  ],
}

const rights =
  '(?:alle rechte (?:vorbehalten|n voorbehouden)|alle rechten voorbehouden|tous droits (?:réservés|de reproduction)|todos los derechos reservados|todos os direitos reservados|tutti i diritti (?:sono )?riservati|riproduzione riservata|wszelkie prawa zastrzeżone|все права защищены|tüm hakları saklıdır|כל הזכויות שמורות|(?:جميع|كافة) الحقوق محفوظة|版[权權]所有|未经.{0,6}(?:授权|许可).{0,6}转载|無断(?:転載|複製).{0,20}|무단 ?전재)'

const all = (phrases: Phrases): string => Object.values(phrases).flat().join('|')
const line = (phrases: Phrases, tail: string): RegExp =>
  new RegExp(`^[^\\p{L}\\p{N}]{0,4}(?:${all(phrases)})${tail}$`, 'iu')
const punctuation = '[^\\p{L}\\p{N}]{0,4}'

/** Words of an offer to get mail, which need a word of {@link asks} beside them. */
const mailings =
  /newsletter|infolettre|bolet[ií]n|boletim|nieuwsbrief|рассылк|bülten|النشرة|نشرتنا|ניוזלטר|メールマガジン|メルマガ|ニュースレター|电子报|電子報|뉴스레터/iu
const asks =
  /abonnier|anmeld|melden sie|melde dich|abonne[rz]|inscri[vs]|recev(?:oir|ez)|suscr[ií]b|recib[ae]|receb[ae]|assin[ae] |iscriv|ricev[ie]|подпи[сш]|abone ol|اشترك|سجّ?ل|הירשמו|הצטרפו|登録|订阅|訂閱|구독|aanmeld|schrijf je in|zapisz si/iu
const ownSite =
  /\b(?:wir (?:und unsere .{2,30} )?(?:verwenden|nutzen|setzen|benutzen|benötigen)|diese (?:web)?(?:site|seite)|unsere (?:web)?(?:site|seite)|ce site|notre site|nous (?:et nos partenaires )?utilisons|este (?:site|sitio)|nuestr[oa] (?:sitio|web)|utilizamos|usamos|questo sito|utilizziamo|deze (?:web)?site|wij (?:gebruiken|maken)|ta strona|nasza strona|używamy|bu (?:web )?site|sitemiz)|(?:^|\s)(?:мы используем|(?:наш|этот) сайт|сайт использует)|本网站|本站|本網站|当サイト|אתר זה|אנו משתמשים|هذا الموقع|نستخدم/iu
const cookies = /\bcookies?\b|çerez|(?:^|\s)куки|クッキー|עוגיות|ملفات (?:تعريف الارتباط|الارتباط)|الكوكيز/iu

type WordRule = { reason: HideReason; longest: number; matches: (text: string) => boolean }

const rule = (reason: HideReason, longest: number, pattern: RegExp): WordRule => ({
  reason,
  longest,
  matches: (text) => pattern.test(text),
})

/** Rules by the words of furniture in languages other than English, which has its own. */
export const wordRules: readonly WordRule[] = [
  rule('related', 220, line(related, `(?:\\s*[:：–—|»].*|${punctuation})`)),
  rule('share', 120, line(share, punctuation)),
  rule('comments', 200, line(comments, punctuation)),
  rule('advertisement', 100, line(advertisement, punctuation)),
  rule('navigation', 200, line(navigation, punctuation)),
  rule('print', 320, new RegExp(rights, 'iu')),
  { reason: 'newsletter', longest: 260, matches: (text) => mailings.test(text) && asks.test(text) },
  { reason: 'cookies', longest: 500, matches: (text) => cookies.test(text) && ownSite.test(text) },
]
