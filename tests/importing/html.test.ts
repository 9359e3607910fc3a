import { describe, expect, it } from 'vitest'
import { body, extractPage, extractText, hidden, ofKind, paragraphs } from './support'

const text = paragraphs(6)
const story = text.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
const page = (head: string, inner: string) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${inner}</body></html>`

describe('a web page', () => {
  it('keeps the article, and all other text as hidden blocks with reasons', async () => {
    const article = await extractPage(
      page(
        '<title>The wall gives way | Island Press</title>',
        `<nav><a href="/">Start</a></nav><div class="cookie-banner">Choose your cookies</div><main><h1>The wall gives way</h1>${story}</main>` +
          '<aside class="related">The old crane</aside><section id="comments">I was there</section><footer>Imprint</footer>',
      ),
    )
    expect(body(article)).toEqual(text)
    expect(hidden(article)).toEqual([
      ['navigation', 'Start'],
      ['cookies', 'Choose your cookies'],
      ['related', 'The old crane'],
      ['comments', 'I was there'],
      ['navigation', 'Imprint'],
    ])
    expect([article.metadata.title.value, article.metadata.outlet.value]).toEqual([
      'The wall gives way',
      'Island Press',
    ])
  })

  it('takes linked data before OpenGraph, and that before other elements', async () => {
    const jsonLd = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
    const og =
      '<meta property="article:published_time" content="2031-03-05T10:00:00Z"><meta property="og:site_name" content="Island &amp; Coast">'
    const linked = jsonLd({
      '@type': 'NewsArticle',
      headline: 'Wall',
      datePublished: '2031-03-04T23:30:00+03:00',
      author: { name: 'Inge Maar' },
    })
    const both = await extractPage(page(og + linked, story))
    expect(both.metadata).toMatchObject({
      published: { value: '2031-03-04', evidence: { at: 'JSON-LD datePublished' } },
      outlet: { value: 'Island & Coast', evidence: { at: 'meta og:site_name' } },
      byline: { value: 'Inge Maar' },
    })
    expect((await extractPage(page(og, story))).metadata.published.value).toBe('2031-03-05')
    const time = `<article><time datetime="2031-03-06">yesterday</time>${story}</article>`
    expect((await extractPage(page('', time))).metadata.published.value).toBe('2031-03-06')
  })

  it('shows the headline as the page does, without the name of the site', async () => {
    const head =
      '<title>Wall gives way after storms - Island Press</title><meta property="og:site_name" content="Island Press">'
    const shown = await extractPage(page(head, `<h1>Harbour wall gives way after storms</h1>${story}`))
    expect(shown.metadata.title.value).toBe('Harbour wall gives way after storms')
    expect((await extractPage(page(head, story))).metadata.title.value).toBe('Wall gives way after storms')
  })

  it('stays untitled, undated and unattributed where the page says nothing', async () => {
    const { metadata } = await extractPage(`<p>${text.join('</p><p>')}</p>`)
    const known = Object.entries(metadata).filter(([, { value }]) => value !== null)
    expect(known.map(([field, { value }]) => [field, value])).toEqual([['language', 'en']])
  })

  it('is not dated by a change, a comment or the beginning of the calendar', async () => {
    const head =
      '<meta property="article:modified_time" content="2031-03-09"><meta name="date" content="1970-01-01T00:00:00Z">'
    const comments =
      '<section class="comments"><article class="comment"><time datetime="2031-03-10">now</time> Yes</article></section>'
    expect((await extractPage(page(head, story + comments))).metadata.published.value).toBeNull()
  })

  it('knows the address of a saved page, and takes no other kind of address', async () => {
    const comment = '<!--\n Page saved with SingleFile \n url: https://island.example/wall \n saved date: x -->'
    const saved = await extractPage(`<!DOCTYPE html> <html>${comment}<body>${story}</body></html>`)
    expect(saved.metadata.url.value).toBe('https://island.example/wall')
    for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '/relative', 'http://']) {
      const { metadata } = await extractPage(page(`<link rel="canonical" href="${address}">`, story))
      expect([address, metadata.url.value]).toEqual([address, null])
    }
  })

  it('never shows scripts, styles, comments or embedded data', async () => {
    const inner = `<script>secret()</script><style>.secret{}</style><!-- secret --><noscript>secret</noscript><template>secret</template>
      <svg><title>secret</title><text>secret</text></svg><iframe srcdoc="secret">secret</iframe><p onclick="secret()">${text[0]}</p>${story}`
    const article = await extractPage(page('<script type="application/ld+json">{"secret":1}</script>', inner))
    expect(JSON.stringify(article)).not.toContain('secret')
    expect(body(article)).toContain(text[0])
  })

  it('keeps markup that stands in the text as text', async () => {
    const article = await extractPage(
      page('', `<p>Write &lt;b&gt; for bold &amp;amp; so on, said the clerk of the islands.</p>${story}`),
    )
    expect(body(article)[0]).toBe('Write <b> for bold &amp; so on, said the clerk of the islands.')
    const field = await extractPage(page('', `${story}<textarea><b>Embed</b> &amp; share</textarea>`))
    expect(field.blocks.map((block) => block.text)).toContain('<b>Embed</b> & share')
  })

  it('divides paragraphs at double line breaks and joins table rows', async () => {
    const rows = '<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>3</td></tr></table>'
    const article = await extractPage(
      page('', `<article><div>${text[0]}<br><br>${text[1]}<br>and more.</div>${rows}${story}</article>`),
    )
    expect(body(article).slice(0, 4)).toEqual([text[0], text[1], 'and more.', 'Day | Boats'])
  })

  it('divides a headline from a byline below it, and reads what follows a standfirst', async () => {
    const broken = `<div id="content"><b>Wall to be mended</b><br><i>By INGE MAAR</i><br><br>${text.join('<br><br>')}</div>`
    const article = await extractPage(page('<title>Wall</title>', broken))
    expect([article.metadata.byline.value, body(article).slice(-6)]).toEqual(['INGE MAAR', text])
    const behind = `<article><h1>The wall</h1><p>${text[0]}</p><figure><img src="a.jpg"><figcaption>Masons at the wall in the first light of the day.</figcaption></figure><ul><li>Feb. 21, 2031</li></ul>${text
      .slice(1)
      .map((one) => `<p>${one}</p>`)
      .join('')}</article>`
    const dated = await extractPage(page('', behind))
    expect([ofKind(dated, 'date'), body(dated)]).toEqual([['Feb. 21, 2031'], text])
  })

  it('keeps captions apart from the text', async () => {
    const figure = '<figure><img src="a.jpg"><figcaption>The wall on 2 May 2019</figcaption></figure>'
    const article = await extractPage(page('', `<article><h1>The wall</h1>${figure}${story}</article>`))
    expect(ofKind(article, 'caption')).toEqual(['The wall on 2 May 2019'])
    expect([body(article), article.metadata.published.value]).toEqual([text, null])
  })

  it('is read whatever its tags are like: none, no body, XHTML, capitals', async () => {
    expect(body(await extractPage(text.join('<p>')))).toEqual(text)
    expect(body(await extractPage(`<HTML><BODY BGCOLOR=white><P>${text.join('<P>')}`))).toEqual(text)
    const xhtml = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body>${story}</body></html>`
    expect(body(await extractText(xhtml, 'page.xhtml'))).toEqual(text)
    expect((await extractText(page('', story), 'saved.txt')).mediaType).toBe('text/html')
  })

  it('keeps all articles of a digest, and no teaser', async () => {
    const first = [
      'The council of Lindhaven voted on Monday to mend the harbour wall, ending a quarrel that had lasted for two winters.',
      'The mayor called the vote a relief. “We have heard all sides,” she said, “and the stones will not wait for us.”',
      'Fishermen said that they would go to court before the first of June, when their moorings run out.',
    ]
    const second = [
      'Dozens of passengers spent the night on the ferry after a cable broke in the northern basin of the town.',
      'The line apologised and promised all of them their fare within ten days.',
    ]
    const article = (heading: string, some: readonly string[]) =>
      `<article>${heading}${some.map((one) => `<p>${one}</p>`).join('')}</article>`
    const read = async (heading: string) =>
      body(await extractPage(page('<title>Digest</title>', article('<h2>Wall</h2>', first) + article(heading, second))))
    expect(await read('<h2>Ferry</h2>')).toEqual([...first, ...second])
    expect(await read('<h2><a href="/ferry">Ferry</a></h2>')).toEqual(first)
  })

  it('keeps a sentence that is a link among others with links to notes', async () => {
    const noted = [...text, ...text.map((one) => `${one} Again.`)].map((one, index) =>
      index === 3
        ? '<a href="#n">“I would prefer not to”, he said softly.</a>'
        : `${one} <a href="#n">A note on it</a>.`,
    )
    const inner = `<article>${noted.map((one) => `<p>${one}</p>`).join('')}</article>`
    expect(body(await extractPage(page('', inner)))).toContain('“I would prefer not to”, he said softly.')
  })

  it('keeps sentences and headings of the text behind a pointer to another article', async () => {
    const [start, end] = [text.slice(0, 4), text.slice(4)].map((some) => some.map((one) => `<p>${one}</p>`).join(''))
    const pointer = '<p>Read more: <a href="/crane">The old crane</a></p>'
    const inner = `<article><h1>The wall</h1>${start}${pointer}<h3>Stones fell on the road. [4]</h3><h2>What comes next</h2>${end}</article>`
    const { blocks } = await extractPage(page('', inner))
    expect(blocks.filter((block) => block.hidden).map((block) => block.text)).toEqual(['Read more: The old crane'])
  })

  it('shows captions that are links', async () => {
    const picture =
      '<div class="photo"><a href="/p"><img src="a.jpg"><div class="desc">Lodě v přístavu. | Foto: Agentura</div></a></div>'
    const inner = `<article><h1>The wall</h1>${text
      .slice(0, 3)
      .map((one) => `<p>${one}</p>`)
      .join('')}${picture}${story}</article>`
    expect(ofKind(await extractPage(page('', inner)), 'caption')).toEqual(['Lodě v přístavu. | Foto: Agentura'])
  })

  it('takes the language of the text where the page plainly declares another', async () => {
    const { metadata } = await extractPage(page('', story).replace('lang="en"', 'lang="fr"'))
    expect(metadata.language).toMatchObject({ value: 'en', origin: 'rule' })
    expect((await extractPage(page('', story))).metadata.language).toMatchObject({ value: 'en', origin: 'file' })
  })
})
