import { type RefObject, useEffect } from 'react'
import { useText } from '../../../i18n/i18n'
import { labelAt } from '../blocks'
import { edgeWidth, type FarStub, type Ribbon, type Stub } from './connectors'
import { useLinks, usePlaceWords } from './context'
import { bringLevel } from './dom'
import { takeShared } from './hand'
import './layer.css'
import { useLayer } from './use-layer'

/** Connectors in the gutters for what is on the screen. The list of shared passages tells the same in words. */
export function LinkLayer({ box, shown }: { box: RefObject<HTMLElement | null>; shown: readonly number[] }) {
  const { edges, ribbons, stubs, far } = useLayer(box, shown)
  useEffect(loadSigns, [])
  return (
    <div className="link-layer" aria-hidden>
      <svg className="rib" aria-hidden>
        {edges.map(({ key, x, y, height, isActive }) => (
          <rect key={key} className={isActive ? 'anch on' : 'anch'} x={x} y={y} width={edgeWidth} height={height} />
        ))}
        {ribbons.map(({ key, shape, line, isActive }) => (
          <g key={key}>
            {shape && <path className="fill" d={shape} />}
            <path className={isActive ? 'edge' : 'hair'} d={line} />
          </g>
        ))}
        {ribbons.map((ribbon) => (
          <Node key={ribbon.key} node={ribbon.node} />
        ))}
      </svg>
      {stubs.map((stub) => (
        <StubButton key={stub.key} stub={stub} />
      ))}
      {far.map((stub) => (
        <FarButton key={stub.key} stub={stub} />
      ))}
    </div>
  )
}

/** A font that comes while the panes scroll would lay all texts out anew: signs are rare characters, in one of their own. */
function loadSigns(): void {
  const { fontFamily } = getComputedStyle(document.body)
  void document.fonts.load(`600 11px ${fontFamily}`, '=≈≠”')
}

function Node({ node }: Pick<Ribbon, 'node'>) {
  if (!node) return null
  return (
    <g className={node.sign === '≠' ? 'node neq' : 'node'}>
      <circle cx={node.x} cy={node.y} r="9" />
      <text x={node.x} y={node.sign === '”' ? node.y + 7 : node.y + 4}>
        {node.sign}
      </text>
    </g>
  )
}

/** Leads to a counterpart that is out of sight. By keyboard that is the next shared passage, or the list. */
function StubButton({ stub: { x, y, from, to, isBelow, isActive } }: { stub: Stub }) {
  const t = useText()
  const { texts } = useLinks()
  const label = `¶${labelAt(texts.get(to.place.articleId)?.blocks ?? [], to.place.start)}`
  return (
    <button
      type="button"
      tabIndex={-1}
      className={isActive ? 'stub on' : 'stub'}
      style={{ left: x, top: y }}
      title={t('reader.links.goThere', { place: label })}
      onClick={() => {
        takeShared(from)
        bringLevel(from, [to], false)
      }}
    >
      {label} {isBelow ? '↓' : '↑'}
    </button>
  )
}

/** Leads to the panes beyond the next one that have a passage, named by their numbers. */
function FarButton({ stub: { x, y, from, to, isRight, isActive } }: { stub: FarStub }) {
  const t = useText()
  const { panes } = useLinks()
  const { nameOf } = usePlaceWords()
  const numbers = to.map(({ pane }) => panes.findIndex(({ id }) => id === pane) + 1).sort((a, b) => a - b)
  return (
    <button
      type="button"
      tabIndex={-1}
      className={isActive ? 'stub far on' : 'stub far'}
      style={{ left: x, top: y }}
      title={t('reader.links.goThere', { place: to.map(({ place }) => nameOf(place)).join(', ') })}
      onClick={() => {
        takeShared(from)
        bringLevel(from, to, false)
      }}
    >
      {isRight ? `${numbers.join(' ')} ›` : `‹ ${numbers.join(' ')}`}
    </button>
  )
}
