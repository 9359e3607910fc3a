import { fontFamily, isRightToLeft, type Palette, type Shape } from './shapes'

type Picture = {
  width: number
  height: number
  shapes: readonly Shape[]
  palette: Palette
  title: string
  /** What it shows, in a sentence. */
  description: string
}

/**
 * A drawing as an SVG file of its own: text stays text, nothing in it can run or lead elsewhere. Colours and fonts are
 * attributes, so that it looks the same within a page that allows no styles.
 */
export function svgOf({ width, height, shapes, palette, title, description }: Picture): string {
  const size = `width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="title desc" font-family="${fontFamily}">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description)}</desc>`,
    ...shapes.map((shape) => element(shape, palette)),
    '</svg>',
    '',
  ].join('\n')
}

/** Two decimals are finer than any screen or printer draws. */
const n = (value: number): string => String(Math.round(value * 100) / 100)

/** Text as it may stand in XML: signs of markup escaped, characters that XML refuses left out. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

type Attributes = Record<string, string | number | undefined>

const tag = (name: string, attributes: Attributes, content?: string): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? n(value) : value}"`)
    .join('')
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

function element(shape: Shape, palette: Palette): string {
  if (shape.kind === 'clip') {
    const { x, y, width, height } = shape
    // A viewport within the picture cuts off what is outside it.
    const box = { x, y, width, height, viewBox: [x, y, width, height].map(n).join(' ') }
    return tag('svg', box, shape.shapes.map((inner) => element(inner, palette)).join(''))
  }
  if (shape.kind === 'text') return textElement(shape, palette)
  const paint = {
    fill: 'fill' in shape && shape.fill ? palette[shape.fill] : 'none',
    stroke: shape.stroke && palette[shape.stroke],
    'stroke-width': shape.stroke && shape.lineWidth,
    'stroke-dasharray': shape.dash?.join(' '),
  }
  if (shape.kind === 'circle') return tag('circle', { cx: shape.x, cy: shape.y, r: shape.radius, ...paint })
  if (shape.kind === 'rect') {
    const { x, y, width, height, radius } = shape
    return tag('rect', { x, y, width, height, rx: radius, ...paint })
  }
  return tag('polyline', { points: shape.points.map((point) => point.map(n).join(',')).join(' '), ...paint })
}

function textElement(shape: Shape & { kind: 'text' }, palette: Palette): string {
  const isRtl = isRightToLeft(shape.text)
  const mirrored = { start: 'end', middle: 'middle', end: 'start' } as const
  return tag(
    'text',
    {
      x: shape.x,
      y: shape.y,
      fill: palette[shape.colour],
      'font-size': shape.size,
      'font-weight': shape.weight,
      // Where text begins follows its direction; a drawing's places don't.
      'text-anchor': isRtl ? mirrored[shape.anchor] : shape.anchor,
      direction: isRtl ? 'rtl' : undefined,
      ...(shape.halo && {
        stroke: palette[shape.halo],
        'stroke-width': 3,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      }),
    },
    escaped(shape.text),
  )
}
