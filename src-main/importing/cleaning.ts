import type { ExtractedBlock, HideReason } from '../domain/article'
import { isNumbered } from '../domain/article'
import { isCaption } from './caption'
import { wordRules } from './cleaning-words'

/**
 * A whole block that matches is page furniture, where it is no longer than `longest` UTF-16 units. `hint` is in every text
 * that matches, and quicker to look for.
 */
type FurnitureRule = { reason: HideReason; longest: number; pattern: RegExp; hint?: RegExp }

/** Controls of a video player, as a page without its style shows them. */
const playerControls: FurnitureRule = {
  reason: 'navigation',
  longest: 60,
  hint: /play|time|duration|loaded|progress|stream/iu,
  pattern:
    /^(?:play video|(?:current|remaining|duration) time\s*-?[\d:]*|duration\s*-?[\d:]{4,}|(?:loaded|progress)\s*:\s*\d+(?:\.\d+)?%|stream type\s*(?:live)?|playback rate|video player is loading)[^\p{L}\p{N}]*$/iu,
}
/** What a subscription costs. */
const price: FurnitureRule = {
  reason: 'newsletter',
  longest: 60,
  pattern:
    /^(?:from |only |just |nur |ab )?(?:[$€£¥]\s?\d+(?:[.,]\d\d?)?|\d+(?:[.,]\d\d?)?\s?(?:[$€£¥]|usd|eur|gbp))\s?(?:\/|per|a|pro|par|al)\s?(?:person\s?\/\s?|user\s?\/\s?)?(?:month|mo|year|yr|week|monat|jahr|woche|mois|an|semaine|mes|año|semana|mese|anno)\b[^.!?]{0,30}$/iu,
}
const rules: readonly FurnitureRule[] = [
  {
    reason: 'navigation',
    longest: 60,
    pattern:
      /^[^\p{L}\p{N}]{0,3}(?:skip to (?:the )?(?:main |primary )?(?:content|navigation|menu|article|footer)|jump to (?:content|navigation)|(?:toggle|open|close|main|show|hide|primary|mobile) (?:menu|navigation|search|sidebar)|menu|home|(?:back|return|scroll) to (?:the )?(?:top|home ?page)|sign in|sign up|log ?in|log ?out|register|my account|subscribe|subscribe now|donate|previous (?:article|post|story)|next (?:article|post|story)|view all|see all|load more|show more|site ?map|الانتقال إلى المحتوى|تخطي إلى المحتوى|القائمة|الرئيسية|تسجيل الدخول|aller au contenu|zum inhalt springen|saltar al contenido)[^\p{L}\p{N}]{0,3}$/iu,
  },
  {
    reason: 'navigation',
    longest: 120,
    pattern: /^(?:home(?: ?page)?|الرئيسية|accueil|startseite|inicio)\s*(?:[>›»/|»←]\s*[^.!?]{1,40}){1,6}$/iu,
  },
  {
    reason: 'search-form',
    longest: 60,
    pattern:
      /^(?:generic selectors|exact matches only|post type selectors|search(?: for)?\s*(?::|\.{3}|…)|search(?: (?:in|by|within) [\p{L} ]{1,30}| (?:this|our) (?:web)?site| results| the archive)?|filter by [\p{L} ]{1,30}|type (?:and|then) (?:press|hit) enter(?: to search)?|enter (?:your )?(?:search|keyword)s?(?: terms?)?|(?:ال)?بحث(?: في [\p{L} ]{1,20})?)[:.…]*$/iu,
  },
  {
    reason: 'cookies',
    longest: 600,
    hint: /cookie|ملفات/iu,
    pattern:
      /\b(?:(?:we|this (?:web)?site|our (?:web)?site|our partners)(?: and our partners)? (?:may )?uses? (?:[\w-]+ ){0,4}cookies\b|^(?:accept|reject|allow|manage|decline) (?:all |your |our |optional )*cookies\b|by (?:continuing|using|clicking|browsing)\b.{0,80}\bcookies)|نستخدم ملفات (?:تعريف الارتباط|الكوكيز)|يستخدم (?:هذا )?الموقع ملفات تعريف الارتباط/iu,
  },
  {
    reason: 'cookies',
    longest: 40,
    pattern:
      /^(?:(?:accept|reject|allow|decline)(?: all)?|accept (?:and|&) (?:close|continue)|cookie (?:settings|policy|preferences)|manage (?:preferences|consent|options)|only necessary|privacy settings)[^\p{L}\p{N}]*$/iu,
  },
  {
    reason: 'newsletter',
    longest: 500,
    hint: /newsletter|bulletin|mailing list|inbox|mail|النشرة|نشرتنا|البريدية|بريدك/iu,
    pattern:
      /^(?:(?:subscribe|sign up|sign me up|register|join|get|receive|want|enjoy|stay)\b.{0,160}\b(?:newsletters?|bulletin|mailing list|inbox|e-?mail (?:updates|alerts))\b|.{0,200}\b(?:straight|directly|right)? ?(?:delivered|sent) (?:straight |directly |right )?to your inbox|(?:اشترك|اشتركوا|سجّ?ل).{0,80}(?:النشرة|نشرتنا|البريدية|بريدك))/iu,
  },
  {
    reason: 'newsletter',
    longest: 60,
    pattern:
      /^(?:(?:our |the )?(?:daily |weekly |morning )?newsletters?|(?:enter )?your e-?mail(?: address)?|e-?mail address|thank you for (?:subscribing|signing up))[^\p{L}\p{N}]*$/iu,
  },
  {
    reason: 'live-banner',
    longest: 200,
    pattern:
      /^(?:live\s*:\s*\S|live (?:updates?|blog|coverage|news)\s*[:–—-]\s*\S|live (?:updates|blog|coverage)$|follow (?:our|the) (?:live|latest)\b|watch live\b|مباشر\s*[:|]|تغطية (?:مباشرة|مستمرة)|تابعوا? (?:آخر|التغطية))/iu,
  },
  {
    reason: 'related',
    longest: 220,
    pattern:
      /^[•▶►»>*\s-]{0,4}(?:read (?:more|also|next|the full story)|also read|see also|see more|more (?:on this|from|in|about|stories|news)|related(?: (?:articles?|stories|story|posts?|news|content|topics|coverage))?|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| stories| reading)?|most (?:read|popular|viewed|shared)|trending(?: now| stories)?|editor['’]s picks?|don['’]t miss|(?:اقرأ|إقرأ|اقرأوا) (?:أيضا|أيضاً|أيضًا|المزيد)|مواضيع (?:ذات صلة|متعلقة)|أخبار ذات صلة|الأكثر قراءة|lire aussi|lesen sie auch|lea también)(?:\s*[:–—|»-].*|[^\p{L}\p{N}]*)$|^read more (?:about|on|here)\b/iu,
  },
  {
    reason: 'share',
    longest: 160,
    pattern:
      /^(?:share(?: (?:this|on|to|via|with|article|story)\b.{0,60})?|(?:(?:share|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|e-?mail|pinterest|copy link|bluesky|threads|messenger|print)(?:[\s,|/•·]+|$)){2,}|tweet(?: this)?|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|bluesky|copy (?:the )?link|link copied|e-?mail this(?: article| story)?|send by e-?mail|follow (?:us|@\w+)\b.{0,80}|like us on facebook|join us on .{2,30}|\d+ shares?|(?:شارك|مشاركة|شاركها)(?: (?:هذا|هذه|المقال|الخبر|الموضوع|عبر|على).{0,40})?|(?:انسخ الرابط|نسخ الرابط|تابعونا).{0,60}|partager|teilen|compartir)[^\p{L}\p{N}]*$/iu,
  },
  {
    reason: 'comments',
    longest: 120,
    pattern:
      /^(?:(?:\d+|no|view|show|post|add|leave|write|read|join)?\s*(?:a |all |your )?comments?\s*(?:\(\s*\d*\s*\)|:?\s*\d+|closed|are closed|section|policy)?|leave a (?:comment|reply)|be the first to comment|(?:log in|sign in|register) to (?:post a )?comment|join the (?:conversation|discussion)|your e-?mail address will not be published\b.{0,60}|cancel reply|(?:التعليقات|تعليقات|أضف تعليقا?ً?|اترك تعليقا?ً?)\s*(?:\([\d٠-٩]*\))?)[^\p{L}\p{N}]*$/iu,
  },
  {
    reason: 'advertisement',
    longest: 120,
    pattern:
      /^[^\p{L}\p{N}]{0,3}(?:advert(?:isement|ising|orial)?s?|ads? by \w+|sponsored(?: (?:content|by .{1,40}))?|(?:story|article|text) continues (?:below|after)(?: (?:the |this )?(?:advertisement|ad))?|continue reading below|remove ads|promoted(?: content)?|paid (?:post|content)|إعلان|إعلانات|publicité|anzeige|publicidad)[^\p{L}\p{N}]{0,3}$/iu,
  },
  playerControls,
  price,
  {
    reason: 'newsletter',
    longest: 100,
    pattern:
      /^we accept (?:(?:all )?(?:major )?(?:credit|debit) cards?|visa|mastercard|paypal|apple pay|google pay)\b.{0,70}$/iu,
  },
  {
    reason: 'print',
    longest: 400,
    hint: /print/iu,
    pattern:
      /^a version of this (?:article|story|review|column|essay|obituary) (?:appears|appeared|was published|ran|is) in (?:the )?print\b/iu,
  },
  {
    reason: 'print',
    longest: 240,
    hint: /print|©|\(c\)|copyright|rights reserved|الحقوق|page|downloaded/iu,
    pattern:
      /^(?:print(?: this)?(?: (?:page|article|story))?|printable version|(?:©|\(c\)|copyright\s*(?:©|\(c\)|:|\d{4})).{2,200}|.{0,160}\ball rights reserved[^\p{L}\p{N}]*|(?:جميع|كافة) الحقوق محفوظة.{0,120}|page \d+ of \d+|(?:this article was )?(?:printed|downloaded) (?:from|on) .{4,120})$/iu,
  },
]

const longestFurniture = Math.max(...rules.map((rule) => rule.longest))

/**
 * Why a block is page furniture by its words alone, or null for text of the article. Deliberately narrow: a line is
 * hidden only where it speaks to the reader of a page.
 */
export function furnitureReason(text: string): HideReason | null {
  // The one capital letter that does not match its small one whatever the case.
  const plain = text.trim().replaceAll('İ', 'i')
  if (plain.length > longestFurniture) return null
  return (
    rules.find((rule) => plain.length <= rule.longest && rule.hint?.test(plain) !== false && rule.pattern.test(plain))
      ?.reason ??
    wordRules.find((rule) => plain.length <= rule.longest && rule.matches(plain))?.reason ??
    null
  )
}

/**
 * Hides page furniture among the paragraphs and headings of an article and recognises its captions. Blocks of other kinds
 * and hidden ones stay. Where nothing would be left to read, nothing is hidden.
 */
export function cleanBlocks(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  const cleaned = hideTails(hideOffers(hideLabels(blocks.map(cleanBlock))))
  return cleaned.some((block) => !block.hidden && isNumbered(block.kind)) ? cleaned : [...blocks]
}

function cleanBlock(block: ExtractedBlock): ExtractedBlock {
  if (block.hidden || !(isNumbered(block.kind) || block.kind === 'heading')) return block
  const reason = furnitureReason(block.text)
  if (reason) return hide(block, reason)
  return block.kind !== 'quote' && isCaption(block.text) ? { ...block, kind: 'caption' } : block
}

export const hide = (block: ExtractedBlock, reason: HideReason): ExtractedBlock => ({
  ...block,
  kind: 'boilerplate',
  hidden: true,
  reason,
})

const buttons = /^(?:play|pause|(?:un)?mute|full ?screen|captions|chapters)$/iu
const labels = /^(?:image|photo|picture|video|slide ?show|bild|foto|imagen|imagem|immagine|фото|видео|图片)$/iu

/** A picture's label above its caption, and what stands among the controls of a player. */
function hideLabels(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  return blocks.map((block, index) => {
    if (block.hidden || block.kind !== 'paragraph' || block.text.length > 12) return block
    const [before, after] = [blocks[index - 1], blocks[index + 1]]
    const isLabel = after?.kind === 'caption' && labels.test(block.text)
    const isControl = (isPlayer(before) && isPlayer(after)) || (buttons.test(block.text) && playsNear(blocks, index))
    return isLabel || isControl ? hide(block, 'navigation') : block
  })
}

/** A player has so many labels at most. */
const controls = 24

/** Whether a player's controls stand before or after a block, with nothing visible between but other buttons. */
function playsNear(blocks: readonly ExtractedBlock[], index: number): boolean {
  const before = blocks.slice(Math.max(0, index - controls), index).reverse()
  return [before, blocks.slice(index + 1, index + controls)].some((side) => {
    const end = side.findIndex((block) => isPlayer(block) || !(block.hidden || buttons.test(block.text)))
    return isPlayer(side[end])
  })
}

const isPlayer = (block: ExtractedBlock | undefined): boolean =>
  block?.hidden === true && playerControls.pattern.test(block.text)

const isPrice = (block: ExtractedBlock | undefined): boolean => block?.hidden === true && price.pattern.test(block.text)
const isButton = (block: ExtractedBlock | undefined): boolean =>
  block?.hidden === true && block.text.length <= 24 && block.reason !== 'related'

/** The name of an offer above its price, and a sentence about it above its button. */
function hideOffers(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  return blocks.map((block, index) => {
    if (block.hidden) return block
    const isName = block.text.length <= 30 && isPrice(blocks[index + 1])
    const isPraise = block.text.length <= 120 && isPrice(blocks[index - 1]) && isButton(blocks[index + 1])
    return isName || isPraise ? hide(block, 'newsletter') : block
  })
}

/**
 * After the article's end, what follows a line such as "Related articles" or "3 comments" belongs to it: link lines
 * without a full stop after the one, everything after the other.
 */
function hideTails(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  const letters = blocks.reduce((sum, block) => sum + block.text.length, 0)
  let seen = 0
  let tail: 'related' | 'comments' | null = null
  return blocks.map((block, index) => {
    seen += block.text.length
    const late = seen * 2 > letters
    if (block.hidden) {
      if (late && tail !== 'comments') tail = tailOf(block)
      return block
    }
    if (tail === 'related' && (isText(block) || leadsOn(block, blocks[index + 1]))) tail = null
    return tail === null || block.kind === 'caption' ? block : hide(block, tail)
  })
}

/** A full sentence, which marks of notes may follow, or a long line. */
const isText = ({ text }: ExtractedBlock): boolean =>
  text.length > 120 || /[.!…。؟]["”’»)]?(?:\s?\[[^\][]{1,6}\])*$/u.test(text)

const leadsOn = ({ kind }: ExtractedBlock, next: ExtractedBlock | undefined): boolean =>
  kind === 'heading' && next?.hidden === false && isNumbered(next.kind) && isText(next)

/** A word alone, such as "Comment", may be a cell of a table. */
function tailOf(block: ExtractedBlock): 'related' | 'comments' | null {
  if (block.reason === 'comments') return /^(?:comment|view|post)$/i.test(block.text) ? null : 'comments'
  return block.reason === 'related' ? 'related' : null
}
