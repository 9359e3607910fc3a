/** Text on the clipboard; `html` where it is marked up, `url` the page that it was copied from, where that is told. */
export type ClipboardText = { text: string; html: string | null; url: string | null }

type Blob = { arrayBuffer: () => Promise<ArrayBuffer> }
type Item = { types: readonly string[]; getType: (type: string) => Promise<unknown> }

/** Electron's clipboard up to version 44, as far as it is used here. */
type SynchronousClipboard = {
  readText: () => string
  readHTML: () => string
  readBuffer: (format: string) => Uint8Array
}

/** Electron's clipboard from version 45 on. */
type ItemClipboard = { readText: () => Promise<string>; read: () => Promise<Item[]> }

const isSynchronous = (clipboard: SynchronousClipboard | ItemClipboard): clipboard is SynchronousClipboard =>
  'readHTML' in clipboard

/** Reads the text on the clipboard. */
export async function readClipboard(clipboard: SynchronousClipboard | ItemClipboard): Promise<ClipboardText> {
  if (isSynchronous(clipboard)) {
    const url = await pageAddress(async (format) => clipboard.readBuffer(format))
    return { text: clipboard.readText(), html: clipboard.readHTML() || null, url }
  }
  const [item] = await clipboard.read()
  const read = (type: string): Promise<Uint8Array> => (item ? bytesOf(item, type) : Promise.resolve(nothing))
  const html = new TextDecoder().decode(await read('text/html'))
  const url = await pageAddress((format) => read(`electron application/osclipboard;format="${format}"`))
  return { text: await clipboard.readText(), html: html || null, url }
}

const nothing = new Uint8Array()

async function bytesOf(item: Item, type: string): Promise<Uint8Array> {
  try {
    const content = await item.getType(type)
    return isBlob(content) ? new Uint8Array(await content.arrayBuffer()) : nothing
  } catch {
    // The clipboard has nothing of that type.
    return nothing
  }
}

const isBlob = (content: unknown): content is Blob =>
  typeof content === 'object' && content !== null && 'arrayBuffer' in content

/** How programs put the address of a copied page on the clipboard, by format. */
const addressFormats: readonly { format: string; read: (bytes: Uint8Array) => string | undefined }[] = [
  // Windows: the header before the HTML (Microsoft, "HTML Clipboard Format").
  { format: 'HTML Format', read: (bytes) => /^SourceURL:(.+)$/m.exec(utf8(bytes.subarray(0, 4096)))?.[1] },
  // Browsers made from Chromium.
  { format: 'chromium/x-source-url', read: (bytes) => utf8(bytes) },
  // Firefox.
  { format: 'text/x-moz-url-priv', read: (bytes) => new TextDecoder('utf-16le').decode(bytes) },
]

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Longer ones are no addresses of pages. */
const longest = 2000

async function pageAddress(read: (format: string) => Promise<Uint8Array>): Promise<string | null> {
  for (const { format, read: addressIn } of addressFormats) {
    const address = addressIn(await read(format))
      ?.replaceAll('\0', '')
      .trim()
    if (address && address.length <= longest && /^https?:\/\/\S+$/i.test(address)) return address
  }
  return null
}
