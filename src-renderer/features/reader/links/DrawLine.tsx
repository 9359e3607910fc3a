import { Link2 } from 'lucide-react'
import { useText } from '../../../i18n/i18n'
import { useReader } from '../use-reader'
import { useLinks } from './context'
import { useHand } from './hand'
import { useDrawing } from './use-drawing'

/** What to do while a link is being drawn. */
export function DrawLine() {
  const t = useText()
  const { texts } = useLinks()
  const drawing = useHand((s) => s.drawing)
  const inHand = useReader((s) => s.inHand)
  const { finish, cancel } = useDrawing()
  const other = drawing && inHand && inHand.end > inHand.start ? inHand : null
  const isReady = other !== null && other.articleId !== drawing?.place.articleId
  const isSame = other !== null && !isReady && (other.start !== drawing?.place.start || other.end !== drawing.place.end)
  const first = drawing && texts.get(drawing.place.articleId)
  return (
    <div className={drawing ? 'draw-line' : 'vh'}>
      {drawing && <Link2 className="s14" />}
      <p aria-live="polite">
        {drawing && t(`reader.links.draw.${isReady ? 'ready' : isSame ? 'sameArticle' : 'begin'}`)}
      </p>
      {drawing && first && (
        <>
          <span className="grow" />
          <button type="button" className="btn s primary" disabled={!isReady} onClick={() => void finish()}>
            {t('reader.links.draw.link')}
          </button>
          <button type="button" className="btn s" onClick={cancel}>
            {t('reader.links.draw.cancel')}
          </button>
        </>
      )}
    </div>
  )
}
