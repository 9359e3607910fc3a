/** Read: looking for words in the open texts. */
export const find = {
  region: 'Find in the text',
  here: 'Find in this article',
  everywhere: 'Find in all panes',
  allPanes: 'All panes',
  count: '{{at}} of {{total}}',
  found_zero: 'Not found',
  found_one: '{{number}} found',
  found_other: '{{number}} found',
  close: 'Close and go back to the text',
} as const
