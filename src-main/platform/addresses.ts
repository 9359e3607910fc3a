export const appScheme = 'app'
export const appOrigin = `${appScheme}://collate`

/** Whether a request may go on: the app's own files, Chromium's developer tools, data made in the page. */
export function isOwn(address: string, developmentUrl?: string): boolean {
  const url = parsed(address)
  if (!url) return false
  if (['devtools:', 'blob:', 'data:', `${appScheme}:`].includes(url.protocol)) return true
  return developmentUrl !== undefined && url.host === new URL(developmentUrl).host
}

/** Whether an address is a page of the app itself, which alone may ask main. */
export function isAppPage(address: string, developmentUrl?: string): boolean {
  const url = parsed(address)
  const home = new URL(developmentUrl ?? appOrigin)
  return url !== null && url.protocol === home.protocol && url.host === home.host
}

/**
 * An address that may be handed to the system's browser, after asking, as it is shown: hosts in other scripts in their
 * ASCII form, so that no letter passes for another.
 * @returns null for anything but `https:` and `mailto:`
 */
export function openableAddress(address: string): string | null {
  const url = parsed(address)
  return url && ['https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

const parsed = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null)
