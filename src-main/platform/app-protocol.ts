import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

export const appScheme = 'app'
export const appOrigin = `${appScheme}://collate`

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
}

/** Must be called before the app is ready. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

/**
 * The file under `folder` that an address of the app names.
 * @returns null where the address is another's, leaves the folder, or names no known type
 */
export function fileOf(address: string, folder: string): { path: string; mediaType: string } | null {
  const url = new URL(address)
  if (url.protocol !== `${appScheme}:` || url.host !== 'collate') return null
  let name: string
  try {
    name = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (name.includes('\0') || name.includes('\\')) return null
  const path = normalize(join(folder, name === '/' ? 'index.html' : name))
  const mediaType = mediaTypes[extname(path)]
  return mediaType && path.startsWith(folder + sep) ? { path, mediaType } : null
}

/** Nothing inline runs but what carries the nonce of this load; nothing is fetched but the app's own files. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

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
