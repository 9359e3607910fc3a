import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type ProtocolResponse, protocol } from 'electron'
import { appScheme } from './addresses'
import { contentSecurityPolicy, fileOf } from './app-files'

/** Must be called before the app is ready. */
export const registerAppScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

/**
 * Serves the window's files from `folder`, each page with a policy and a nonce of its own.
 *
 * Not by `protocol.handle`: in about one start of two hundred its wrapper around the answer failed, then for every file
 * (ERR_UNEXPECTED, Electron 33.2), which left the window empty for as long as the app ran. Answers here are whole
 * buffers and pass no stream.
 */
export function serveApp(folder: string): void {
  protocol.registerBufferProtocol(appScheme, ({ url, method }, answer) => {
    const nothing = { statusCode: 404, mimeType: 'text/plain', data: Buffer.alloc(0) }
    const file = method === 'GET' ? fileOf(url, folder) : null
    if (!file) return answer(nothing)
    readFile(file.path).then(
      (bytes) => answer(page(bytes, file.mediaType)),
      () => answer(nothing),
    )
  })
}

function page(bytes: Buffer, mediaType: string): ProtocolResponse {
  const nonce = randomBytes(16).toString('base64')
  const isPage = mediaType.startsWith('text/html')
  return {
    data: isPage ? Buffer.from(bytes.toString('utf8').replace('%CSP_NONCE%', nonce)) : bytes,
    headers: {
      'content-type': mediaType,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  }
}
