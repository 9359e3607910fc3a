import { Copy } from 'lucide-react'
import type { OriginalInfo } from '../../../src-main/contract/types'
import { act } from '../../data/act'
import { byteText } from '../../i18n/bytes'
import { moment, useText } from '../../i18n/i18n'

/** The file as it was imported: what a reader needs to check that nothing was changed. */
export function OriginalFile({ original }: { original: OriginalInfo }) {
  const t = useText()
  const { fileName, sha256, bytes, mediaType, importedAt } = original
  return (
    <section>
      <h2>{t('library.original.title')}</h2>
      <dl className="lib-prov tight">
        <dt>{t('library.original.file')}</dt>
        <dd className="mono trunc" title={fileName}>
          <bdi>{fileName}</bdi>
        </dd>
        <dt>{t('library.original.sha256')}</dt>
        <dd className="row">
          <span className="mono trunc" title={sha256}>
            {sha256.slice(0, 12)}…{sha256.slice(-8)}
          </span>
          <button
            type="button"
            className="btn s icon quiet"
            aria-label={t('library.original.copy')}
            title={t('library.original.copy')}
            onClick={() => void act('shell.copy', { text: sha256 })}
          >
            <Copy className="s12" />
          </button>
        </dd>
        <dt>{t('library.original.stored')}</dt>
        <dd>
          {byteText(bytes)}, <span className="mono">{mediaType}</span>
        </dd>
        <dt>{t('library.original.imported')}</dt>
        <dd>{moment(importedAt)}</dd>
      </dl>
    </section>
  )
}
