import type { HideReason } from '../../domain/article'
import { type DomElement, isElement } from './dom'

/** A part of a page that is not its article: why, and the element that says so. */
export type Region = { reason: HideReason; element: DomElement }

/** Class and id of an element, in lower case, words of camelCase divided. */
export const namesOf = (element: DomElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()

/** Names of a block's element and of the one around it. */
export function nearNames(holder: DomElement): string {
  const outer = holder.parentNode as DomElement | null
  const inner = [...holder.querySelectorAll('[class],[rel],[itemprop]')].slice(0, 4)
  const around = outer?.localName && !['body', 'main', 'article', 'section'].includes(outer.localName) ? [outer] : []
  return [holder, ...inner, ...around]
    .map(
      (element) => `${namesOf(element)} ${element.getAttribute('rel') ?? ''} ${element.getAttribute('itemprop') ?? ''}`,
    )
    .join(' ')
}

/** Names that say what an element has, is filed under or lies beside, not what it is. */
const foreignName =
  /^(?:has|hasnt|havent|no|non|not|with|without|is|isnt|hide|js|category|cat|tag|format|status|type|term|section|page|layout|template|theme|supports|col|grid|single)[-_]|-(?:open|closed|enabled|disabled|active|wrap(?:per)?|layout|template)$/

const ownNames = (names: string): string =>
  names
    .split(/\s+/)
    .filter((name) => !foreignName.test(name))
    .join(' ')

/** A whole word of a name: "post-share" and "post_share" have "share", "shareholder" has not. */
const word = (...words: string[]): RegExp => new RegExp(`(?:^|[\\s_-])(?:${words.join('|')})(?=$|[\\s_\\d-])`)

const regionNames: readonly [HideReason, RegExp][] = [
  ['cookies', word('cookies?', 'consent', 'gdpr', 'dsgvo', 'rgpd', 'cmp', 'onetrust', 'cookiebar', 'cookiebanner')],
  [
    'newsletter',
    word(
      'newsletters?',
      'subscribe',
      'subscriptions?',
      'sign-?up',
      'mailing-?list',
      'mailchimp',
      'mc4wp',
      'paywall',
      'regwall',
      'abo-?box',
    ),
  ],
  [
    'comments',
    word(
      'comments?',
      'comment(?:list|form|area|section|box|body)',
      'disqus',
      'respond',
      'replies',
      'kommentare?',
      'comentarios?',
      'commentaires?',
      'commenti',
      'reacties',
      'yorum(?:lar)?',
      'guestbook',
      'trackbacks?',
      'pingbacks?',
    ),
  ],
  [
    'share',
    word(
      'share',
      'shares',
      'sharing',
      'sharer',
      'share(?:this|bar|buttons?|daddy|box)',
      'sharedaddy',
      'social',
      'social(?:bar|media|links|icons|share)',
      'sociable',
      'addtoany',
      'addthis',
      'a2a',
      'heateor',
      'ssba',
      'shariff',
      'teilen',
      'partag(?:e|er)',
      'compart(?:ir|ilhar)',
      'follow-?us',
      'tweet-?button',
      'like-?button',
    ),
  ],
  [
    'related',
    word(
      'related',
      'related(?:posts?|content|articles?|stories)',
      'relatedposts',
      'recommend(?:ed|ations?)?',
      'more-(?:stories|from|news|articles|on|posts|like|to)',
      'most-(?:read|popular|viewed|shared|recent)',
      'trending',
      'popular',
      'read-?(?:more|next|also)',
      'teasers?',
      'also-?(?:read|like)',
      'you-?may-?(?:also)?(?:like)?',
      'up-?next',
      'similar(?:-(?:posts?|articles?|stories))?',
      'yarpp',
      'crp',
      'zemanta',
      'recirc(?:ulation)?',
      'suggest(?:ed|ions?)',
      'see-?also',
      'related-?links?',
      'latest(?:-(?:news|posts?|articles?|stories))?',
      'recent-?(?:posts?|articles?|comments?|news)',
      'weiter(?:e|lesen)',
      'mehr-zum-thema',
      'siehe-auch',
      'lire-?aussi',
      'a-lire',
      'relacionad[ao]s?',
      'correlat[ie]',
      'ver-mas',
      'leia-(?:mais|tambem)',
      'lees-ook',
      'czytaj',
      'zobacz',
      'onthemes?',
      'next-?article',
      'author-?(?:bio|box|desc(?:ription)?|about|profile)',
      'about-?(?:the-)?author',
      'bio',
      'authorbox',
    ),
  ],
  [
    'advertisement',
    word(
      'ads?',
      'adv',
      'advert(?:s|isements?|ising|orial)?',
      'adsbygoogle',
      'ad-?(?:slot|unit|container|banner|label|wrap|box|space|zone)',
      'google-?ad',
      'dfp',
      'gpt',
      'banner',
      'sponsor(?:ed|s)?',
      'promo(?:ted|tions?|s|box)?',
      'taboola',
      'outbrain',
      'anzeigen?',
      'werbung',
      'publicidad',
      'publicite',
      'pubblicita',
      'reklama?',
      'affiliate',
    ),
  ],
  [
    'live-banner',
    word(
      'live-?(?:banner|ticker|updates?|blog-link|bar)',
      'breaking(?:-news)?(?:-?(?:bar|banner|ticker))?',
      'news-?ticker',
      'ticker',
    ),
  ],
  ['search-form', word('search', 'search-?(?:form|box|bar|field|results?)', 'suche', 'recherche', 'busca(?:dor)?')],
  [
    'print',
    word('print-?(?:only|header|footer|link|button)', 'copyright', 'copyrights?', 'impressum', 'imprint', 'colophon'),
  ],
  [
    'navigation',
    word(
      'nav',
      'navbar',
      'navi',
      'navigation',
      'menu',
      'submenu',
      'breadcrumbs?',
      'crumbs?',
      'masthead',
      'site-?(?:header|footer|nav|info)',
      '(?:page|global|main)-?footer',
      'footer',
      'top-?bar',
      'pagination',
      'pager',
      'paging',
      'page-?nav',
      'post-?nav(?:igation)?',
      'skip-?(?:link|to-content)',
      'side-?bar',
      'side-?(?:nav|rail|col(?:umn)?)',
      'right-?rail',
      'right-?col(?:umn)?',
      'sr-only',
      'visually-?hidden',
      'screen-reader-text',
      'toolbar',
      'modal',
      'popup',
      'off-?canvas',
      'widget-?area',
      'widget_(?:recent|categories|archive|tag|meta|search|nav|rss|calendar|pages|links)\\w*',
      'tags',
      'tag-?(?:list|links|cloud)',
      'post-?tags',
      'entry-?tags',
      'cat-?links',
      'post-?categories',
      'keywords',
      'rating',
      'ratings',
      'toc',
      'table-of-contents',
      'jump-?links',
      'login',
      'log-?in',
      'user-?menu',
      'disclaimer',
    ),
  ],
]
const regionTags: Readonly<Record<string, HideReason>> = {
  nav: 'navigation',
  form: 'search-form',
  footer: 'navigation',
  aside: 'related',
  button: 'navigation',
  label: 'search-form',
  textarea: 'search-form',
  dialog: 'navigation',
  menu: 'navigation',
}
const regionRoles: Readonly<Record<string, HideReason>> = {
  navigation: 'navigation',
  search: 'search-form',
  contentinfo: 'navigation',
  complementary: 'related',
  banner: 'navigation',
  dialog: 'cookies',
}

/** Comments and teasers are often articles of their own; a whole article is filed under many names. */
function smallArticle(names: string): HideReason | null {
  if (/(?:^| )comment(?:-?body|-?item|list)?(?: |$)/.test(names)) return 'comments'
  return /(?:^| )(?:related|teaser|card)(?:[-_]\w+)?(?: |$)/.test(names) ? 'related' : null
}

const isWhole = (element: DomElement): boolean => element.localName === 'article' || element.localName === 'main'

/** What an element's name, tag or role says that it is, whatever is around it. */
function ownReason(element: DomElement): HideReason | null {
  const names = namesOf(element)
  if (isWhole(element)) return smallArticle(names)
  const all = names === ' ' ? '' : ownNames(names)
  // A link is called after what it opens.
  const own = element.localName === 'a' ? all.replace(/popup|modal/g, '') : all
  const named = own === '' ? undefined : regionNames.find(([, pattern]) => pattern.test(own))
  return named?.[0] ?? regionRoles[element.getAttribute('role') ?? ''] ?? regionTags[element.localName] ?? null
}

/** Finds the parts of a page by what its elements are called alone. */
export const regionsAround = (root: DomElement): Regions => new Regions(root, () => false, isWhole)

/** Finds the parts of a page, remembering what it found for each element. */
export class Regions {
  private readonly known = new Map<DomElement, Region | null>()
  private readonly root: DomElement
  private readonly holdsArticle: (element: DomElement, reason: HideReason) => boolean
  private readonly isArticle: (element: DomElement) => boolean

  /**
   * @param holdsArticle whether an element holds the article, so that its name can't make it furniture
   * @param isArticle whether an element is the whole article, around which nothing is looked at
   */
  constructor(
    root: DomElement,
    holdsArticle: (element: DomElement, reason: HideReason) => boolean,
    isArticle: (element: DomElement) => boolean,
  ) {
    this.root = root
    this.holdsArticle = holdsArticle
    this.isArticle = isArticle
  }

  /** The innermost part of page furniture around an element, itself included. */
  of(element: DomElement): Region | null {
    const known = this.known.get(element)
    if (known !== undefined) return known
    const region = element === this.root ? null : this.find(element)
    this.known.set(element, region)
    return region
  }

  private find(element: DomElement): Region | null {
    const reason = ownReason(element)
    if (reason !== null && !this.holdsArticle(element, reason) && !isCited(element)) return { reason, element }
    if (this.isArticle(element)) return null
    const outer = element.parentNode
    return isElement(outer) ? this.of(outer) : null
  }
}

/** The footer of a quotation says whom it quotes. */
const isCited = (element: DomElement): boolean =>
  element.localName === 'footer' && isElement(element.parentNode) && element.parentNode.localName === 'blockquote'
