import { useText } from '../../i18n/i18n'

/** Ends a form of the inspector. */
export function FormButtons({ disabled, onCancel }: { disabled: boolean; onCancel: () => void }) {
  const t = useText()
  return (
    <div className="acts">
      <button
        type="submit"
        className="btn primary"
        disabled={disabled}
        title={disabled ? t('library.details.fixDate') : undefined}
      >
        {t('library.details.save')}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {t('app.cancel')}
      </button>
    </div>
  )
}
