import { extname, join, normalize, sep } from 'node:path'
import { appScheme } from './addresses'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
}

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
