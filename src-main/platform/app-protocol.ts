import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { appScheme } from './addresses'
import { contentSecurityPolicy, fileOf } from './app-files'

/** Must be called before the app is ready. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

/** Serves the window's files from `folder`, each page with a policy and a nonce of its own. */
export function serveApp(folder: string): void {
  protocol.handle(appScheme, async ({ url, method }) => {
    const file = method === 'GET' ? fileOf(url, folder) : null
    if (!file) return new Response(null, { status: 404 })
    try {
      const bytes = await readFile(file.path)
      const nonce = randomBytes(16).toString('base64')
      const page = file.mediaType.startsWith('text/html')
      const body = page ? bytes.toString('utf8').replace('%CSP_NONCE%', nonce) : new Uint8Array(bytes)
      return new Response(body, {
        headers: {
          'content-type': file.mediaType,
          'content-security-policy': contentSecurityPolicy(nonce),
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
