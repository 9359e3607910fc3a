import { describe, expect, it } from 'vitest'
import { extractFile } from '../../../src-main/importing/extract'
import { body, extractArticle, hidden, ofKind, paragraphs, refusal } from '../support'

const text = paragraphs(4)
const story = text.map((paragraph) => `<p>${paragraph}</p>`).join('\r\n')
const mail = (headers: string[], content: string) => Buffer.from(`${headers.join('\r\n')}\r\n\r\n${content}`)
const read = (bytes: Uint8Array, fileName = 'mail.eml') => extractArticle({ bytes, fileName })
const base = ['MIME-Version: 1.0', 'Date: Fri, 14 Mar 2031 23:30:00 -0500', 'Subject: Harbour wall gives way']
const newsletter = [
  ...base,
  'From: The Island Courier <news@courier.example>',
  'List-Unsubscribe: <https://courier.example/out>',
]
const person = [...base, 'From: Inge Maar <inge@home.example>']
const shown = (article: Awaited<ReturnType<typeof read>>) =>
  article.blocks.filter((block) => !block.hidden).map((block) => block.text)

/** A message of several parts. */
const parts = (kind: string, list: readonly (readonly [headers: string[], content: string])[]): [string, string] => [
  `Content-Type: multipart/${kind}; boundary="edge"`,
  `${list.map(([headers, content]) => `--edge\r\n${headers.join('\r\n')}\r\n\r\n${content}\r\n`).join('')}--edge--\r\n`,
]

describe('a newsletter', () => {
  it('is an article of its sender, on the day written in its head', async () => {
    const [type, content] = parts('alternative', [
      [['Content-Type: text/plain'], 'Read this online.'],
      [
        ['Content-Type: text/html; charset=utf-8'],
        `<html><body><h1>Harbour wall gives way</h1>${story}<p>Unsubscribe | View in browser</p></body></html>`,
      ],
    ])
    const article = await read(mail([...newsletter, type], content))
    expect(body(article)).toEqual(text)
    expect(hidden(article)).toEqual([['newsletter', 'Unsubscribe | View in browser']])
    expect(article.metadata).toMatchObject({
      title: { value: 'Harbour wall gives way', evidence: { kind: 'record', at: 'mail header Subject' } },
      outlet: { value: 'The Island Courier', confidence: 'likely' },
      byline: { value: null },
      published: { value: '2031-03-14', evidence: { quote: 'Fri, 14 Mar 2031 23:30:00 -0500' } },
    })
    expect(ofKind(article, 'title')).toEqual(['Harbour wall gives way'])
  })

  it('tells the writer and the outlet of a sender such as "Name at Outlet" apart', async () => {
    const from = (name: string) =>
      mail([...base, `From: ${name} <a@b.example>`, 'List-Id: <x.b.example>'], text.join('\r\n\r\n'))
    const { metadata } = await read(from('Inge Maar at The Island Courier'))
    expect([metadata.byline.value, metadata.outlet.value]).toEqual(['Inge Maar', 'The Island Courier'])
    const encoded = await read(from('=?utf-8?B?2LXYrdmK2YHYqSDYp9mE2KzYstmK2LHYqQ==?='))
    expect(encoded.metadata.outlet.value).toBe('صحيفة الجزيرة')
  })

  it('is read in its own encoding, whatever its transfer', async () => {
    const quoted =
      'Die Br=FCcke =FCber die Bucht bleibt gesperrt, sagte der =\r\nBrückenwart am Freitag im Hafenamt.'.replace(
        'Brü',
        'Br=FC',
      )
    const headers = [
      ...newsletter,
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
    ]
    expect(shown(await read(mail(headers, quoted)))).toEqual([
      'Die Brücke über die Bucht bleibt gesperrt, sagte der Brückenwart am Freitag im Hafenamt.',
    ])
    const arabic = Buffer.from([0xc7, 0xe1, 0xde, 0xe6, 0xc7, 0xd1, 0xc8, 0x20, 0xda, 0xc7, 0xcf, 0xca, 0x2e]).toString(
      'base64',
    )
    const windows = [
      ...newsletter,
      'Content-Type: text/plain; charset=windows-1256',
      'Content-Transfer-Encoding: base64',
    ]
    expect(shown(await read(mail(windows, arabic)))).toEqual(['القوارب عادت.'])
  })
})

describe('a forwarded message', () => {
  const head = (from: string, date: string, subject: string, to: string) => [from, date, subject, to].join('\r\n')
  const plain = (mark: string, lines: string) =>
    mail(person, `Have a look at this.\r\n\r\n${mark}\r\n${lines}\r\n\r\n${text.join('\r\n\r\n')}`)
  const expected = {
    title: { value: 'Wall inspected' },
    outlet: { value: 'Island News' },
    published: { value: '2031-03-02' },
  }

  it.each([
    [
      'Gmail',
      '---------- Forwarded message ---------',
      head(
        'From: Island News <n@i.example>',
        'Date: Sun, Mar 2, 2031 at 9:15 AM',
        'Subject: Wall inspected',
        'To: <inge@home.example>',
      ),
    ],
    [
      'Outlook',
      '-----Original Message-----',
      head(
        'From: Island News <n@i.example>',
        'Sent: Sunday, 2 March 2031 09:15',
        'To: Inge Maar',
        'Subject: FW: Wall inspected',
      ),
    ],
    [
      'Thunderbird in German',
      '-------- Weitergeleitete Nachricht --------',
      head(
        'Betreff: Wall inspected',
        'Datum: Sun, 2 Mar 2031 09:15:00 +0100',
        'Von: Island News <n@i.example>',
        'An: inge@home.example',
      ),
    ],
    [
      'Outlook without a mark',
      '________________________________',
      head('From: Island News <n@i.example>', 'Sent: 2 March 2031 09:15', 'To: Inge Maar', 'Subject: Wall inspected'),
    ],
  ])('by %s is an article of its first sender', async (_program, mark, lines) => {
    const article = await read(plain(mark, lines))
    expect(article.metadata).toMatchObject(expected)
    expect(body(article)).toEqual(text)
    expect(hidden(article)[0]).toEqual(['comments', 'Have a look at this.'])
  })

  it('by Apple Mail is quoted as a whole', async () => {
    const quoted = [
      'Begin forwarded message:',
      '',
      'From: Island News <n@i.example>',
      'Subject: Wall inspected',
      'Date: 2 March 2031 at 09:15:00 CET',
      'To: inge@home.example',
      '',
      ...text.flatMap((one) => [one, '']),
    ]
    const article = await read(mail(person, `Look!\r\n\r\n${quoted.map((line) => `> ${line}`).join('\r\n')}`))
    expect(article.metadata).toMatchObject(expected)
    expect(body(article)).toEqual(text)
  })

  it('in HTML is read likewise', async () => {
    const html = `<div>Have a look.</div><div class="gmail_quote"><div>---------- Forwarded message ---------<br>From: <b>Island News</b> &lt;n@i.example&gt;<br>Date: Sun, Mar 2, 2031 at 9:15 AM<br>Subject: Wall inspected<br>To: &lt;inge@home.example&gt;<br></div><br>${story}</div>`
    const article = await read(mail([...person, 'Content-Type: text/html'], html))
    expect(article.metadata).toMatchObject(expected)
    expect(body(article)).toEqual(text)
  })

  it('as a part of its own is the article, with the comment before it', async () => {
    const inner = [
      'From: Island News <n@i.example>',
      'Subject: Wall inspected',
      'Date: Sun, 2 Mar 2031 23:15:00 -0800',
      '',
      text.join('\r\n\r\n'),
    ].join('\r\n')
    const [type, content] = parts('mixed', [
      [['Content-Type: text/plain'], 'See below.'],
      [['Content-Type: message/rfc822'], inner],
    ])
    const { articles, files } = await extractFile({ bytes: mail([...person, type], content), fileName: 'mail.eml' })
    expect(files).toEqual([])
    expect(articles).toHaveLength(1)
    expect(articles[0]?.metadata).toMatchObject(expected)
    expect(articles[0] && body(articles[0])).toEqual(text)
    expect(articles[0]?.blocks[0]).toMatchObject({ text: 'See below.', hidden: true, reason: 'comments' })
  })
})

describe('a mail', () => {
  it('of a person names the writer, and no outlet', async () => {
    const { metadata } = await read(mail(person, text.join('\r\n\r\n')))
    expect([metadata.byline.value, metadata.byline.confidence, metadata.outlet.value]).toEqual([
      'Inge Maar',
      'unsure',
      null,
    ])
  })

  it('is whole sentences where it was broken to a width and signed', async () => {
    const broken = text.map((paragraph) => paragraph.replace(/(.{50,66}) /g, '$1\r\n')).join('\r\n\r\n')
    const signature = ['-- ', 'Inge Maar', 'The Island Courier', '3 Quay Street, Port Ansel', 'Tel. 555 0134']
    const article = await read(mail(person, `${broken}\r\n\r\nRegards\r\nInge\r\n\r\n${signature.join('\r\n')}\r\n`))
    expect(shown(article)).toEqual([...text, 'Regards', 'Inge'])
    expect(ofKind(article, 'heading')).toEqual([])
    expect(hidden(article)).toEqual(signature.map((line) => ['print', line.trim()]))
  })

  it('keeps what it quotes as quotes', async () => {
    const article = await read(mail(person, `${text[0]}\r\n\r\n> ${text[1]}\r\n\r\n${text[2]}`))
    expect(ofKind(article, 'quote')).toEqual([text[1]])
    expect(body(article)).toEqual(text.slice(0, 3))
  })

  it('hands on the files attached to it and names those that can’t be read', async () => {
    const [type, content] = parts('mixed', [
      [['Content-Type: text/plain'], text.join('\r\n\r\n')],
      [
        ['Content-Type: text/html; name="page.html"', 'Content-Disposition: attachment; filename="../../page.html"'],
        `<html><body>${story}</body></html>`,
      ],
      [
        [
          'Content-Type: application/octet-stream',
          "Content-Disposition: attachment; filename*=utf-8''W%C3%A4nde.xls",
          'Content-Transfer-Encoding: base64',
        ],
        '0M8R4KGxGuEAAA==',
      ],
      [['Content-Type: image/png', 'Content-ID: <logo>', 'Content-Transfer-Encoding: base64'], 'iVBORw0KGgo='],
    ])
    const { articles, files, refused } = await extractFile({
      bytes: mail([...person, type], content),
      fileName: 'mail.eml',
    })
    expect(articles).toHaveLength(1)
    expect(files.map((file) => file.fileName)).toEqual(['mail.eml/.._.._page.html'])
    expect(refused).toEqual([{ part: 'Wände.xls', code: 'import/not-supported', params: { extension: 'xls' } }])
  })

  it('is refused where it is encrypted or empty, and where its parts are without end', async () => {
    const locked = mail([...person, 'Content-Type: multipart/encrypted; boundary="edge"'], '--edge--')
    expect(await refusal(read(locked))).toBe('import/encrypted')
    expect(await refusal(read(mail(person, '  \r\n')))).toBe('import/no-text')
    let nested = 'text'
    for (let depth = 0; depth < 60; depth += 1) {
      nested = `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${nested}\r\n--b${depth}--`
    }
    expect(await refusal(read(Buffer.from(`Subject: x\r\nMIME-Version: 1.0\r\n${nested}`)))).toBe('import/too-deep')
  })

  it('is known by its head under any name; a text with a line "From:" is not one', async () => {
    expect((await read(mail(person, text.join('\r\n\r\n')), 'saved.txt')).mediaType).toBe('message/rfc822')
    const note = await read(Buffer.from(`From: the harbour master\n\n${text.join('\n\n')}`), 'note.txt')
    expect(note.mediaType).toBe('text/plain')
  })
})

describe('a mailbox', () => {
  it('hands on its messages one by one', async () => {
    const message = (subject: string) =>
      `From x@y.example Sun Mar  2 09:15:00 2031\nFrom: a@b.example\nSubject: ${subject}\n\n${text[0]}\n>From here on it is quiet.\n`
    const { files } = await extractFile({
      bytes: Buffer.from(`${message('One')}\n${message('Two')}`),
      fileName: 'all.mbox',
    })
    expect(files.map((file) => file.fileName)).toEqual(['all.mbox/message 1.eml', 'all.mbox/message 2.eml'])
    const second = await extractArticle(files[1] ?? { bytes: new Uint8Array(), fileName: '' })
    expect([second.metadata.title.value, body(second).at(-1)]).toEqual(['Two', 'From here on it is quiet.'])
  })
})
