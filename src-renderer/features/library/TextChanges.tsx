import type { TextChange, TextPart } from '../../../src-main/contract/original-types'
import { useText } from '../../i18n/i18n'
import { ScrollRegion } from '../../ui/ScrollRegion'

/** How two readings of a text differ, paragraph by paragraph, words that differ marked. */
export function TextChanges({ changes, lang }: { changes: readonly TextChange[]; lang: string | null }) {
  const t = useText()
  return (
    <ScrollRegion className="compare-text" label={t('original.compare.text')}>
      <ol>
        {changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <li key={index} data-kind={change.kind}>
            <Change change={change} lang={lang} />
          </li>
        ))}
      </ol>
    </ScrollRegion>
  )
}

function Change({ change, lang }: { change: TextChange; lang: string | null }) {
  const t = useText()
  const mark = (word: 'added' | 'removed' | 'changed' | 'hidden' | 'shown') => (
    <span className="what">{t(`original.compare.change.${word}`)}</span>
  )
  switch (change.kind) {
    case 'same':
      return <span className="t">{t('original.compare.unchanged', { count: change.count })}</span>
    case 'changed':
      return (
        <>
          {mark('changed')}
          <del className="src" dir="auto" lang={lang ?? ''}>
            <Parts parts={change.before} />
          </del>
          <ins className="src" dir="auto" lang={lang ?? ''}>
            <Parts parts={change.after} />
          </ins>
        </>
      )
    case 'visibility':
      return (
        <>
          {mark(change.hidden ? 'hidden' : 'shown')}
          <span className={`src ${change.hidden ? 'off' : ''}`} dir="auto" lang={lang ?? ''}>
            {change.text}
          </span>
        </>
      )
    default: {
      const Text = change.kind === 'added' ? 'ins' : 'del'
      return (
        <>
          {mark(change.kind)}
          <Text className={`src ${change.hidden ? 'off' : ''}`} dir="auto" lang={lang ?? ''}>
            {change.text}
          </Text>
        </>
      )
    }
  }
}

function Parts({ parts }: { parts: readonly TextPart[] }) {
  return parts.map((part, index) => {
    const key = `${index} ${part.text}`
    return part.changed ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>
  })
}
