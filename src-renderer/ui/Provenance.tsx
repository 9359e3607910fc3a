import {
  CircleDashed,
  Database,
  FileText,
  Link,
  ListEnd,
  Newspaper,
  ScanText,
  Scissors,
  Tag,
  User,
  WandSparkles,
} from 'lucide-react'
import type { Sourced } from '../../src-main/domain/origin'
import './provenance.css'

const icons = {
  line: FileText,
  paragraph: ListEnd,
  removed: Scissors,
  element: Tag,
  record: Database,
  address: Link,
  file: FileText,
  outlet: Newspaper,
  text: ScanText,
  researcher: User,
} as const

function iconOf({ origin, evidence }: Sourced) {
  if (origin === 'none') return CircleDashed
  if (origin === 'researcher') return User
  return evidence ? icons[evidence.kind] : origin === 'file' ? FileText : WandSparkles
}

/**
 * The line under a value: icon, where it came from, how sure it is. `words` are the translated origin and confidence;
 * the quoted evidence shows on hover.
 */
export function Provenance({ sourced, words }: { sourced: Sourced; words: { origin: string; confidence: string } }) {
  const Icon = iconOf(sourced)
  const unsure = sourced.confidence === 'unsure' || sourced.confidence === 'none'
  return (
    <div className="from" title={sourced.evidence?.quote || words.origin}>
      <Icon />
      <span className="trunc">
        <bdi>{words.origin}</bdi>
      </span>
      <span className={`conf ${unsure ? 'lo' : ''}`}>{words.confidence}</span>
    </div>
  )
}
