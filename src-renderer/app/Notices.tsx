import { CircleAlert, X } from 'lucide-react'
import { dismissNotice, useSession } from '../data/session'
import { useText } from '../i18n/i18n'
import './notices.css'

/** What went wrong, until dismissed: never a message of success. */
export function Notices() {
  const notices = useSession((s) => s.notices)
  const t = useText()
  return (
    <div className="notices" role="alert" aria-label={t('app.notices')}>
      {notices.map((notice) => (
        <div key={notice.id} className="notice">
          <CircleAlert />
          <p>{t(`error.${notice.code}`, notice.params)}</p>
          <button
            type="button"
            className="btn s icon quiet"
            aria-label={t('app.dismiss')}
            onClick={() => dismissNotice(notice.id)}
          >
            <X className="s14" />
          </button>
        </div>
      ))}
    </div>
  )
}
