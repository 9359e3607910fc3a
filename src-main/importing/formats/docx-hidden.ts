/** A document's XML without the text that Word does not show, and that text, as the XML of a paragraph each. */
export type ShownText = { xml: string; hidden: string[] }

const isOn = (properties: string): boolean => /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(properties)
const isOff = (properties: string): boolean => /<w:vanish\s+w:val="(?:0|false|off)"\s*\/>/.test(properties)

/** A paragraph's begin or style, or a run of text with no other run inside it. */
const token =
  /<w:p[ >]|<w:pStyle\s+w:val="([^"]*)"\s*\/>|<w:r(?:\s[^>]*)?>(?:\s*<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr>)?((?:(?!<w:r[ >]|<\/w:r>).)*)<\/w:r>/gs

/**
 * Takes out the text that is formatted as hidden (ISO 29500-1, 17.3.2.41), by itself or by its style.
 * @param xml `word/document.xml`
 * @param styles `word/styles.xml`; empty where there is none
 */
export function withoutHiddenText(xml: string, styles: string): ShownText {
  if (!xml.includes('<w:vanish') && !styles.includes('<w:vanish')) return { xml, hidden: [] }
  const hiding = hidingStyles(styles)
  const hidden: string[] = []
  let paragraphStyle = ''
  let isNewParagraph = true
  const shown = xml.replace(token, (found, style?: string, properties = '', content?: string) => {
    if (content === undefined) {
      paragraphStyle = style ?? ''
      isNewParagraph ||= style === undefined
      return found
    }
    const runStyle = /<w:rStyle\s+w:val="([^"]*)"/.exec(properties)?.[1] ?? ''
    const byStyle = hiding.has(runStyle) || hiding.has(paragraphStyle)
    if (!content.includes('<w:t') || isOff(properties) || !(isOn(properties) || byStyle)) return found
    const before = isNewParagraph ? '' : (hidden.pop() ?? '')
    hidden.push(before + content)
    isNewParagraph = false
    return ''
  })
  return { xml: shown, hidden: hidden.map((content) => `<w:p>${content}</w:p>`) }
}

/** The ids of styles whose text is hidden. */
const hidingStyles = (styles: string): ReadonlySet<string> =>
  new Set(
    (styles.match(/<w:style\s[^>]*>.*?<\/w:style>/gs) ?? [])
      .filter(isOn)
      .flatMap((style) => /\sw:styleId="([^"]*)"/.exec(style)?.[1] ?? []),
  )
