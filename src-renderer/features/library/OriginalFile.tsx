import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { Article } from '../../../src-main/contract/types'
import { CommandButton } from '../../commands/CommandButton'
import { useCommands } from '../../commands/registry'
import { act } from '../../data/act'
import { byteText } from '../../i18n/bytes'
import { moment, useText } from '../../i18n/i18n'
import { CompareSheet } from './CompareSheet'

/**
 * The file as it was imported: what a reader needs to check that nothing was changed, and ways to look at it.
 * @param isChosen whether it is that of the chosen article, not still that of the one before: then nothing can be done with it
 */
export function OriginalFile({ article, isChosen }: { article: Article; isChosen: boolean }) {
  const t = useText()
  const { fileName, sha256, bytes, mediaType, importedAt } = article.original
  const [comparing, setComparing] = useState(false)
  const [exported, setExported] = useState<string | null>(null)
  useCommands({
    'original.open': isChosen ? () => act('shell.openOriginal', { articleId: article.id }) : null,
    'original.export': isChosen
      ? async () => {
          const done = await act('shell.exportOriginal', { articleId: article.id })
          if (done) setExported(done.file.split(/[/\\]/).at(-1) ?? '')
        }
      : null,
    'original.compare': isChosen ? () => setComparing(true) : null,
  })
  return (
    <section>
      <h2>{t('original.title')}</h2>
      <dl className="lib-prov tight">
        <dt>{t('original.file')}</dt>
        <dd className="mono trunc" title={fileName}>
          <bdi>{fileName}</bdi>
        </dd>
        {article.part !== null && (
          <>
            <dt>{t('original.part')}</dt>
            <dd>
              <bdi>{article.part}</bdi>
            </dd>
          </>
        )}
        <dt>{t('original.sha256')}</dt>
        <dd className="row">
          <span className="mono trunc" title={sha256}>
            {sha256.slice(0, 12)}…{sha256.slice(-8)}
          </span>
          <button
            type="button"
            className="btn s icon quiet"
            aria-label={t('original.copy')}
            title={t('original.copy')}
            onClick={() => void act('shell.copy', { text: sha256 })}
          >
            <Copy className="s12" />
          </button>
        </dd>
        <dt>{t('original.stored')}</dt>
        <dd>
          {byteText(bytes)}, <span className="mono">{mediaType}</span>
        </dd>
        <dt>{t('original.imported')}</dt>
        <dd>{moment(importedAt)}</dd>
      </dl>
      <div className="lib-acts">
        <CommandButton id="original.open" className="s" label={t('original.open')} />
        <CommandButton id="original.export" className="s" label={t('original.export')} />
        <CommandButton id="original.compare" className="s" label={t('original.readAgain')} />
      </div>
      <p className="t lib-exported" role="status">
        {exported !== null && t('original.exported', { file: exported })}
      </p>
      {comparing && <CompareSheet article={article} onClose={() => setComparing(false)} />}
    </section>
  )
}
