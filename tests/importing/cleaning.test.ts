import { describe, expect, it } from 'vitest'
import type { HideReason } from '../../src-main/domain/article'
import { isCaption } from '../../src-main/importing/caption'
import { furnitureReason } from '../../src-main/importing/cleaning'
import { body, extractText, hidden, paragraphs } from './support'

const furniture: Record<Exclude<HideReason, 'rule' | 'researcher' | 'search-form' | 'live-banner'>, string[]> = {
  related: [
    'Lesen Sie auch: Der Damm hält',
    'Das könnte Sie auch interessieren',
    'À lire aussi',
    'Te puede interesar',
    'Leia também: A ponte nova',
    'Leggi anche',
    'Lees ook: De dijk',
    'Czytaj także',
    'Читайте также',
    'مقالات ذات صلة',
    'כתבות נוספות',
    '相关新闻',
    '精彩视频推荐',
    '関連記事',
    '관련 기사',
    'İlgili haberler',
    'Baca juga: Jembatan baru',
  ],
  share: [
    'Artikel teilen',
    'Auf Facebook teilen',
    'Partager sur Twitter',
    'Compartir en WhatsApp',
    'Condividi',
    'Поделиться',
    'شارك المقال',
    'שתפו בפייסבוק',
    '分享到微信',
    'シェアする',
    'Bu haberi paylaş',
  ],
  comments: [
    '12 Kommentare',
    'Laisser un commentaire',
    'Deja un comentario',
    'Comentários (4)',
    'Lascia un commento',
    '3 reacties',
    'Комментарии (12)',
    'أضف تعليقا',
    'תגובות (7)',
    '发表评论',
    'コメントを書く',
    '댓글 12',
    'Yorum yap',
  ],
  newsletter: [
    'Jetzt den Newsletter abonnieren',
    'Inscrivez-vous à notre newsletter',
    'Suscríbete a nuestro boletín',
    'Подпишитесь на нашу рассылку',
    'اشترك في النشرة البريدية',
    'הירשמו לניוזלטר',
    '$7/month',
    '60 € pro Monat',
    'We accept credit cards and PayPal.',
  ],
  cookies: [
    'Diese Website verwendet Cookies, um besser zu werden.',
    'Ce site utilise des cookies.',
    'Utilizamos cookies propias y de terceros.',
    'Мы используем файлы cookie.',
    'يستخدم هذا الموقع ملفات تعريف الارتباط',
  ],
  advertisement: ['Anzeige', 'Publicité', 'PUBLICIDAD', 'Реклама', 'إعلان', 'פרסומת', '广告', '広告', 'Reklam'],
  navigation: [
    'Schlagwörter: Damm, Fluss',
    'Теги: река',
    '标签：河流',
    'Zurück zur Übersicht',
    'Volver arriba',
    '下一篇：大坝',
    'Impressum',
    'Current Time 0:00',
    'Progress: 0%',
  ],
  print: [
    '© 2031 Der Bote. Alle Rechte vorbehalten.',
    'Tous droits réservés',
    '版权所有 © 2031',
    'כל הזכויות שמורות',
    'Tüm hakları saklıdır.',
    'A version of this article appears in print on May 7, on Page A1 with the headline: The wall gives way.',
  ],
}

describe('the words of page furniture', () => {
  it.each(Object.entries(furniture))('%s', (reason, lines) => {
    expect(lines.map((line) => [line, furnitureReason(line)])).toEqual(lines.map((line) => [line, reason]))
  })

  it.each([
    'Sharing files is what the company lives from, and it says so on every page of its report.',
    'مشاركة الملفات بشكل آمن',
    'שיתוף פעולה בין העיריות',
    'Anmeldungen nimmt das Rathaus bis Freitag per E-Mail entgegen.',
    'Die Anzeige ging am Montag bei der Polizei ein.',
    'Le journal a publié une annonce la semaine dernière, puis une autre.',
    'The court ruled that cookies may be set only with consent, and fined the chain two million crowns.',
    'Комментарии к закону напишет комиссия из пяти юристов.',
    'Popular anger over the price of bread grew.',
    'Il commenta la sentenza con una sola parola, e poi lascia la sala.',
    'Das Thema war am Abend in aller Munde.',
    'Play',
    'Picture-in-Picture',
    'Progress on the wall was slow',
    'The fare is $7 a month, and nobody pays it.',
  ])('a sentence of an article is none: %s', (line) => {
    expect(furnitureReason(line)).toBeNull()
  })

  it.each([
    'Foto: Jan Vos',
    'Jan Vos/Reuters',
    'MARIA SOL / AFP / Getty Images',
    'Crédit photo : Anne Roux',
    'Фото: Иван Ильин',
    '图片来源：新河日报',
    'Bild: dpa',
    '图注：海湾的新桥在早晨',
    '(Artist: Pia Holm)',
    'A new bill would have the data kept for two years. Source: Supplied',
    'The bridge in the morning. | Foto: Agentur',
  ])('a credit is a caption: %s', (line) => {
    expect(isCaption(line)).toBe(true)
  })

  it.each([
    ['Workers repair the wall in Hask on Monday, March 3, 2031.', true],
    ['Mayor Ilse Marten inspects the new pier, 3 March 2031. (Pia Holm)', true],
    ['The wall in Hask was repaired on Monday, March 3, 2031.', false],
    ['The council will meet again on Monday, March 3, 2031.', false],
    ['The town waits. A ferry arrives on Monday, March 3, 2031.', false],
  ])('a sentence with a full date at its end is a caption where it shows a picture: %s %s', (line, shows) => {
    expect(isCaption(line)).toBe(shows)
  })

  it('the last word of a wrapped sentence is no share button', async () => {
    const text = [
      'The board of the shipping line said that it would pay a first dividend',
      'of eleven crowns this year, which is two crowns more than last year a',
      'share.',
      'The union of the crews called that a provocation, and asked whether any',
      'of the money had been meant for the night allowance promised in spring.',
    ]
    const article = await extractText(text.join('\n'))
    expect(hidden(article)).toEqual([])
    expect(body(article).join(' ')).toBe(text.join(' '))
  })

  it('offers, players and labels of pictures go as a whole', async () => {
    const article = await extractText(
      [
        ...['The wall gives way', ...paragraphs(3)],
        ...['Monthly', '$7/month', 'A plan that you can leave at any time.', 'SUBSCRIBE'],
        ...['Play Video', 'Play', 'Mute', 'Image', 'Photo: Pia Holm'],
        ...['Play', ...paragraphs(4).slice(3)],
      ].join('\n\n'),
    )
    expect(hidden(article).map(([, text]) => text)).toEqual([
      ...['Monthly', '$7/month', 'A plan that you can leave at any time.', 'SUBSCRIBE'],
      ...['Play Video', 'Play', 'Mute', 'Image'],
    ])
  })

  it('a line that leads elsewhere takes others with it only behind the text', async () => {
    const lines = ['Read also: The crane comes', 'Night on the river']
    const article = await extractText(
      ['The wall gives way', ...paragraphs(1), ...lines, ...paragraphs(6).slice(1), ...lines].join('\n\n'),
    )
    expect(hidden(article)).toEqual([
      ['related', lines[0]],
      ['related', lines[0]],
      ['related', lines[1]],
    ])
  })

  it('plain text is cleaned in its own language', async () => {
    const article = await extractText(
      ['Teilen', ...paragraphs(3), 'Lesen Sie auch: Der Kran kommt', '2 Kommentare', 'Das war doch klar.'].join('\n\n'),
    )
    expect(hidden(article)).toEqual([
      ['share', 'Teilen'],
      ['related', 'Lesen Sie auch: Der Kran kommt'],
      ['comments', '2 Kommentare'],
      ['comments', 'Das war doch klar.'],
    ])
  })
})
