/** An example of a logistic regression: what it is judged by, whether it holds, how much it counts. */
export type Example = { features: readonly number[]; holds: boolean; weight: number }

/** Weights by feature, in their order, and the bias. */
export type Model = { weights: number[]; bias: number }

/** How strongly weights are held near 0, as a part of all examples' weight, on standardised features. */
const ridge = 1e-3
const rounds = 30

/** Fits a logistic regression by Newton's method on standardised features; the weights are for features as given. */
export function fitLogistic(examples: readonly Example[]): Model {
  const width = examples[0]?.features.length ?? 0
  const means = columns(width, (k) => mean(examples.map(({ features }) => features[k] ?? 0)))
  const deviations = columns(
    width,
    (k) => Math.sqrt(mean(examples.map(({ features }) => ((features[k] ?? 0) - (means[k] ?? 0)) ** 2))) || 1,
  )
  const rows = examples.map(({ features }) => [
    ...columns(width, (k) => ((features[k] ?? 0) - (means[k] ?? 0)) / (deviations[k] ?? 1)),
    1,
  ])
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  let solution = columns(width + 1, () => 0)
  for (let round = 0; round < rounds; round += 1) {
    const gradient = solution.map((value) => ridge * total * value)
    const curvature = solution.map((_, i) => solution.map((_, j) => (i === j ? ridge * total : 0)))
    for (const [e, row] of rows.entries()) {
      const { holds, weight } = examples[e] ?? { holds: false, weight: 0 }
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, k) => sum + value * (solution[k] ?? 0), 0)))
      for (let i = 0; i <= width; i += 1) {
        const x = row[i] ?? 0
        gradient[i] = (gradient[i] ?? 0) + weight * (p - (holds ? 1 : 0)) * x
        const line = curvature[i]
        if (line)
          for (let j = 0; j <= width; j += 1) line[j] = (line[j] ?? 0) + weight * p * (1 - p) * x * (row[j] ?? 0)
      }
    }
    const step = solve(curvature, gradient)
    solution = solution.map((value, k) => value - (step[k] ?? 0))
  }
  const weights = columns(width, (k) => (solution[k] ?? 0) / (deviations[k] ?? 1))
  const bias = (solution[width] ?? 0) - weights.reduce((sum, weight, k) => sum + weight * (means[k] ?? 0), 0)
  return { weights, bias }
}

const columns = (count: number, value: (k: number) => number): number[] =>
  Array.from({ length: count }, (_, k) => value(k))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Solves `matrix · x = right` by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  for (let k = 0; k < rows.length; k += 1) {
    const pivot = rows
      .slice(k)
      .reduce((best, row, i) => (Math.abs(row[k] ?? 0) > Math.abs(rows[best]?.[k] ?? 0) ? i + k : best), k)
    const [top, other] = [rows[k], rows[pivot]]
    if (!top || !other) continue
    rows[k] = other
    rows[pivot] = top
    for (const [i, row] of rows.entries()) {
      if (i === k) continue
      const factor = (row[k] ?? 0) / (other[k] ?? 1)
      for (let j = k; j < row.length; j += 1) row[j] = (row[j] ?? 0) - factor * (other[j] ?? 0)
    }
  }
  return rows.map((row, k) => (row.at(-1) ?? 0) / (row[k] ?? 1))
}
