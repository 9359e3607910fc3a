import { type FormEvent, useState } from 'react'
import type { Layout, LayoutPane } from '../../../../src-main/contract/reading-types'
import type { ArticleText } from '../../../../src-main/contract/types'
import { act } from '../../../data/act'
import { useSession } from '../../../data/session'
import { useOnce } from '../../../data/use-once'
import { useText } from '../../../i18n/i18n'
import { Sheet } from '../../../ui/Sheet'
import { TextField } from '../../../ui/TextField'
import { useSelectedField } from './use-selected-field'

type Props = { layouts: readonly Layout[]; texts: readonly (ArticleText | null)[]; onClose: () => void }

/** A name for the panes that are open. */
export function LayoutName({ layouts, texts, onClose }: Props) {
  const t = useText()
  const [name, setName] = useState(() => proposedName(texts))
  const field = useSelectedField()
  const replaces = layouts.some((layout) => sameName(layout.name, name))
  const save = useOnce(async () => {
    if (name.trim() !== '' && (await act('layout.save', { name: name.trim(), panes: panesNow(texts) }))) onClose()
  })
  return (
    <Sheet title={t('layouts.keepTitle')} closeLabel={t('app.close')} onClose={onClose} width={420}>
      <form
        className="layout-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t('layouts.name')}
          value={name}
          onChange={setName}
          hint={t(replaces ? 'layouts.replaces' : 'layouts.names')}
          inputRef={field}
        />
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={name.trim() === ''}>
            {t('layouts.keep')}
          </button>
        </div>
      </form>
    </Sheet>
  )
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The outlets that are open, each once. */
const proposedName = (texts: Props['texts']): string =>
  [...new Set(texts.flatMap((text) => text?.article.metadata.outlet.value ?? []))].join(', ').slice(0, 100)

/** The open panes as they would be kept. One that was never scrolled stands where its article was last read. */
function panesNow(texts: Props['texts']): LayoutPane[] {
  const { panes, positions, widths } = useSession.getState()
  return panes.map(({ id, articleId }, i) => ({
    articleId,
    position: positions[id] ?? texts[i]?.position ?? 0,
    ...(widths[id] === undefined ? {} : { width: widths[id] }),
  }))
}
