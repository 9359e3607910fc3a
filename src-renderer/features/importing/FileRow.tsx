import { BookMarked, Check, CircleAlert, CopyCheck, Eye } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { StagedFile, StagedOutcome } from '../../../src-main/contract/import-types'
import type { MetadataField } from '../../../src-main/domain/article'
import { languageName } from '../../i18n/dates'
import { number, type Translate } from '../../i18n/i18n'
import { originText } from '../../i18n/origin'
import { Provenance } from '../../ui/Provenance'
import { FieldCell } from './FieldCell'
import { type FileChanges, isAddable, isSameText, type ReadyFile, reviewedValue, unchanged } from './review'
import { lookTexts, nameOf, relationText } from './row-words'

type Props = {
  t: Translate
  file: StagedFile
  /** Position in the list. */
  at: number
  /** Pixels from the first row. */
  top: number
  cursor: boolean
  chosen: boolean
  changes: FileChanges | undefined
  ticked: boolean
  onTick: (index: number, ticked: boolean) => void
  /** `found` is the found value as it is shown. */
  onEnter: (index: number, field: MetadataField, typed: string, found: string) => void
}

/**
 * One row of the review: what was found, or why it can't be added. It has no hooks, and fields only where the cursor is:
 * thousands of rows scroll by.
 */
export const FileRow = memo(function FileRow(props: Props) {
  const { t, file, at, top, cursor, chosen, ticked, onTick } = props
  return (
    <tr
      id={`file-${file.index}`}
      data-at={at}
      data-outcome={file.outcome.kind}
      aria-rowindex={at + 2}
      aria-selected={chosen}
      style={{ top }}
      className={`${cursor ? 'cur' : ''} ${chosen ? 'sel' : ''} ${ticked ? '' : 'off'}`}
    >
      <td className="c-tick">
        <input
          type="checkbox"
          className="check"
          aria-label={t('importing.tick', { name: nameOf(file) })}
          checked={ticked}
          disabled={!isAddable(file)}
          tabIndex={cursor ? 0 : -1}
          onChange={(event) => onTick(file.index, event.target.checked)}
        />
      </td>
      {isAddable(file) ? (
        <ReadyCells {...props} file={file} changes={props.changes ?? unchanged} />
      ) : (
        <OtherCells {...props} />
      )}
    </tr>
  )
})

function ReadyCells(props: Props & { file: ReadyFile; changes: FileChanges }) {
  const { t, file, changes } = props
  return (
    <>
      <td className="c-title">
        <Title {...props} />
        <FileName file={file} />
        <Look t={t} file={file} changes={changes} />
      </td>
      <FieldCell {...props} field="outlet" />
      <FieldCell {...props} field="published" />
      <TextCell {...props} />
    </>
  )
}

function Title({ t, file, changes }: { t: Translate; file: ReadyFile; changes: FileChanges }) {
  const title = reviewedValue(file.found, changes, 'title')
  const language = reviewedValue(file.found, changes, 'language').value
  const standIn = title.value === null
  return (
    <>
      <div className={`src imp-title clamp2 ${standIn ? 'standin' : ''}`} dir="auto" lang={language ?? ''}>
        {title.value ?? file.found.standIn}
      </div>
      {standIn ? (
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
        <Provenance
          sourced={title}
          words={{ origin: originText(t, title), confidence: t(`origin.confidence.${title.confidence}`) }}
        />
      )}
    </>
  )
}

function TextCell({ t, file: { found }, changes }: { t: Translate; file: ReadyFile; changes: FileChanges }) {
  const language = reviewedValue(found, changes, 'language').value
  return (
    <td className="c-text q">
      {language === null ? t('importing.languageUnknown') : languageName(language)}
      <div className="sub">{t('importing.words', { count: found.words, number: number(found.words) })}</div>
    </td>
  )
}

/** Why the row needs a look; for the very text of an article of the library, why it is left out. */
function Look({ t, file, changes }: { t: Translate; file: ReadyFile; changes: FileChanges }) {
  const [closest] = file.found.relations
  if (isSameText(file) && closest) {
    return <Note icon={<CopyCheck className="s12" />} text={relationText(t, closest)} />
  }
  const reasons = lookTexts(t, file, changes)
  return reasons.length > 0 ? <Note icon={<Eye className="s12" />} text={reasons.join(' · ')} /> : null
}

const Note = ({ icon, text }: { icon: ReactNode; text: string }) => (
  <p className="imp-look" title={text}>
    {icon}
    <span className="trunc">
      <bdi>{text}</bdi>
    </span>
  </p>
)

function FileName({ file }: { file: StagedFile }) {
  const { folder, fileName, part } = file
  const path = folder === '' ? fileName : `${folder}/${fileName}`
  return (
    <div className="mono imp-name" title={path}>
      <bdi className="trunc">
        {folder !== '' && <span className="t">{folder}/</span>}
        {fileName}
      </bdi>
      {part !== null && <bdi className="part">{part}</bdi>}
    </div>
  )
}

/** A row that gives no article: its file, and the reason. */
function OtherCells({ t, file }: Props) {
  const { outcome, found } = file
  return (
    <td colSpan={4} className="c-title">
      {found && (
        <div className="src imp-title trunc standin" dir="auto" lang={found.metadata.language.value ?? ''}>
          {found.metadata.title.value ?? found.standIn}
        </div>
      )}
      <FileName file={file} />
      <Outcome t={t} outcome={outcome} />
    </td>
  )
}

function Outcome({ t, outcome }: { t: Translate; outcome: StagedOutcome }) {
  if (outcome.kind === 'refused') {
    return (
      <p className="imp-reason">
        <CircleAlert className="s14" />
        {t(`error.${outcome.code}`, outcome.params)}
      </p>
    )
  }
  if (outcome.kind === 'reference') {
    return (
      <p className="imp-outcome">
        <span className="state none">
          <BookMarked className="s12" />
          {t('importing.bibliography')}
        </span>
        <span className="sub">{t('importing.joined', { count: outcome.joined, number: number(outcome.joined) })}</span>
      </p>
    )
  }
  if (outcome.kind === 'added') {
    return (
      <p className="imp-outcome">
        <span className="state ok">
          <Check className="s12" />
          {t('importing.added')}
        </span>
      </p>
    )
  }
  if (outcome.kind !== 'duplicate') return null
  return (
    <p className="imp-outcome">
      <span className="state caution">
        <CopyCheck className="s12" />
        {t(outcome.of === 'library' ? 'importing.inLibrary' : 'importing.twin')}
      </span>
      <span className="sub trunc">{t('importing.sameBytes', { name: outcome.fileName })}</span>
    </p>
  )
}
