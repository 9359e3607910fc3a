/** Names that Windows keeps for devices, whatever their ending. Source: "Naming Files, Paths, and Namespaces". */
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/** Most file systems take 255 bytes; room is left for an ending and for numbers. */
const mostBytes = 180

/**
 * A file name to suggest: without folders, control characters, direction marks and signs that some system refuses.
 * @param fallback taken where nothing is left
 */
export function safeFileName(name: string, fallback: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const short = shortened(plain)
  if (short === '') return fallback
  return reserved.test(short) ? `_${short}` : short
}

/** Cut to `mostBytes` of UTF-8 between characters, keeping a short ending such as ".md". */
function shortened(name: string): string {
  const size = (text: string): number => new TextEncoder().encode(text).length
  if (size(name) <= mostBytes) return name
  const ending = /\.[a-z]{1,5}$/i.exec(name)?.[0] ?? ''
  let kept = ''
  for (const character of name.slice(0, name.length - ending.length)) {
    if (size(kept + character + ending) > mostBytes) break
    kept += character
  }
  return kept.trimEnd() + ending
}
