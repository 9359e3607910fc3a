/** Rows of a list that are drawn, with one that stays wherever the list is scrolled to. @param index -1 for none */
export const withRow = (shown: number[], index: number): number[] =>
  index < 0 || shown.includes(index) ? shown : [...shown, index].sort((a, b) => a - b)
