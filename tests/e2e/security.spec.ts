import { createSocket } from 'node:dgram'
import { readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { WebPreferences } from 'electron'
import { chooseFiles, importFiles, newLibrary, openSample } from './support/actions'
import { type Collate, expect, startCollate, test } from './support/app'
import { startSandboxed } from './support/unprivileged'

/** Takes what was refused on purpose out of the list that must be empty at the end. */
function forgetRefusals({ problems }: Collate): void {
  const refused = /Content Security Policy|ERR_BLOCKED_BY|Not allowed to|violates the following|status of 404/
  problems.splice(0, problems.length, ...problems.filter((problem) => !refused.test(problem)))
}

/** The preferences that each window really runs with. */
const preferencesOf = (app: ElectronApplication): Promise<WebPreferences[]> =>
  app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) =>
        (contents as unknown as { getLastWebPreferences: () => WebPreferences }).getLastWebPreferences(),
      ),
  )

const safe = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
}

/** Quits; Chromium's own log may tell of look-ups that were refused unasked, and of nothing else. */
async function expectNothingLeft({ quit, network }: Collate): Promise<void> {
  await quit()
  expect(network().filter((line) => !/^HOST_RESOLVER_MANAGER_REQUEST (app:\/\/)?~NOTFOUND/i.test(line))).toEqual([])
}

/** A place on this machine, for TCP and UDP, that counts who connects or sends. */
async function listening() {
  let contacts = 0
  const server = createServer((socket) => {
    contacts += 1
    socket.end('HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 2\r\n\r\nok')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const datagrams = createSocket('udp4', () => {
    contacts += 1
  })
  await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve))
  const close = (): void => {
    server.close()
    datagrams.close()
  }
  return { origin: `http://127.0.0.1:${port}`, contacts: () => contacts, close }
}

test('every window is sandboxed, isolated and without Node', async ({ collate, page }) => {
  const { app } = collate
  const second = app.waitForEvent('window')
  await page.evaluate(() => window.collate.shell('shell.newWindow', {}))
  const other = await second
  await other.waitForLoadState()
  const preferences = await preferencesOf(app)
  expect(preferences).toHaveLength(2)
  for (const found of preferences) expect(found).toMatchObject(safe)
  for (const shown of [page, other]) {
    const reach = await shown.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
      bridge: Object.keys(window.collate).sort(),
    }))
    expect(reach).toEqual({ node: [], bridge: ['call', 'listen', 'shell', 'stageFiles'] })
    expect(shown.url()).toMatch(/^app:\/\/collate\//)
  }
})

test('main hardens Chromium before it starts', async ({ collate }) => {
  const found = await collate.app.evaluate(({ app, session }) => ({
    resolver: app.commandLine.getSwitchValue('host-resolver-rules'),
    background: app.commandLine.hasSwitch('disable-background-networking'),
    spelling: session.defaultSession.getSpellCheckerLanguages(),
  }))
  expect(found).toEqual({
    resolver: 'MAP * ~NOTFOUND',
    background: true,
    spelling: [],
  })
})

test('each load has a policy with a nonce of its own, which is the one in the page', async ({ page }) => {
  const load = () =>
    page.evaluate(async () => {
      const response = await fetch('app://collate/')
      const nonce = /property="csp-nonce" nonce="([^"]+)"/.exec(await response.text())?.[1] ?? ''
      return { policy: response.headers.get('content-security-policy') ?? '', nonce }
    })
  const [first, second] = [await load(), await load()]
  expect(first.nonce).toMatch(/^[\w+/]{22}==$/)
  expect(first.nonce).not.toBe(second.nonce)
  expect(first.policy.split('; ').sort()).toEqual(
    [
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "script-src 'self'",
      `style-src 'self' 'nonce-${first.nonce}'`,
    ].sort(),
  )
})

test('nothing inline runs and nothing is evaluated', async ({ collate, page }) => {
  const outcome = await page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const refused: string[] = []
        document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
        const ran: string[] = []
        Object.assign(window, { ran })
        // In a task of its own: what the test itself evaluates is exempt from the policy.
        setTimeout(() => {
          const script = document.createElement('script')
          script.textContent = 'ran.push("inline script")'
          document.body.append(script)
          const host = document.createElement('div')
          host.innerHTML =
            '<img src="data:," onerror="ran.push(\'handler\')"><a href="javascript:ran.push(\'link\')">x</a>' +
            '<style>body { --planted: yes }</style>'
          document.body.append(host)
          host.querySelector('a')?.click()
          for (const evaluate of [
            // biome-ignore lint/security/noGlobalEval: the policy must refuse it
            () => eval('ran.push("eval")'),
            () => new Function('ran.push("Function")')(),
            () => setTimeout('ran.push("string timer")'),
          ]) {
            try {
              evaluate()
            } catch {
              // Refused, as it should be.
            }
          }
          setTimeout(() => {
            host.remove()
            script.remove()
            const planted = getComputedStyle(document.body).getPropertyValue('--planted')
            resolve({ ran, planted, refused: [...new Set(refused)].sort() })
          }, 300)
        }, 0)
      }),
  )
  expect(outcome).toEqual({
    ran: [],
    planted: '',
    refused: ['script-src', 'script-src-attr', 'script-src-elem', 'style-src-elem'],
  })
  forgetRefusals(collate)
})

test('no request of the page leaves it, by whatever means', async ({ folder }) => {
  const { origin, contacts, close } = await listening()
  const collate = await startCollate(folder)
  const { page } = collate
  const outcome = await page.evaluate(async (target) => {
    const host = document.createElement('div')
    host.innerHTML = `<img src="${target}/a.png"><iframe src="${target}/b"></iframe><video src="${target}/c.mp4"></video>
      <link rel="preconnect" href="${target}"><link rel="prefetch" href="${target}/d">
      <link rel="dns-prefetch" href="//example.org"><link rel="stylesheet" href="${target}/e.css">
      <object data="${target}/f"></object><form action="${target}/g"><button>x</button></form>`
    document.body.append(host)
    host.querySelector('form')?.requestSubmit()
    const module = document.createElement('script')
    module.src = `${target}/h.js`
    host.append(module)
    const peerServer = target.slice('http://'.length)
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:${peerServer}` },
        { urls: [`turn:${peerServer}`, `turn:${peerServer}?transport=tcp`], username: 'x', credential: 'x' },
      ],
    })
    peer.createDataChannel('x')
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer))
    new WebSocket(target.replace('http', 'ws')).onerror = () => undefined
    new EventSource(`${target}/i`).onerror = () => undefined
    navigator.sendBeacon(`${target}/j`)
    const fetched = await Promise.allSettled([
      fetch(`${target}/k`),
      fetch(`${target}/l`, { mode: 'no-cors' }),
      fetch('https://example.org/'),
      import(/* @vite-ignore */ `${target}/m.js`),
    ])
    await new Promise((resolve) => setTimeout(resolve, 500))
    peer.close()
    host.remove()
    return fetched.map(({ status }) => status)
  }, origin)
  expect(outcome).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  await expectNothingLeft(collate)
  expect(contacts()).toBe(0)
  close()
})

test('even a page without a policy reaches nothing, and no name is looked up', async ({ folder }) => {
  const { origin, contacts, close } = await listening()
  const collate = await startCollate(folder)
  const outcome = await collate.app.evaluate(async ({ BrowserWindow, session }, target) => {
    const bare = new BrowserWindow({ show: false })
    const cancelled: string[] = []
    session.defaultSession.webRequest.onErrorOccurred(({ url, error }) => cancelled.push(`${error} ${url}`))
    await bare.loadURL(
      `data:text/html,<title>bare</title><img src="${target}/a.png"><img src="https://example.org/b.png">`,
    )
    await bare.webContents.executeJavaScript(`fetch('${target}/c').catch(() => 0)`)
    await bare.loadURL(`${target}/d`).catch(() => undefined)
    const lookup = await session.defaultSession.resolveHost('example.org').then(
      () => 'resolved',
      () => 'refused',
    )
    bare.destroy()
    return { cancelled, lookup }
  }, origin)
  expect(outcome.lookup).toBe('refused')
  expect(outcome.cancelled).toEqual(
    expect.arrayContaining([
      `net::ERR_BLOCKED_BY_CLIENT ${origin}/a.png`,
      'net::ERR_BLOCKED_BY_CLIENT https://example.org/b.png',
      `net::ERR_BLOCKED_BY_CLIENT ${origin}/c`,
    ]),
  )
  await expectNothingLeft(collate)
  expect(contacts()).toBe(0)
  close()
})

test('a window stays where it is and opens no other', async ({ collate, page }) => {
  const home = page.url()
  const opened = await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.org/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.target = ''
    link.click()
    link.remove()
    location.assign('https://example.org/a')
    location.assign('file:///etc/passwd')
    location.assign('data:text/html,x')
    return [window.open('https://example.org/'), window.open('app://collate/'), window.open('about:blank')]
  })
  expect(opened).toEqual([null, null, null])
  await page.waitForTimeout(300)
  expect(page.url()).toBe(home)
  expect(collate.app.windows()).toHaveLength(1)
  expect(await page.evaluate(() => window.collate.shell('shell.state', {}))).toMatchObject({ ok: true })
  forgetRefusals(collate)
})

test('no page is embedded in another', async ({ collate, page }) => {
  const frames = await page.evaluate(async () => {
    const host = document.createElement('div')
    host.innerHTML =
      '<iframe src="app://collate/"></iframe><iframe src="data:text/html,x"></iframe><webview src="app://collate/"></webview>'
    document.body.append(host)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const webview = host.querySelector('webview')
    return { loaded: webview !== null && 'getWebContentsId' in webview }
  })
  expect(frames).toEqual({ loaded: false })
  expect(await collate.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  forgetRefusals(collate)
})

test('every permission is denied', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state
    const refusal = (asked: Promise<unknown>) =>
      asked.then(
        () => 'granted',
        (error: DOMException) => error.name,
      )
    return {
      states: await Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'midi'].map(state)),
      notification: Notification.permission,
      media: await refusal(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      clipboard: await refusal(navigator.clipboard.readText()),
      place: await refusal(
        new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, (e) => fail({ name: e.code }))),
      ),
    }
  })
  expect(answers.states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied'])
  expect(answers.notification).toBe('denied')
  expect(answers.media).toMatch(/NotAllowedError|NotFoundError/)
  expect(answers.clipboard).toBe('NotAllowedError')
  expect(answers.place).toBe(1)
})

test('nothing is downloaded', async ({ collate, page }) => {
  await collate.app.evaluate(({ session }) => {
    const prevented: boolean[] = []
    Object.assign(globalThis, { prevented })
    session.defaultSession.on('will-download', (event) => prevented.push(event.defaultPrevented))
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['planted']))
    link.download = 'planted.txt'
    link.click()
  })
  const prevented = () => collate.app.evaluate(() => (globalThis as unknown as { prevented: boolean[] }).prevented)
  await expect.poll(prevented).toEqual([true])
})

test('a link opens only after its address was shown, and only https and mailto', async ({ collate, page }) => {
  const { app, dialogs } = collate
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url: string) => void opened.push(url)
  })
  const open = (url: string) =>
    page.evaluate((address) => window.collate.shell('shell.openLink', { url: address }), url)
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  for (const url of [
    'http://example.org/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://x/y',
    'app://collate/',
    'x',
  ]) {
    expect(await open(url)).toEqual({ ok: true, value: { opened: false } })
  }
  expect(await dialogs.shown()).toEqual([])

  expect(await open('https://example.org/path?q=1')).toEqual({ ok: true, value: { opened: false } })
  expect((await dialogs.shown()).at(-1)?.text).toContain('https://example.org/path?q=1')
  expect(await opened()).toEqual([])

  await dialogs.press('Open')
  expect(await open('mailto:desk@example.org')).toEqual({ ok: true, value: { opened: true } })
  expect(await opened()).toEqual(['mailto:desk@example.org'])
})

test('the app’s address serves the window’s files and nothing else', async ({ collate, page }) => {
  const statuses = await page.evaluate(async () => {
    const status = async (path: string, options?: RequestInit) =>
      (await fetch(`app://collate/${path}`, options).catch(() => null))?.status
    return {
      page: await status('index.html'),
      escapes: await Promise.all(
        ['../main/index.js', '..%2fmain%2findex.js', '%2e%2e/main/index.js', '..%5cmain%5cindex.js'].map((path) =>
          status(path),
        ),
      ),
      absent: await status('assets/none.js'),
      post: await status('index.html', { method: 'POST' }),
    }
  })
  expect(statuses).toEqual({ page: 200, escapes: [404, 404, 404, 404], absent: 404, post: 404 })
  forgetRefusals(collate)
})

test('a window can name no path, and every payload is checked', async ({ page }) => {
  await openSample(page)
  const call = (method: string, input: unknown) =>
    page.evaluate(([name, payload]) => window.collate.call(name as never, payload as never), [method, input] as const)
  const shell = (method: string, input: unknown) =>
    page.evaluate(([name, payload]) => window.collate.shell(name as never, payload as never), [method, input] as const)
  const unknown = { ok: false, error: { code: 'call/unknown-method' } }
  const invalid = { ok: false, error: { code: 'call/invalid' } }

  expect(await call('import.stage', { paths: ['/etc/passwd'] })).toMatchObject(unknown)
  expect(await call('briefing.export', { id: 1, path: '/tmp/planted.md', replace: true })).toMatchObject(unknown)
  for (const name of ['__proto__', 'constructor', 'toString', 'shell.open', 'library.open', '']) {
    expect(await call(name, {}), name).toMatchObject(unknown)
    expect(await shell(name === 'shell.open' ? 'library.info' : name, {}), name).toMatchObject(unknown)
  }
  for (const input of [null, 'x', { id: -1 }, { id: 1.5 }, { id: '1; DROP TABLE article' }, []]) {
    expect(await call('article.get', input), JSON.stringify(input)).toMatchObject(invalid)
  }
  expect(await shell('shell.openRecent', { index: -1 })).toMatchObject(invalid)
  expect(await shell('shell.setTheme', { theme: 'pink' })).toMatchObject(invalid)
  expect(await call('library.info', {})).toMatchObject({ ok: true, value: { articles: 6 } })
})

test('main answers no page but the app’s own', async ({ collate, page }) => {
  await openSample(page)
  const answer = await collate.app.evaluate(async ({ BrowserWindow, app }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await stranger.loadURL('data:text/html,<title>stranger</title>')
    const ask = `Promise.all([
      window.collate.shell('shell.state', {}),
      Promise.race([window.collate.call('library.info', {}), new Promise((r) => setTimeout(r, 1500, 'silence'))]),
    ])`
    const answers: unknown = await stranger.webContents.executeJavaScript(ask)
    stranger.destroy()
    return answers
  })
  expect(answer).toEqual([
    { ok: false, error: { code: 'call/unknown-method', params: { method: 'shell.state' } } },
    'silence',
  ])
})

const hostile = `<!doctype html><html><head><title>&lt;img src=x onerror="window.hacked=1"&gt; A title</title>
<meta name="author" content="&lt;script&gt;window.hacked=2&lt;/script&gt;">
<meta http-equiv="refresh" content="0; url=https://example.org/refresh">
<base href="https://example.org/"><link rel="stylesheet" href="https://example.org/x.css">
<script>window.hacked=3</script></head>
<body onload="window.hacked=4"><article><h1>&lt;img src=x onerror="window.hacked=1"&gt; A title</h1>
<p>The harbour closed on Monday after the ferry company stopped its boats. <img src="https://example.org/p.png" onerror="window.hacked=5">
<svg onload="window.hacked=6"></svg><a href="javascript:window.hacked=7">More on this</a></p>
<p>&lt;script&gt;window.hacked=8&lt;/script&gt; The mayor said that the boats would stay in port until Friday, and that nobody had asked her.</p>
<p>{{constructor.constructor('window.hacked=9')()}} \${window.hacked=10} Fishermen waited at the quay for news of the convoy.</p>
<iframe srcdoc="<script>parent.hacked=11</script>"></iframe><object data="https://example.org/o"></object>
<form action="https://example.org/f"><input autofocus onfocus="window.hacked=12"></form></article></body></html>`

test('a hostile document is text and nothing else', async ({ collate, page, folder }) => {
  await newLibrary(collate, folder)
  const file = join(folder, '"><img src=x onerror=window.hacked=13>.html')
  writeFileSync(file, hostile)
  await chooseFiles(collate, [file])
  await expect(page.getByRole('listbox', { name: 'Text of the file' })).toContainText('The harbour closed on Monday')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^1 article,/)).toBeVisible()
  await expect(page.getByText('<img src=x onerror="window.hacked=1"> A title').first()).toBeVisible()
  await page.keyboard.press('Control+2')
  const state = () => ({ url: page.url(), windows: collate.app.windows().length })
  const before = state()
  await showsInReader(page)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(state()).toEqual(before)
  expect(await collate.dialogs.shown()).toHaveLength(2)
})

test('hostile names, notes and texts of the user’s own work are text as well', async ({ collate, page, folder }) => {
  await newLibrary(collate, folder)
  const file = join(folder, 'plain.txt')
  writeFileSync(file, 'A plain report\n\nThe harbour closed on 6 May 2024, the clerk said.\n')
  const [articleId = 0] = await importFiles(collate, [file])
  const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>[x](javascript:window.hacked=3)'
  const answers = await page.evaluate(
    async ({ articleId: id, evil: text }) => {
      const { call } = window.collate
      const tag = await call('tag.create', { name: text.replaceAll('/', '|') })
      const tagId = tag.ok ? tag.value.id : 0
      const span = { articleId: id, start: 16, end: 34 }
      const markdown = `${text}\n\n<iframe src="https://example.org/"></iframe>\n\n![x](https://example.org/x.png)`
      const briefing = await call('briefing.create', { title: text })
      const answered = [
        tag,
        briefing,
        await call('article.set', { ids: [id], edits: { title: text, byline: text, outlet: text, note: text } }),
        await call('passage.create', { ...span, tagIds: [tagId], note: text }),
        await call('event.create', { title: text, date: '2024-05-06', evidence: [span] }),
        await call('briefing.save', {
          id: briefing.ok ? briefing.value.id : 0,
          blocks: [
            { kind: 'heading', level: 2, text },
            { kind: 'text', markdown },
            { kind: 'quotes', tagId, passageIds: [] },
            { kind: 'timeline', eventIds: null },
            { kind: 'sources' },
          ],
        }),
      ]
      return answered.map((answer) => (answer.ok ? 'ok' : answer.error.code))
    },
    { articleId, evil },
  )
  expect(answers).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok'])
  const windows = collate.app.windows().length
  await page.getByRole('grid', { name: 'Articles' }).getByRole('row').nth(1).click()
  await page.keyboard.press('Enter')
  for (const [key, workspace] of ['library', 'read', 'tags', 'timeline', 'briefing'].entries()) {
    await page.keyboard.press(`Control+${key + 1}`)
    await expect(page.locator('main')).toHaveAttribute('data-workspace', workspace)
    await expect(page.locator('main')).toContainText('window.hacked=1')
  }
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(collate.app.windows()).toHaveLength(windows)
  expect(page.url()).toBe('app://collate/')
})

/** Opens the article from the library and waits until its text stands in the reader. */
async function showsInReader(page: Page): Promise<void> {
  await page.keyboard.press('Control+1')
  await page
    .getByRole('button', { name: /Open in Read/ })
    .first()
    .click()
  await expect(page.getByText('The harbour closed on Monday').first()).toBeVisible()
}

test('the system’s sandbox holds the window’s process, for a user who is not root', async ({ folder }) => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  const app = await startSandboxed(folder)
  const page = await app.firstWindow()
  await openSample(page)
  const { window, sandboxed } = await app.evaluate(({ app: main, webContents }) => ({
    window: webContents.getAllWebContents()[0]?.getOSProcessId(),
    sandboxed: !main.commandLine.hasSwitch('no-sandbox'),
  }))
  const status = readFileSync(`/proc/${window}/status`, 'utf8')
  const field = (name: string): string[] => (new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(status)?.[1] ?? '').split(/\s+/)
  expect(sandboxed).toBe(true)
  expect(field('Seccomp'), 'system calls are filtered').toEqual(['2'])
  expect(field('NSpid').length, 'it sees no other processes').toBeGreaterThan(1)
  expect(field('Uid')[0]).not.toBe('0')
  await app.close()
})
