/** What is dragged within the window: articles of the table, or an open pane. Nothing of it leaves the app. */
const articles = 'application/x-collate-articles'
const pane = 'application/x-collate-pane'

export function carryArticles(transfer: DataTransfer, articleIds: readonly number[]): void {
  transfer.setData(articles, articleIds.join())
  transfer.effectAllowed = 'copy'
}

export function carryPane(transfer: DataTransfer, id: number): void {
  transfer.setData(pane, String(id))
  transfer.effectAllowed = 'move'
}

/** What is being dragged, known before it is dropped. */
export const carried = ({ types }: DataTransfer): 'articles' | 'pane' | null =>
  types.includes(articles) ? 'articles' : types.includes(pane) ? 'pane' : null

const numbersIn = (transfer: DataTransfer, type: string): number[] =>
  transfer
    .getData(type)
    .split(',')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0)

/** The articles that were dropped. */
export const droppedArticles = (transfer: DataTransfer): number[] => numbersIn(transfer, articles)

/** The pane that was dropped. */
export const droppedPane = (transfer: DataTransfer): number | null => numbersIn(transfer, pane)[0] ?? null
