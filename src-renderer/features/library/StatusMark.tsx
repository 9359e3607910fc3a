import { Ban, CircleCheck, CircleDashed, CircleDot } from 'lucide-react'
import type { ArticleStatus } from '../../../src-main/domain/article'
import { useText } from '../../i18n/i18n'

const icons = {
  'to-read': CircleDashed,
  reading: CircleDot,
  reviewed: CircleCheck,
  excluded: Ban,
} as const satisfies Record<ArticleStatus, typeof CircleCheck>

/** An article's status: icon and word. */
export function StatusMark({ status }: { status: ArticleStatus }) {
  const t = useText()
  const Icon = icons[status]
  return (
    <span className="lib-status" data-status={status}>
      <Icon className="s14" />
      {t(`library.status.${status}`)}
    </span>
  )
}
