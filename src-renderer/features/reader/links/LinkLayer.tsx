import { memo, type RefObject, useEffect, useRef } from 'react'
import { useText } from '../../../i18n/i18n'
import { edgeWidth, type FarStub, type Ribbon, type Stub } from './connectors'
import { useLinks, usePlaceWords } from './context'
import { bringLevel, partsOf } from './dom'
import { takeShared } from './hand'
import './layer.css'
import { nodeRadius, signBaseline } from './painter'
import { farWords, paragraphOf, stubWords } from './stub-words'
import { openAt } from './use-go-to'
import { useLayer } from './use-layer'

/**
 * Connectors in the gutters for what is on the screen, on canvases while it scrolls. The list of shared passages tells the
 * same in words.
 */
export function LinkLayer({ box, shown }: { box: RefObject<HTMLElement | null>; shown: readonly number[] }) {
  const layer = useRef<HTMLDivElement>(null)
  const moving = useRef<HTMLDivElement>(null)
  const { edges, ribbons, stubs, far } = useLayer({ box, layer, moving }, shown)
  useEffect(loadSigns, [])
  return (
    <div className="link-layer" aria-hidden ref={layer}>
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
      <Looks />
      <div className="moving" ref={moving} />
    </div>
  )
}

/** One of each, never shown: canvases take from them how what they draw looks. */
const Looks = memo(function Looks() {
  return (
    <div className="looks" hidden>
      <svg className="rib" aria-hidden>
        <rect className="anch" />
        <rect className="anch on" />
        {['fill', 'edge', 'hair'].map((name) => (
          <path key={name} className={name} />
        ))}
        {['node', 'node neq'].map((name) => (
          <g key={name} className={name}>
            <circle />
            <text />
          </g>
        ))}
      </svg>
      {['stub', 'stub on', 'stub far', 'stub far on'].map((name) => (
        <span key={name} className={name} />
      ))}
    </div>
  )
})

/** A font that comes while the panes scroll would lay all texts out anew: signs are rare characters, in one of their own. */
function loadSigns(): void {
  const { fontFamily } = getComputedStyle(document.body)
  void document.fonts.load(`600 11px ${fontFamily}`, '=≈≠”')
}

function Node({ node }: Pick<Ribbon, 'node'>) {
  if (!node) return null
  return (
    <g className={node.sign === '≠' ? 'node neq' : 'node'}>
      <circle cx={node.x} cy={node.y} r={nodeRadius} />
      <text x={node.x} y={signBaseline(node)}>
        {node.sign}
      </text>
    </g>
  )
}

/** Leads to a counterpart that is out of sight. By keyboard that is the next shared passage, or the list. */
function StubButton({ stub }: { stub: Stub }) {
  const t = useText()
  const { texts } = useLinks()
  const { x, y, from, to, isActive } = stub
  return (
    <button
      type="button"
      tabIndex={-1}
      className={isActive ? 'stub on' : 'stub'}
      style={{ left: x, top: y }}
      title={t('reader.links.goThere', { place: paragraphOf(stub, texts) })}
      onClick={() => {
        takeShared(from)
        bringLevel(from, [to], false)
      }}
    >
      {stubWords(stub, texts)}
    </button>
  )
}

/** Leads to the panes beyond the next one that have a passage, named by their numbers. A folded one opens. */
function FarButton({ stub }: { stub: FarStub }) {
  const t = useText()
  const { panes } = useLinks()
  const { nameOf } = usePlaceWords()
  const { x, y, from, to, isActive } = stub
  return (
    <button
      type="button"
      tabIndex={-1}
      className={isActive ? 'stub far on' : 'stub far'}
      style={{ left: x, top: y }}
      title={t('reader.links.goThere', { place: to.map(({ place }) => nameOf(place)).join(', ') })}
      onClick={() => {
        const folded = to.every(({ pane }) => partsOf(pane) === null) ? to[0] : undefined
        takeShared(from)
        if (folded) openAt(folded)
        else bringLevel(from, to, false)
      }}
    >
      {farWords(stub, panes)}
    </button>
  )
}
