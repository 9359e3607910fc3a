import { CircleAlert, CopyCheck, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { StagedArticle, StagedFile } from '../../../src-main/contract/import-types'
import type { MetadataField } from '../../../src-main/domain/article'
import { languageName, useDateText } from '../../i18n/dates'
import { number, useText } from '../../i18n/i18n'
import { useOrigin } from '../../i18n/origin'
import { useTypedDate } from '../../i18n/typed-date'
import { Provenance } from '../../ui/Provenance'
import { TextField } from '../../ui/TextField'
import { type FileChanges, isAddable, reviewedValue, unchanged } from './review'

type Props = {
  file: StagedFile
  /** Position in the list. */
  at: number
  current: boolean
  changes: FileChanges | undefined
  ticked: boolean
  onTick: (index: number, ticked: boolean) => void
  /** `found` is the found value as it is shown. */
  onEnter: (index: number, field: MetadataField, typed: string, found: string) => void
  onFocus: (at: number) => void
}

/** One file: what was found in it, or why it can't be added. Thousands scroll by, so it is rendered when it changes. */
export const FileRow = memo(function FileRow(props: Props) {
  const t = useText()
  const { file, at, current, changes = unchanged, ticked, onTick, onFocus } = props
  const addable = isAddable(file)
  const name = file.fileName
  return (
    <tr
      id={`file-${at}`}
      data-at={at}
      data-outcome={file.outcome.kind}
      aria-rowindex={at + 2}
      aria-selected={current}
      className={`${current ? 'cur' : ''} ${ticked ? '' : 'off'}`}
      onFocus={() => onFocus(at)}
    >
      <td className="c-tick">
        <input
          type="checkbox"
          className="check"
          aria-label={t('importing.tick', { name })}
          checked={ticked}
          disabled={!addable}
          tabIndex={current ? 0 : -1}
          onChange={(event) => onTick(file.index, event.target.checked)}
        />
      </td>
      {file.found && file.outcome.kind !== 'refused' ? (
        <FoundCells {...props} found={file.found} changes={changes} />
      ) : (
        <RefusedCell file={file} />
      )}
    </tr>
  )
})

function RefusedCell({ file }: { file: StagedFile }) {
  const t = useText()
  const { outcome } = file
  return (
    <td colSpan={4}>
      <FileName name={file.fileName} />
      {outcome.kind === 'refused' && (
        <p className="imp-reason">
          <CircleAlert className="s14" />
          {t(`error.${outcome.code}`, outcome.params)}
        </p>
      )}
      {outcome.kind === 'duplicate' && <Duplicate outcome={outcome} />}
    </td>
  )
}

type FoundProps = Props & { found: StagedArticle; changes: FileChanges }

function FoundCells(props: FoundProps) {
  const t = useText()
  const words = useOrigin()
  const { file, found, changes } = props
  const title = reviewedValue(found, changes, 'title')
  const language = reviewedValue(found, changes, 'language').value
  const { outcome } = file
  return (
    <>
      <td>
        <div
          className={`src imp-title clamp2 ${title.value === null ? 'standin' : ''}`}
          dir="auto"
          lang={language ?? ''}
        >
          {title.value ?? found.standIn}
        </div>
        {title.value === null ? (
          <Provenance
            sourced={{
              value: null,
              origin: 'rule',
              confidence: 'unsure',
              evidence: { kind: 'paragraph', at: '1', quote: '' },
            }}
            words={{ origin: t('origin.standIn'), confidence: t('origin.confidence.unsure') }}
          />
        ) : (
          <Provenance sourced={title} words={words(title)} />
        )}
        <FileName name={file.fileName} />
      </td>
      {outcome.kind === 'duplicate' ? (
        <td colSpan={2}>
          <Duplicate outcome={outcome} />
        </td>
      ) : (
        <>
          <td data-field="outlet">
            <OutletField {...props} />
          </td>
          <td data-field="published">
            <PublishedField {...props} />
          </td>
        </>
      )}
      <td className="c-text q">
        {language === null ? t('importing.languageUnknown') : languageName(language)}
        <div className="sub">{t('importing.words', { count: found.words, number: number(found.words) })}</div>
        {found.partial && (
          <div className="sub warn imp-partial" title={t(`importing.partial.${found.partial}`)}>
            <TriangleAlert className="s12" />
            {t('importing.incomplete')}
          </div>
        )}
      </td>
    </>
  )
}

const FileName = ({ name }: { name: string }) => (
  <div className="mono imp-name trunc" title={name}>
    <bdi>{name}</bdi>
  </div>
)

function OutletField({ file, found, changes, current, onEnter }: FoundProps) {
  const t = useText()
  const words = useOrigin()
  const value = reviewedValue(found, changes, 'outlet')
  const before = found.metadata.outlet.value ?? ''
  return (
    <TextField
      label={t('importing.outletOf', { name: file.fileName })}
      labelHidden
      className={value.value === null ? 'unknown' : ''}
      value={changes.edits.outlet ?? before}
      placeholder={t('cite.outletUnknown')}
      hint={<Provenance sourced={value} words={words(value)} />}
      tabIndex={current ? 0 : -1}
      onChange={(typed) => onEnter(file.index, 'outlet', typed, before)}
    />
  )
}

function PublishedField({ file, found, changes, current, onEnter }: FoundProps) {
  const t = useText()
  const words = useOrigin()
  const dateText = useDateText()
  const typedDate = useTypedDate()
  const foundDate = found.metadata.published.value
  const before = foundDate === null ? '' : dateText(foundDate)
  const typed = changes.edits.published
  const value = reviewedValue(found, changes, 'published')
  const meaning = typedDate(typed ?? before)
  return (
    <TextField
      label={t('importing.publishedOf', { name: file.fileName })}
      labelHidden
      className={value.value === null ? 'unknown' : ''}
      value={typed ?? before}
      placeholder={t('date.undated')}
      hint={
        <Provenance
          sourced={value}
          words={{ ...words(value), ...(typed !== undefined && meaning.edtf !== null ? { origin: meaning.edtf } : {}) }}
        />
      }
      error={meaning.understood || typed === undefined ? null : t('importing.dateProblem')}
      tabIndex={current ? 0 : -1}
      onChange={(next) => onEnter(file.index, 'published', next, before)}
    />
  )
}

function Duplicate({ outcome }: { outcome: Extract<StagedFile['outcome'], { kind: 'duplicate' }> }) {
  const t = useText()
  return (
    <>
      <span className="state caution">
        <CopyCheck className="s12" />
        {t(outcome.of === 'library' ? 'importing.inLibrary' : 'importing.twin')}
      </span>
      <p className="sub">{t('importing.sameBytes', { name: outcome.fileName })}</p>
    </>
  )
}
