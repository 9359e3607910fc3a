import { Check, ChevronDown, ChevronUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ArticleText, TagRow } from '../../../../src-main/contract/types'
import { CommandButton, useCommandTitle } from '../../../commands/CommandButton'
import type { CommandId } from '../../../commands/commands'
import { chordText } from '../../../commands/keys'
import { isMac } from '../../../commands/platform'
import { runCommand } from '../../../commands/registry'
import { useAnswer } from '../../../data/queries'
import { languageName } from '../../../i18n/dates'
import { number, useText } from '../../../i18n/i18n'
import { Progress } from '../../../ui/Progress'
import { readBlocks } from '../blocks'
import { tagMarks } from '../tag-marks'
import { focusActive } from '../use-reader'
import { useLinks, usePlaceWords } from './context'
import { DrawLine } from './DrawLine'
import { useHand } from './hand'
import './links.css'
import { isSamePlace } from './shared'
import { useLinkCommands } from './use-link-commands'
import { useTarget } from './use-target'
import { useVoices } from './use-voices'
import { type LinkView, useLinkView } from './view'

type Props = { text: ArticleText | null; tags: readonly TagRow[] }

/** What is marked in the texts, whether panes scroll together, and the way through what the articles share. */
export function LinkBar({ text, tags }: Props) {
  const t = useText()
  const titleOf = useCommandTitle()
  useLinkCommands()
  const [view] = useLinkView()
  const { articles, alignment, places, isPending } = useLinks()
  // The number of dates doesn't hold up what the articles share: both are worked out in one process.
  const isCompared = alignment !== null || !isPending
  const asked = text && isCompared ? { articleId: text.article.id } : null
  const dates = useAnswer('date.list', asked, { keepPrevious: true }).data ?? []
  const blocks = readBlocks(text?.blocks ?? [])
  const seen = dates.filter(({ start }) => blocks.some((b) => b.start <= start && start < b.start + b.text.length))
  const toggle = (
    name: keyof LinkView & ('shared' | 'onlyHere' | 'dates' | 'tags'),
    count: number | null,
    off = false,
  ) => (
    <Toggle
      id={`marks.${name}`}
      mark={name}
      isOn={view[name]}
      count={count}
      isOff={off}
      label={t(`reader.links.${name}`)}
    />
  )
  return (
    <div className="linkbars">
      <div className="rbar" role="toolbar" aria-label={t('reader.links.toolbar')}>
        {articles > 1 && (
          <>
            {toggle('shared', text && alignment ? (places.get(text.article.id)?.length ?? 0) : null)}
            {toggle('onlyHere', null, alignment !== null && alignment.compared.length === 0)}
          </>
        )}
        {toggle('dates', seen.length)}
        {toggle('tags', text ? tagMarks(text.passages, tags).length : null)}
        {articles > 1 && (
          <>
            <span className="vr" />
            <button
              type="button"
              className="sw"
              role="switch"
              aria-checked={view.sync}
              title={titleOf('sync.toggle')}
              onClick={() => runCommand('sync.toggle')}
            >
              <i />
              {t('reader.links.sync')}
            </button>
            <span className="grow" />
            {text && <Steps text={text} />}
          </>
        )}
      </div>
      <DrawLine />
    </div>
  )
}

type ToggleProps = {
  id: CommandId
  mark: string
  isOn: boolean
  count: number | null
  isOff: boolean
  label: string
}

function Toggle({ id, mark, isOn, count, isOff, label }: ToggleProps) {
  const t = useText()
  const titleOf = useCommandTitle()
  return (
    <button
      type="button"
      className="tog"
      aria-pressed={isOn}
      title={titleOf(id)}
      disabled={isOff}
      onClick={() => runCommand(id)}
    >
      <i className={`k ${mark}`} />
      {label}
      {count !== null && (
        <>
          <span className="n">{number(count)}</span>
          <span className="vh">{t('reader.links.inArticle')}</span>
        </>
      )}
    </button>
  )
}

/** Where the passage in hand stands among the shared ones of its article; or why there are none. */
function Steps({ text }: { text: ArticleText }) {
  const t = useText()
  const { alignment, isPending, isStopped, failure, places } = useLinks()
  const active = useHand((s) => s.active)
  const voicesOf = useVoices()
  const articleId = text.article.id
  if (isPending) return <Comparing />
  if (isStopped) return <NotCompared why="stopped" />
  if (failure) return <NotCompared why={failure.code === 'call/cancelled' ? 'cancelled' : 'failed'} />
  if (!alignment) return null
  if (!alignment.compared.includes(articleId)) {
    const language = text.article.metadata.language.value
    return (
      <Said>
        {language === null
          ? t('reader.links.noOtherUnknown')
          : t('reader.links.noOther', { language: languageName(language) })}
      </Said>
    )
  }
  const shared = places.get(articleId) ?? []
  if (shared.length === 0) return <Said>{t('reader.links.none')}</Said>
  const at = active ? shared.findIndex((place) => isSamePlace(place, active.place)) : -1
  return (
    <>
      {active && at >= 0 && <span className="q voices-line">{voicesOf(active.place).counted}</span>}
      <Target />
      <span className="q steps-name">{t('reader.links.passage')}</span>
      <CommandButton id="link.previous" className="s quiet" iconOnly icon={<ChevronUp className="s14" />} />
      <b className="step">{t('reader.links.at', { at: at < 0 ? '–' : at + 1, total: shared.length })}</b>
      <CommandButton id="link.next" className="s quiet" iconOnly icon={<ChevronDown className="s14" />} />
    </>
  )
}

/** That the articles are compared, what waits for it, and a way to stop it. */
function Comparing() {
  const t = useText()
  const { stop } = useLinks()
  const waits = useHand((s) => (s.printWanted && 'print') || (s.listWanted && 'list'))
  return (
    <>
      <Progress
        label={t(waits ? `reader.links.comparingFirst.${waits}` : 'reader.links.comparing')}
        done={0}
        total={0}
      />
      <button
        type="button"
        className="btn s stop"
        title={t('reader.links.stopTitle', { key: chordText('Escape', isMac()) })}
        onClick={() => {
          stop()
          useHand.setState({ printWanted: false, listWanted: false })
          focusActive()
        }}
      >
        {t('reader.links.stop')}
      </button>
    </>
  )
}

/** Why the articles are not compared, and a way to have it done. */
function NotCompared({ why }: { why: 'stopped' | 'cancelled' | 'failed' }) {
  const t = useText()
  const { retry } = useLinks()
  return (
    <Said>
      {t(`reader.links.${why}`)}{' '}
      <button
        type="button"
        className="btn s"
        onClick={() => {
          retry()
          focusActive()
        }}
      >
        {t(why === 'failed' ? 'reader.links.again' : 'reader.links.compare')}
      </button>
    </Said>
  )
}

/** The counterpart that keys decide about, by its place. */
function Target() {
  const t = useText()
  const { nameOf } = usePlaceWords()
  const target = useTarget()
  if (!target) return null
  return (
    <fieldset className="target" aria-label={t('reader.links.target', { place: nameOf(target.place) })}>
      <bdi>{nameOf(target.place)}</bdi>
      <CommandButton id="link.confirm" className="s quiet" iconOnly icon={<Check className="s14" />} />
      <CommandButton id="link.reject" className="s quiet" iconOnly icon={<X className="s14" />} />
    </fieldset>
  )
}

const Said = ({ children }: { children: ReactNode }) => (
  <span className="q said" role="status">
    {children}
  </span>
)
