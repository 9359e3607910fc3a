import type { ArticleText } from '../../../../src-main/contract/types'
import { labelAt } from '../blocks'
import type { FarStub, Stub } from './connectors'

type Texts = ReadonlyMap<number, ArticleText>

/** The paragraph that a stub leads to: "¶7". */
export const paragraphOf = ({ to }: Stub, texts: Texts): string =>
  `¶${labelAt(texts.get(to.place.articleId)?.blocks ?? [], to.place.start)}`

/** What stands on a stub: "¶7 ↓". */
export const stubWords = (stub: Stub, texts: Texts): string => `${paragraphOf(stub, texts)} ${stub.isBelow ? '↓' : '↑'}`

/** The numbers of the panes that a stub leads to, and on which side they are: "3 4 ›". */
export function farWords({ to, isRight }: FarStub, panes: readonly { id: number }[]): string {
  const numbers = to.map(({ pane }) => panes.findIndex(({ id }) => id === pane) + 1).sort((a, b) => a - b)
  return isRight ? `${numbers.join(' ')} ›` : `‹ ${numbers.join(' ')}`
}
