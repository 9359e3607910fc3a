import { describe, expect, it } from 'vitest'
import type { MetadataField } from '../../src-main/domain/article'
import { bylineNames } from '../../src-main/importing/byline'
import { cutTitle } from '../../src-main/importing/headline'
import { extractPage, paragraphs } from './support'

const story = paragraphs(5)
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join('')
const headline = 'Harbour wall gives way after storms'
const page = (head: string, inner = `<h1>${headline}</h1>${story}`) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${inner}</body></html>`
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const read = async (html: string, field: MetadataField) => (await extractPage(html)).metadata[field]
const known = async (html: string, field: MetadataField) => (await read(html, field)).value

const noNames = { sites: [], sections: [], host: '' }
const press = { sites: ['Island Press'], sections: ['World'], host: 'www.islandpress.example' }

describe('a title', () => {
  it.each([
    [`${headline} | World | Island Press`, press],
    [`${headline} - Island Press`, press],
    [`Island Press: ${headline}`, press],
    [`Island Press | ${headline}`, press],
    [`${headline} — islandpress.example`, press],
    [`${headline} [Island Press]`, noNames],
    [headline, press],
  ])('is cut out of "%s"', (title, names) => {
    expect(cutTitle(title, names).title).toBe(headline)
  })

  it('keeps separators that are its own', () => {
    const own = ['Wall of stones - the second of three parts', 'Storm : le mur cède', 'Live: the wall gives way']
    expect(own.map((title) => cutTitle(title, press).title)).toEqual(own)
    expect(cutTitle('港の壁が崩れる 修理は来週から_科技_島新聞網', { ...noNames, sites: ['島新聞網'] }).title).toBe(
      '港の壁が崩れる 修理は来週から',
    )
  })

  it('is the headline that the reader sees, with others beside it', async () => {
    const head =
      '<meta property="og:title" content="Stones fall: why the wall broke"><title>Stones fall: why the wall broke | Island Press</title>'
    expect(await read(page(head), 'title')).toMatchObject({
      value: headline,
      others: [{ value: 'Stones fall: why the wall broke', evidence: { at: 'meta og:title' } }],
    })
  })

  it('is no name of a site or a section in a first-level heading', async () => {
    const head = `<title>${headline} | Island Press</title><meta property="og:site_name" content="Island Press"><meta property="article:section" content="World">`
    const inner = `<header><h1>Island Press</h1></header><div><h1>World</h1><h2>${headline}</h2>${story}</div>`
    expect(await known(page(head, inner), 'title')).toBe(headline)
    const guide = '<title>Mending walls — The handbook of stones</title>'
    expect(await known(page(guide, `<h1>The handbook of stones</h1><h2>Mending walls</h2>${story}`), 'title')).toBe(
      'Mending walls',
    )
  })

  it('is spelt as the head has it where the page shouts', async () => {
    const head = `<meta property="og:title" content="${headline}">`
    expect(await known(page(head, `<h1>${headline.toUpperCase()}</h1>${story}`), 'title')).toBe(headline)
  })
})

describe('a byline', () => {
  it.each([
    ['By Inge Maar', 'Inge Maar'],
    ['By Inge Maar and Ole Sund', 'Inge Maar, Ole Sund'],
    ['Inge Maar, Harbour correspondent', 'Inge Maar'],
    ['Inge Maar in Lindhaven', 'Inge Maar'],
    ['Inge Maar Games Editor', 'Inge Maar'],
    ['Inge Maar March 18 at 3:57 PM Follow @ingemaar', 'Inge Maar'],
    ['Inge Maar | 7 May 2031', 'Inge Maar'],
    ['Inge Maar (inge@island.example)', 'Inge Maar'],
    ['By Inge Maar for the Island Press', 'Inge Maar'],
    ['Inge (Ing) Maar, PhD', 'Inge Maar'],
    ['Inge (Solveig Margarete) Maar', 'Inge Maar'],
    ['Inge Maar (with Ole Sund and Pia Holm)', 'Inge Maar, Ole Sund, Pia Holm'],
    ['Inge Maar (Island Press)', 'Inge Maar'],
    ['Inge Maar, Island Times', 'Inge Maar'],
    ['Interview: Inge Maar', 'Inge Maar'],
    ['Reef & co', 'Reef & co'],
    ['Inge Maar & Ole Sund', 'Inge Maar, Ole Sund'],
    ['Von Inge Maar und Ole Sund', 'Inge Maar, Ole Sund'],
    ['Par Inge Maar', 'Inge Maar'],
    ['Por Inge Maar y Ole Sund', 'Inge Maar, Ole Sund'],
    ['Автор: Инга Маар', 'Инга Маар'],
    ['بقلم: سعاد البحري', 'سعاد البحري'],
    ['作者：海燕', '海燕'],
    ['De Zeebode', 'De Zeebode'],
    ['Island Press Staff', 'Island Press Staff'],
    ['By the Island Press Staff', 'Island Press Staff'],
    ['Inge Maar, ISLAND TODAY', 'Inge Maar'],
    ['By Inge Maar and Ole Sund, Lindhaven Tribune', 'Inge Maar, Ole Sund'],
    ['By INGE MAAR, IP Coast Writer', 'INGE MAAR'],
    ['By Inge Maar islandpress.com Archive | Contact', 'Inge Maar'],
    ['By Inge Maar of the Lindhaven Staff', 'Inge Maar'],
    ['Senior Editor Inge Maar', 'Inge Maar'],
    ['Contributors to Island projects', 'Contributors to Island projects'],
    ['Posted by Inge Maar at 3pm', 'Inge Maar'],
    ['Inge Maar on Tuesday', 'Inge Maar'],
    ['From Inge Maar, Island Press', 'Inge Maar'],
    ['Guest post by Inge Maar', 'Inge Maar'],
    ['Reporting by Inge Maar in Lindhaven; Editing by Ole Sund', 'Inge Maar'],
    ['A cura di Inge Maar', 'Inge Maar'],
    ['Published May 7, 2031 | Island Press', 'Island Press'],
    ['김바다 기자', '김바다'],
    ['김바다기자 bada@island.example', '김바다'],
    ['本报记者海燕', '海燕'],
    ['海野波子 記者', '海野波子'],
  ])('"%s" names %s', (text, names) => {
    expect(bylineNames(text)).toBe(names)
  })

  it.each([
    'admin',
    'Kontakt',
    'https://island.example/inge',
    '@ingemaar',
    'inge@island.example',
    'Last Updated: January 7, 2031',
    '',
  ])('"%s" names nobody', (text) => {
    expect(bylineNames(text)).toBeNull()
  })

  it.each(['Inge Reardon', 'Ole Graham', 'Mia Nagel', 'Ada Temple', 'Jan Linden', 'Ute Halliday', 'Sven May'])(
    'keeps the end of %s before a date',
    (name) => {
      for (const behind of [
        ' 5 March 2031',
        ', 5 March 2031',
        ' on 5 March 2031',
        ' on Wednesday, March 5, 2031',
        ' | March 5, 2031',
      ]) {
        expect(bylineNames(`By ${name}${behind}`), behind).toBe(name)
      }
    },
  )

  it.each([
    ['Por Rui Costa e Silva', 'Rui Costa e Silva'],
    ['Por José Marín y Soler', 'José Marín y Soler'],
    ['Anna Berg i Oslo', 'Anna Berg'],
    ['Por Ana Prats y Agencias', 'Ana Prats'],
    ['Por Ana Prats y EFE', 'Ana Prats'],
    ['Por Ana Prats y Luis Soler', 'Ana Prats, Luis Soler'],
    ['Por Ana Prats, José Marín y Soler e Rui Costa', 'Ana Prats, José Marín y Soler, Rui Costa'],
    ['Di Carla Neri e Redazione', 'Carla Neri'],
  ])('reads two surnames with "and" between them as one name: "%s"', (text, names) => {
    expect(bylineNames(text)).toBe(names)
  })

  it('is read where class names tell what is not there', async () => {
    const inner = `<article><h1>${headline}</h1><div class="sig-line hasnt-bio no-related"><span class="byline">By <a href="/inge">Inge Maar</a></span></div>${story}</article>`
    expect(await known(page('', inner), 'byline')).toBe('Inge Maar')
  })

  it('has all names of linked data, whatever its shape', async () => {
    const article = (author: unknown) => page(jsonLd({ '@graph': [{ '@type': 'NewsArticle', headline, author }] }))
    const people = ['Inge Maar', 'Ole Sund'].map((name) => ({ '@type': 'Person', name }))
    const shapes: unknown[] = [
      people,
      'Inge Maar and Ole Sund',
      ['Inge Maar', 'Ole Sund'],
      { name: ['Inge Maar', 'Ole Sund'] },
    ]
    for (const shape of shapes) expect(await known(article(shape), 'byline')).toBe('Inge Maar, Ole Sund')
    const referred = [
      { '@type': 'ReportageNewsArticle', headline, author: { '@id': '#inge' } },
      { '@type': 'Person', '@id': '#inge', givenName: 'Inge', familyName: 'Maar', name: 'Inge Maar' },
    ]
    expect(await known(page(jsonLd(referred)), 'byline')).toBe('Inge Maar')
  })

  it('is not the outlet beside the name', async () => {
    const head = '<meta property="og:site_name" content="Wall and Wave">'
    const inner = `<article><h1>${headline}</h1><p class="byline">Inge Maar, Wall and Wave</p>${story}</article>`
    expect(await known(page(head, inner), 'byline')).toBe('Inge Maar')
  })

  it.each([
    ['a class of another language', '<p class="firma"><em>Inge Maar</em> | Lindhaven</p>'],
    ['a small word of another language', '<p>Di Inge Maar</p>'],
    ['a link to the page of an author', '<p><a href="/staff/inge-maar">Inge Maar</a></p>'],
  ])('is read from %s', async (_name, line) => {
    expect(await known(page('', `<article><h1>${headline}</h1>${line}${story}</article>`), 'byline')).toBe('Inge Maar')
  })

  it('is no author whom only the text links to', async () => {
    const inner = `<article><h1>${headline}</h1>${story}<p>See <a href="/staff/ole-sund">Ole Sund</a> on the wall.</p></article>`
    expect(await known(page('', inner), 'byline')).toBeNull()
  })

  it('prefers the page to an account, and takes no name from a teaser', async () => {
    const head = '<meta name="author" content="admin">'
    const teaser = '<aside class="related"><a rel="author" href="/ole">Ole Sund</a></aside>'
    const inner = `<article><h1>${headline}</h1><p class="byline">By <a rel="author" href="/inge">Inge Maar</a>, Staff writer</p>${story}</article>${teaser}`
    expect(await known(page(head, inner), 'byline')).toBe('Inge Maar')
    expect(await known(page(head, `<article><h1>${headline}</h1>${story}</article>${teaser}`), 'byline')).toBeNull()
  })
})

describe('a byline among teasers', () => {
  const teaser = (name: string) =>
    `<li><a href="/t">A story of the day that is told elsewhere</a> <span class="byline"><a href="/w">${name}</a></span></li>`
  const teasers = ['Pia Holm', 'Ole Sund', 'Jan Riff'].map(teaser).join('')
  const own = '<span class="byline"><a href="/inge">Inge Maar</a></span>'

  it('is the one at the headline, where many are listed before', async () => {
    const inner = `<div id="list"><ul>${teasers.repeat(40)}</ul></div><article><h1>${headline}</h1>${own}${story}</article>`
    expect(await known(page('', inner), 'byline')).toBe('Inge Maar')
  })

  it('is none of those hidden above the headline', async () => {
    const inner = `<div id="list"><ul>${teasers}</ul></div><h1>${headline}</h1><div>${story}</div>`
    expect(await known(page('', inner), 'byline')).toBeNull()
  })

  it('is read behind its date', async () => {
    const inner = `<article><h1>${headline}</h1><h5>5/14/2031 7:11 AM PST BY INGE MAAR</h5>${story}</article>`
    expect(await known(page('', inner), 'byline')).toBe('INGE MAAR')
  })
})

describe('the rest of what a page says', () => {
  it('is read from linked data with line breaks and trailing commas', async () => {
    const broken = `<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"${headline}","description":"one\ntwo","articleSection":["Coast","World"],"dateModified":"2031-05-09T10:00:00Z",}</script>`
    const { metadata } = await extractPage(page(broken))
    expect([metadata.section.value, metadata.updated.value]).toEqual(['Coast', '2031-05-09'])
  })

  it('has the subtitle only where the page shows it', async () => {
    const summary = 'Engineers wait for the crane while the swell goes on'
    const head = `<meta property="og:description" content="${summary}">`
    expect(await known(page(head), 'subtitle')).toBeNull()
    const shown = `<article><h1>${headline}</h1><h2 class="standfirst">${summary}</h2>${story}</article>`
    expect(await known(page(head, shown), 'subtitle')).toBe(summary)
  })

  it('names the outlet by agreement, and by its address where nothing else does', async () => {
    const linked = jsonLd({ '@type': 'NewsArticle', headline, publisher: { name: 'Island Press' } })
    const both = await read(page(`<meta property="og:site_name" content="Island Press Ltd">${linked}`), 'outlet')
    expect([both.value, both.confidence]).toEqual(['Island Press', 'certain'])
    const address = '<link rel="canonical" href="https://www.islandpress.example/wall">'
    expect(await read(page(address), 'outlet')).toMatchObject({
      value: 'islandpress.example',
      confidence: 'unsure',
      evidence: { kind: 'address' },
    })
  })

  it('names the outlet as the page spells the name in its address', async () => {
    const address = '<link rel="canonical" href="https://www.islandpress.example/wall">'
    const written =
      '<p>ISLAND PRESS</p><p>More from Island Press</p><p>Write to Island Press, or to islandpress.example.</p>'
    expect(
      await read(page(address, `<h1>${headline}</h1>${story}<footer>${written}</footer>`), 'outlet'),
    ).toMatchObject({
      value: 'Island Press',
      confidence: 'likely',
      evidence: { kind: 'address' },
    })
    const platform = '<link rel="canonical" href="https://wall.wordpress.com/storm">'
    expect(
      await known(page(platform, `<h1>${headline}</h1>${story}<footer>Powered by WordPress</footer>`), 'outlet'),
    ).toBe('wall.wordpress.com')
  })

  it('names the outlet that is marked as publisher', async () => {
    const publisher =
      '<div itemprop="publisher" itemscope><img alt="" src="/l.png"><meta itemprop="name" content="Wall and Wave"></div>'
    expect(await known(page('', `<h1>${headline}</h1>${publisher}${story}`), 'outlet')).toBe('Wall and Wave')
  })

  it('names the publication before the platform that its address is filed under', async () => {
    const publisher = { '@type': 'NewsArticle', headline, publisher: { name: 'Wall Engineering' } }
    const head = `<meta property="og:site_name" content="Pages"><link rel="canonical" href="https://pages.example/wall-engineering/storms">`
    expect(await read(page(head + jsonLd(publisher)), 'outlet')).toMatchObject({
      value: 'Wall Engineering',
      others: [{ value: 'Pages' }],
    })
  })

  it('names the outlet after which all of its pages are called', async () => {
    const head = `<title>Island Press</title><meta property="og:title" content="${headline}"><meta property="og:site_name" content="Island Press">`
    expect(await known(page(head), 'outlet')).toBe('Island Press')
  })

  it('takes no question of an interview and no row of a table for the subtitle', async () => {
    const interview = `<h1>${headline}</h1><p>Mayor, why did the old wall break?</p>${story}<p>And what will you do?</p><p>We build.</p>`
    expect(await known(page('', `<article>${interview}</article>`), 'subtitle')).toBeNull()
  })

  it('has the address that a page was saved from, out of an archive too', async () => {
    const saved = (comment: string, head = '') => known(`<!DOCTYPE html>${comment}${page(head)}`, 'url')
    const address = 'https://island.example/wall'
    expect(await saved(`<!-- saved from url=(0028)${address} -->`)).toBe(address)
    expect(await saved('<!-- Mirrored from island.example/wall by HTTrack Website Copier/3.x -->')).toBe(
      'http://island.example/wall',
    )
    expect(await saved('', `<link rel="canonical" href="https://web.archive.org/web/20310507101500/${address}">`)).toBe(
      address,
    )
    const frontPage = `<link rel="canonical" href="https://island.example/"><meta property="og:url" content="${address}">`
    expect(await saved('', frontPage)).toBe(address)
  })

  it('keeps the declared language beside the one that the text is in', async () => {
    const language = await read(page('').replace('lang="en"', 'lang="fr"'), 'language')
    expect(language).toMatchObject({ value: 'en', others: [{ value: 'fr', evidence: { at: 'html lang' } }] })
  })
})
