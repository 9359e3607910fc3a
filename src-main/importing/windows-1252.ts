/** Characters 0x80 to 0x9f of windows-1252 (WHATWG Encoding Standard); Node 20 decodes them as control characters. */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Text in windows-1252, which is also what pages mean that declare ISO-8859-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\u0080-\u009f]/g, (c) => upperControls[c.charCodeAt(0) - 0x80] ?? c)
}
