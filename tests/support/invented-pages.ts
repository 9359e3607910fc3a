import { type PageTexts, westernTexts } from './invented-texts'
import { otherTexts } from './invented-texts-more'
import { markedPage, type Page } from './pages'

const texts = { ...westernTexts, ...otherTexts }
type Language = keyof typeof texts
type Template = (t: PageTexts) => string

const y = (text: string) => `⟦${text}⟧`
const n = (text: string) => `⟪${text}⟫`
const p = (text: string) => `<p>${text}</p>`
const yes = (list: readonly string[]) => list.map((text) => p(y(text))).join('\n')
const link = (text: string) => `<a href="/a/1">${text}</a>`
const links = (list: readonly string[], tag = 'li') => list.map((text) => `<${tag}>${link(n(text))}</${tag}>`).join('')
const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${y(item)}</li>`).join('')}</ul>`
const nav = (t: PageTexts) => `<ul><li>${link(t.labels.home)}</li>${links(t.headlines.slice(3))}</ul>`
const teaserText = (t: PageTexts, wrap: (headline: string, text: string) => string) =>
  t.teasers.map((text, at) => wrap(link(n(t.headlines[at] ?? '')), n(text))).join('\n')
const commentList = (t: PageTexts, wrap: (text: string) => string) => t.comments.map((text) => wrap(n(text))).join('\n')
const document = (t: PageTexts, body: string, head = '') =>
  `<!DOCTYPE html><html lang="${t.lang}"><head><meta charset="utf-8"><title>${t.title}</title>${head}</head><body>${body}</body></html>`

/** Pages as content systems and hand-written sites make them. */
const templates: Record<string, [Language, Template]> = {
  'wordpress-classic': [
    'de',
    (t) =>
      document(
        t,
        `<div id="page" class="hfeed site"><header id="masthead" class="site-header">${nav(t)}</header>
    <div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
    <article id="post-81" class="post-81 post type-post status-publish category-lokales tag-stadtrat hentry"><header class="entry-header"><h1 class="entry-title">${t.title}</h1>
    <div class="entry-meta"><span class="posted-on">4. März 2031</span> <span class="byline">von <a class="url fn n" href="/x">${t.author}</a></span></div></header>
    <div class="entry-content">${p(y(t.lead))}${yes(t.body.slice(0, 3))}<blockquote><p>${y(t.quote)}</p></blockquote>${yes(t.body.slice(3))}
    <div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">${n(t.labels.share)}</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">Twitter</a></li></ul></div>
    <div id="jp-relatedposts" class="jp-relatedposts"><h3>${n(t.labels.related)}</h3>${teaserText(t, (h, x) => `<h4>${h}</h4><p>${x}</p>`)}</div></div>
    <footer class="entry-footer"><span class="tags-links">${n(t.labels.tags)}</span></footer></article>
    <div id="comments" class="comments-area"><h2 class="comments-title">${n(t.labels.comments)}</h2><ol class="comment-list">${commentList(t, (x) => `<li class="comment even"><article class="comment-body"><div class="comment-content"><p>${x}</p></div><div class="reply"><a href="#">${t.labels.reply}</a></div></article></li>`)}</ol></div>
    </main></div><aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>${n(t.labels.popular)}</h2><ul>${links(t.headlines)}</ul></section></aside></div>
    <footer id="colophon" class="site-footer">${n(t.labels.rights)}</footer></div>`,
      ),
  ],
  'drupal-field': [
    'fr',
    (t) =>
      document(
        t,
        `<div class="region region-header">${nav(t)}</div><div class="region region-content"><div class="node node--type-article">
    <h1 class="page-title">${t.title}</h1><div class="field field--name-field-chapo field--type-text-long"><p>${y(t.lead)}</p></div>
    <div class="field field--name-field-image"><img src="a.jpg"><div class="field-legend">${t.caption}</div></div>
    <div class="field field--name-body field--type-text-with-summary">${yes(t.body)}</div>
    <div class="field field--name-field-tags field--type-entity-reference"><div>${n(t.labels.tags)}</div></div></div></div>
    <div class="region region-sidebar-second"><div class="block block-views"><h2>${n(t.labels.popular)}</h2>${teaserText(t, (h, x) => `<div class="views-row"><h3>${h}</h3><div>${x}</div></div>`)}</div></div>
    <div class="region region-footer"><p>${n(t.labels.rights)}</p></div>`,
      ),
  ],
  'blogger-breaks': [
    'pt',
    (t) =>
      document(
        t,
        `<div class="content"><div class="header-outer">${nav(t)}</div><div class="main-outer"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>terça-feira, 4 de março de 2031</span></h2>
    <div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">${t.title}</h3><div class="post-body entry-content">${[t.lead, ...t.body].map(y).join('<br><br>')}</div>
    <div class="post-footer"><div class="post-footer-line">Postado por ${t.author} às 10:12</div><div class="post-share-buttons"><a href="#">Enviar por e-mail</a></div><span class="post-labels">${n(t.labels.tags)}</span></div></div>
    <div class="comments" id="comments"><h4>${n(t.labels.comments)}:</h4><div id="Blog1_comments-block-wrapper"><dl>${commentList(t, (x) => `<dt>Anónimo disse...</dt><dd class="comment-body"><p>${x}</p></dd>`)}</dl></div></div></div></div></div></div>
    <div class="column-right-inner"><div class="widget BlogArchive"><h2>Arquivo</h2><ul>${links(t.headlines)}</ul></div></div></div></div>`,
      ),
  ],
  'amp-story': [
    'es',
    (t) =>
      document(
        t,
        `<amp-sidebar><ul>${links(t.headlines)}</ul></amp-sidebar><header class="i-amphtml-header">${link(t.labels.home)}</header><main><article class="amp-wp-article">
    <h1 class="amp-wp-title">${t.title}</h1><p class="entradilla">${y(t.lead)}</p><amp-img src="a.jpg"></amp-img><div class="amp-wp-article-content">${yes(t.body.slice(0, 2))}
    <div class="amp-ad-wrapper">${n(t.labels.ad)}</div>${yes(t.body.slice(2, 4))}<p><strong>${n(t.labels.related)}:</strong> ${link(n(t.headlines[0] ?? ''))}</p>${yes(t.body.slice(4))}</div></article></main>
    <section class="amp-newsletter"><p>${n(t.labels.newsletter)}</p></section><div class="cookie-notice">${n(t.labels.cookies)}</div>`,
      ),
  ],
  'table-layout': [
    'en',
    (t) =>
      document(
        t,
        `<table width="780"><tr><td colspan="3">${link(t.labels.home)} | ${link('Sports')} | ${link('Weather')}</td></tr><tr><td width="150" valign="top">${links(t.headlines, 'p')}</td>
    <td valign="top"><font size="5"><b>${t.title}</b></font><br><font size="2">By ${t.author}</font><br><br>${[t.lead, ...t.body].map((x) => `<font face="Arial" size="2">${y(x)}</font>`).join('<br><br>')}<br><br><hr>${n(t.labels.rights)}</td>
    <td width="180" valign="top"><b>${n(t.labels.popular)}</b><br>${t.headlines.map((h) => link(n(h))).join('<br>')}</td></tr></table>`,
      ),
  ],
  'div-soup': [
    'en',
    (t) =>
      document(
        t,
        `<div class="a1">${nav(t)}</div><div class="b7"><div class="c3"><div class="d9">${t.title}</div>${[t.lead, ...t.body].map((x) => `<div class="e2">${y(x)}</div>`).join('')}</div>
    <div class="f4">${teaserText(t, (h, x) => `<div class="g5"><div class="h6">${h}</div><div class="i7">${x} ${link(t.labels.more)}</div></div>`)}</div></div><div class="z1">${n(t.labels.rights)}</div>`,
      ),
  ],
  'live-blog': [
    'en',
    (t) =>
      document(
        t,
        `<header class="site-header">${nav(t)}</header><main><h1>${t.title}</h1><div class="live-status">Live: ${t.headlines[0]}</div>
    <div class="liveblog-posts">${[t.lead, ...t.body].map((x, at) => `<article class="liveblog-post"><time datetime="2031-03-04T1${at}:20">1${at}:20</time><h2>Update ${at + 1}</h2><div class="post-content"><p>${y(x)}</p></div><div class="share-tools"><a href="#">Share</a></div></article>`).join('')}</div></main>
    <aside class="most-read"><h2>${n(t.labels.popular)}</h2><ol>${links(t.headlines)}</ol></aside>`,
      ),
  ],
  'arabic-news': [
    'ar',
    (t) =>
      document(
        t,
        `<div class="top-menu">${nav(t)}</div><div class="container"><div class="row"><div class="col-md-8 right-side-content"><div class="breadcrumb">${t.labels.home} » اقتصاد</div><h1>${t.title}</h1><div class="news-date">4 مارس 2031</div><h2 class="news-summary">${t.lead}</h2>
    <div class="news-details" dir="rtl">${yes(t.body)}<p>${list(t.items)}</p></div><div class="share-box">${n(t.labels.share)}</div><div class="news-related"><h3>${n(t.labels.related)}</h3>${teaserText(t, (h, x) => `<div><h4>${h}</h4><p>${x}</p></div>`)}</div></div>
    <div class="col-md-4"><h3>${n(t.labels.popular)}</h3><ul>${links(t.headlines)}</ul></div></div></div><div class="foot">${n(t.labels.rights)}</div>`,
      ),
  ],
  'hebrew-spans': [
    'he',
    (t) =>
      document(
        t,
        `<div class="header">${nav(t)}</div><div dir="rtl" class="article_wrap"><h1>${t.title}</h1><h2 class="sub">${t.lead}</h2><div class="credit">${t.author}</div><div class="text_editor_paragraph"><span>${t.body.map((x) => `<span>${y(x)}</span><br><br>`).join('')}</span></div>
    <div class="talkbacks"><h3>${n(t.labels.comments)}</h3>${commentList(t, (x) => `<div class="talkback"><div>${x}</div><a href="#">${t.labels.reply}</a></div>`)}</div></div><div class="bottom-box"><h4>${n(t.labels.related)}</h4>${links(t.headlines, 'div')}</div>`,
      ),
  ],
  'russian-inline': [
    'ru',
    (t) =>
      document(
        t,
        `<div class="b-header">${nav(t)}</div><div class="l-columns"><div class="b-topic b-topic_news"><h1 class="b-topic__title">${t.title}</h1><div class="b-text clearfix" itemprop="articleBody">${yes([t.lead, ...t.body.slice(0, 2)])}
    <aside class="b-inline-topics-box"><div>${n(t.labels.related)}</div>${links(t.headlines.slice(0, 2), 'div')}</aside>${yes(t.body.slice(2))}</div><div class="b-topic__socials">${n(t.labels.share)}</div></div>
    <div class="b-sidebar">${teaserText(t, (h, x) => `<div class="item">${h}<div>${x}</div></div>`)}</div></div><div class="b-footer">${n(t.labels.rights)}</div>`,
      ),
  ],
  'chinese-portal': [
    'zh',
    (t) =>
      document(
        t,
        `<div id="top_nav">${nav(t)}</div><div id="wrapper"><div class="left_box"><h1>${t.title}</h1><div class="info">2031年03月04日 来源：青河日报</div><div id="artibody">${[t.lead, ...t.body].map((x) => `<p>　　${y(x)}</p>`).join('')}<p class="editor">（责任编辑：王平）</p></div>
    <div class="tagbox">${n(t.labels.tags)}</div><div class="xiangguan"><h3>${n(t.labels.related)}</h3><ul>${links(t.headlines)}</ul></div><div class="pinglun"><h3>${n(t.labels.comments)}</h3>${commentList(t, (x) => `<div class="pl">${x}</div>`)}</div></div>
    <div class="right_box"><h3>${n(t.labels.popular)}</h3><ul>${links(t.headlines)}</ul></div></div><div class="copyright">${n(t.labels.rights)}</div>`,
      ),
  ],
  'japanese-list': [
    'ja',
    (t) =>
      document(
        t,
        `<div id="gnav">${nav(t)}</div><div id="main"><div class="ttl"><h1>${t.title}</h1></div><div class="txt_box"><p>${y(t.lead)}</p>${yes(t.body.slice(0, 3))}${list(t.items)}${yes(t.body.slice(3))}</div><div class="snsbtn">${n(t.labels.share)}</div>
    <div class="kanren"><h2>${n(t.labels.related)}</h2><ul>${links(t.headlines)}</ul></div></div><div id="side"><h2>${n(t.labels.popular)}</h2><ol>${links(t.headlines)}</ol></div><div id="foot"><p>${n(t.labels.rights)}</p></div>`,
      ),
  ],
  'german-magazine': [
    'de',
    (t) =>
      document(
        t,
        `<nav>${nav(t)}</nav><main><article><header><span class="kicker">Lokales</span><h1>${t.title}</h1><p class="article-teaser">${y(t.lead)}</p><p class="author">Von ${t.author}</p></header><div class="article__body">${yes(t.body.slice(0, 2))}
    <div class="article__inline-teaser"><a href="/x"><span>${n(t.labels.related)}</span><h3>${n(t.headlines[1] ?? '')}</h3></a></div>${yes(t.body.slice(2, 4))}<h2>${y('Wettbewerb bis zum Herbst')}</h2>${yes(t.body.slice(4))}${list(t.items)}</div></article>
    <div class="authorbox"><p>${n(t.bio)}</p></div><div class="newsletter-box"><p>${n(t.labels.newsletter)}</p></div><section class="leserkommentare"><h2>${n(t.labels.comments)}</h2>${commentList(t, (x) => `<div class="kommentar"><p>${x}</p></div>`)}</section></main><footer>${n(t.labels.rights)}</footer>`,
      ),
  ],
  'spanish-agency': [
    'es',
    (t) =>
      document(
        t,
        `<div class="menu">${nav(t)}</div><div class="ficha"><h1>${t.title}</h1><div class="subtitulo">${t.lead}</div><div class="texto"><p>${y(`Valdoria, 4 mar. ${t.body[0]}`)}</p>${yes(t.body.slice(1))}<p>${list(t.items)}</p></div><div class="etiquetas">${n(t.labels.tags)}</div>
    <div class="comentarios"><h4>${n(t.labels.comments)}</h4>${commentList(t, (x) => `<div class="comentario">${x}</div>`)}</div></div><div class="lateral"><h4>${n(t.labels.popular)}</h4>${links(t.headlines, 'p')}</div><div class="pie">${n(t.labels.rights)}</div>`,
      ),
  ],
  'forum-thread': [
    'de',
    (t) =>
      document(
        t,
        `<div id="nav">${nav(t)}</div><h1>${t.title}</h1><div id="posts">${[t.lead, ...t.body].map((x, at) => `<div class="post" id="p${at}"><div class="postauthor">Nutzer ${at}</div><div class="post_body">${y(x)}</div><div class="post_controls"><a href="#">Zitieren</a></div></div>`).join('')}</div><div class="foot">${n(t.labels.rights)}</div>`,
      ),
  ],
  'paywall-teaser': [
    'fr',
    (t) =>
      document(
        t,
        `<header>${nav(t)}</header><main><article class="article"><h1>${t.title}</h1><p class="article__desc">${y(t.lead)}</p><section class="article__content">${yes(t.body.slice(0, 2))}</section><section class="paywall"><p>${n('La suite est réservée aux abonnés. Déjà abonné ? Connectez-vous pour lire cet article en entier.')}</p></section></article>
    <section class="river"><h2>${n(t.labels.popular)}</h2>${teaserText(t, (h, x) => `<div class="river__item"><h3>${h}</h3><p>${x}</p></div>`)}</section></main><footer>${n(t.labels.rights)}</footer>`,
      ),
  ],
  'gallery-story': [
    'it',
    (t) =>
      document(
        t,
        `<header>${nav(t)}</header><div class="story"><h1>${t.title}</h1><div class="story-text">${p(y(t.lead))}${yes(t.body.slice(0, 3))}<div class="slideshow"><ul>${t.headlines.map((h, at) => `<li data-length="${h.length}"><h4>${at + 1}/5 Il foyer</h4><p>${t.caption}, foto numero ${at + 1} di cinque.</p></li>`).join('')}</ul></div>${yes(t.body.slice(3))}</div>
    <div class="box-correlati"><h3>${n(t.labels.related)}</h3>${links(t.headlines, 'p')}</div></div><footer>${n(t.labels.rights)}</footer>`,
      ),
  ],
  interview: [
    'de',
    (t) =>
      document(
        t,
        `<nav>${nav(t)}</nav><article class="beitrag"><h1>${t.title}</h1><div class="beitrag-text"><p>${y(t.lead)}</p>${t.body.map((x, at) => `<p><strong>${y(`Frage ${at + 1}: Was folgt daraus?`)}</strong></p><p>${y(x)}</p>`).join('')}</div><div class="teilen">${n(t.labels.share)}</div></article><div class="mehr"><h3>${n(t.labels.related)}</h3>${links(t.headlines, 'div')}</div>`,
      ),
  ],
  listicle: [
    'en',
    (t) =>
      document(
        t,
        `<nav>${nav(t)}</nav><div class="post-content"><h1>${t.title}</h1><p>${y(t.lead)}</p>${t.body.map((x, at) => `<h2>${y(`Reason number ${at + 1} why it lasted`)}</h2><p>${y(x)}</p>`).join('')}</div><div class="recommended-list"><h3>${n(t.labels.related)}</h3>${links(t.teasers, 'p')}</div>`,
      ),
  ],
  'only-breaks': [
    'tr',
    (t) =>
      document(
        t,
        `<h2>${t.title}</h2>${[t.lead, ...t.body].map(y).join('<br><br>')}<br><br><a href="/">${t.labels.home}</a>`,
      ),
  ],
  'no-paragraphs': [
    'ru',
    (t) =>
      document(
        t,
        `<div id="menu">${nav(t)}</div><div id="content"><h1>${t.title}</h1>${[t.lead, ...t.body].map((x) => `<div>${y(x)}</div>`).join('')}</div><div id="rightcol">${links(t.headlines, 'div')}</div>`,
      ),
  ],
  'ten-teasers': [
    'en',
    (t) =>
      document(
        t,
        `<header>${nav(t)}</header><main><div class="article-layout"><h1>${t.title}</h1><div class="text">${yes([t.lead, ...t.body])}</div></div><div class="grid">${[0, 1, 2].map(() => teaserText(t, (h, x) => `<div class="tile"><h3>${h}</h3><p>${x}</p></div>`)).join('')}</div></main>`,
      ),
  ],
  'long-comments': [
    'it',
    (t) =>
      document(
        t,
        `<header>${nav(t)}</header><div class="single"><h1>${t.title}</h1><div class="testo">${yes([t.lead, ...t.body.slice(0, 3)])}</div><div id="commenti"><h3>${n(t.labels.comments)}</h3>${[1, 2, 3, 4].map((round) => t.comments.map((x) => `<div class="commento"><b>Utente ${round}</b><p>${n(x)}</p><p>${n(`${round}) ${x}`)}</p></div>`).join('')).join('')}</div></div>`,
      ),
  ],
  'short-notice': [
    'de',
    (t) =>
      document(
        t,
        `<div class="kopf">${nav(t)}</div><div class="meldung"><h1>${t.title}</h1><p>${y(t.lead)}</p><p>${y(t.body[0] ?? '')}</p></div><div class="spalte"><h3>${n(t.labels.popular)}</h3><ul>${links(t.headlines)}</ul></div><div class="fuss">${n(t.labels.rights)} ${link('Impressum')} ${link('Datenschutz')}</div>`,
      ),
  ],
  'asp-form': [
    'en',
    (t) =>
      document(
        t,
        `<form id="aspnetForm" method="post"><div id="hdr">${nav(t)}</div><div id="ctl00_main"><h1>${t.title}</h1><span id="ctl00_body">${yes([t.lead, ...t.body])}</span></div><div id="ctl00_side"><h3>${n(t.labels.popular)}</h3>${links(t.headlines, 'p')}</div></form>`,
      ),
  ],
  'genesis-sidebar': [
    'en',
    (t) =>
      document(
        t,
        `<div class="site-container"><div class="content-sidebar-wrap"><main class="content"><article class="post entry"><h1 class="entry-title">${t.title}</h1><p class="entry-meta">March 4, 2031 by ${t.author} <a href="#c">3 Comments</a></p><div class="entry-content">${yes([t.lead, ...t.body])}</div>
    <footer class="entry-footer"><p class="entry-meta">${n('Filed Under: Coast')}</p></footer></article><section class="author-box"><p>${n(t.bio)}</p></section><div class="entry-comments"><h3>${n(t.labels.comments)}</h3>${commentList(t, (x) => `<article><div class="comment-content"><p>${x}</p></div></article>`)}</div></main>
    <aside class="sidebar sidebar-primary">${teaserText(t, (h, x) => `<section><h3>${h}</h3><p>${x}</p></section>`)}</aside></div></div>`,
      ),
  ],
  'split-body': [
    'es',
    (t) =>
      document(
        t,
        `<header>${nav(t)}</header><article><h1>${t.title}</h1><div class="article-body">${yes([t.lead, ...t.body.slice(0, 2)])}</div><div class="ad-slot">${n(t.labels.ad)}</div><div class="article-body">${yes(t.body.slice(2, 4))}</div><div class="inline-newsletter"><p>${n(t.labels.newsletter)}</p></div><div class="article-body">${yes(t.body.slice(4))}</div></article><div class="mas-leidas"><ol>${links(t.headlines)}</ol></div>`,
      ),
  ],
  'table-of-figures': [
    'en',
    (t) =>
      document(
        t,
        `<header>${nav(t)}</header><div class="story-body"><h1>${t.title}</h1>${yes([t.lead, ...t.body.slice(0, 3)])}<table><tr><th>Island</th><th>Passengers</th></tr><tr><td>Norrey</td><td>1,204</td></tr><tr><td>Saltholm</td><td>866</td></tr></table>${yes(t.body.slice(3))}</div><div class="more-stories">${links(t.headlines, 'p')}</div>`,
      ),
  ],
  'dateline-outside': [
    'pt',
    (t) =>
      document(
        t,
        `<header>${nav(t)}</header><div class="materia"><div class="materia-titulo"><h1>${t.title}</h1></div><div class="materia-abertura"><p>${y(t.lead)}</p></div><div class="foto"><img src="a.jpg"><span class="legenda">${t.caption}</span></div><div class="materia-conteudo">${yes(t.body)}</div></div><div class="saiba-mais"><h4>${n(t.labels.related)}</h4>${links(t.headlines, 'p')}</div><div class="rodape">${n(t.labels.rights)}</div>`,
      ),
  ],
  'embedded-posts': [
    'en',
    (t) =>
      document(
        t,
        `<header>${nav(t)}</header><main class="article-main">${yes([t.lead, ...t.body.slice(0, 2)])}<div class="embed"><blockquote class="twitter-tweet"><p>${y(t.quote)}</p>— Maren Oddie (@oddie) <a href="https://x.example/1">March 4, 2031</a></blockquote></div>${yes(t.body.slice(2))}</main><section class="trending"><ol>${links(t.headlines)}</ol></section>`,
      ),
  ],
  'linked-data': [
    'it',
    (t) =>
      document(
        t,
        `<div class="x1">${nav(t)}</div><div class="x2"><h1>${t.title}</h1><div class="x3">${yes([t.lead, ...t.body.slice(0, 2)])}</div><div class="x4">${yes(t.body.slice(2))}</div><div class="x5">${t.teasers.map((x) => p(n(x))).join('')}</div></div>`,
        `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: t.title, articleBody: [t.lead, ...t.body].join('\n') })}</script>`,
      ),
  ],
  'arabic-old': [
    'ar',
    (t) =>
      document(
        t,
        `<table dir="rtl" width="100%"><tr><td>${links(t.headlines, 'div')}</td><td><span class="title">${t.title}</span><br><br>${[t.lead, ...t.body].map(y).join('<br><br>')}<br><br><a href="#">طباعة</a> | <a href="#">أرسل إلى صديق</a><br>${n(t.labels.comments)}<br>${commentList(t, (x) => `<table><tr><td>${x}</td></tr></table>`)}</td></tr><tr><td colspan="2">${n(t.labels.rights)}</td></tr></table>`,
      ),
  ],
  'hebrew-wordpress': [
    'he',
    (t) =>
      document(
        t,
        `<header class="site-header">${nav(t)}</header><article class="post"><h1 class="entry-title">${t.title}</h1><div class="entry-content"><p>${y(t.lead)}</p>${yes(t.body.slice(0, 4))}<p><strong>${n(`${t.labels.more}: `)}</strong>${link(n(t.headlines[0] ?? ''))}</p>${yes(t.body.slice(4))}<p class="wp-caption-text">${t.caption}</p></div><div class="sharing">${n(t.labels.share)}</div></article><div class="comments-area">${commentList(t, (x) => p(x))}</div>`,
      ),
  ],
  'chinese-mobile': [
    'zh',
    (t) =>
      document(
        t,
        `<div class="m-hd">${nav(t)}</div><section class="art"><h1>${t.title}</h1>${[t.lead, ...t.body].map((x) => `<section><span>${y(x)}</span></section>`).join('')}</section><div class="dl">${n('打开APP，查看更多精彩内容')}</div><div class="hot"><h3>${n(t.labels.popular)}</h3>${links(t.headlines, 'div')}</div>`,
      ),
  ],
  'turkish-portal': [
    'tr',
    (t) =>
      document(
        t,
        `<div class="ust-menu">${nav(t)}</div><div class="haber"><h1>${t.title}</h1><h2 class="spot">${t.lead}</h2><div class="haber-metni">${yes(t.body.slice(0, 3))}<div class="reklam">${n(t.labels.ad)}</div>${yes(t.body.slice(3))}</div><div class="etiketler">${n(t.labels.tags)}</div><div class="yorumlar"><h3>${n(t.labels.comments)}</h3>${commentList(t, (x) => `<div class="yorum">${x}</div>`)}</div></div><div class="cok-okunanlar"><h3>${n(t.labels.popular)}</h3>${links(t.headlines, 'div')}</div>`,
      ),
  ],
  'russian-comments': [
    'ru',
    (t) =>
      document(
        t,
        `<header>${nav(t)}</header><div class="post"><h1>${t.title}</h1><div class="post__text">${yes([t.lead, ...t.body])}${list(t.items)}</div><div class="post__tags">${n(t.labels.tags)}</div></div><div class="discussion"><h2>${n(t.labels.comments)}</h2>${commentList(t, (x) => `<div class="msg"><p>${x}</p></div>`)}</div><div class="bottom">${teaserText(t, (h, x) => `<div>${h}<p>${x}</p></div>`)}</div>`,
      ),
  ],
  'french-blog': [
    'fr',
    (t) =>
      document(
        t,
        `<div id="wrap"><div id="top">${nav(t)}</div><div id="main"><div class="billet"><h2 class="post-title">${t.title}</h2><p class="post-info">Par ${t.author} le 4 mars 2031</p><div class="post-content">${yes([t.lead, ...t.body.slice(0, 4)])}<pre>${y('Recette de la teinture')}\n\n${y('Deux onces de garance, une once d’alun.')}</pre>${yes(t.body.slice(4))}</div></div><div id="comments"><h3>${n(t.labels.comments)}</h3><dl>${commentList(t, (x) => `<dd><p>${x}</p></dd>`)}</dl></div></div><div id="sidebar"><div id="categories"><ul>${links(t.headlines)}</ul></div></div><div id="footer"><p>${n(t.labels.rights)}</p></div></div>`,
      ),
  ],
  'japanese-blog': [
    'ja',
    (t) =>
      document(
        t,
        `<div id="container"><div id="header">${nav(t)}</div><div class="entry"><h2>${t.title}</h2><div class="entry-body">${[t.lead, ...t.body].map(y).join('<br>\n<br>\n')}</div><p class="posted">投稿者 ${t.author}</p></div><div class="comments"><h3>${n(t.labels.comments)}</h3>${commentList(t, (x) => `<div class="comment">${x}</div>`)}</div><div class="sidebar"><ul>${links(t.headlines)}</ul></div></div>`,
      ),
  ],
  'portuguese-news': [
    'pt',
    (t) =>
      document(
        t,
        `<nav>${nav(t)}</nav><main><h1>${t.title}</h1><p class="linha-fina">${y(t.lead)}</p><div class="c-news__body">${yes(t.body.slice(0, 3))}<p>${n(t.labels.related)}: ${link(n(t.headlines[0] ?? ''))}</p>${yes(t.body.slice(3))}<p class="credito">Foto: ${t.author}/Divulgação</p></div><div class="tags">${n(t.labels.tags)}</div><div class="veja-tambem">${teaserText(t, (h, x) => `<div><h3>${h}</h3><p>${x}</p></div>`)}</div></main>`,
      ),
  ],
  'popup-cookies': [
    'en',
    (t) =>
      document(
        t,
        `<div class="cmp-overlay"><p>${n(t.labels.cookies)}</p><p>${n('You can change your choice at any time in our privacy centre, where all partners are listed.')}</p></div><header>${nav(t)}</header><section class="content-wrap"><h1>${t.title}</h1><div class="rte">${yes([t.lead, ...t.body])}</div></section><div class="subscribe-modal"><p>${n(t.labels.newsletter)}</p></div>`,
      ),
  ],
}

/** Pages of many kinds and languages with invented texts, marked with what is the article's and what is not. */
export const inventedPages = (): Page[] =>
  Object.entries(templates).map(([name, [language, template]]) => markedPage(name, template(texts[language])))
