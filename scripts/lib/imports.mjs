import path from 'node:path'

/**
 * One row of the import table. `in`: the folder, or file without extension, that the rule is about; `*` stands for one name.
 * `folders`: what it may import besides itself. `types`: what it may import as types alone.
 * `packages`: names, `*` and `name*`; `!` takes away.
 * @typedef {{ in: string, folders: string[], types?: string[], packages: string[] }} Rule
 */
/** @typedef {{ rules: Rule[], lines: Record<string, number> }} Table */
/** @typedef {{ specifier: string, typeOnly: boolean, line: number }} Import */

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[\w$*{][^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/gm
const call = /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g

/** What a source file imports. @param {string} text @returns {Import[]} */
export function importsOf(text) {
  /** @param {number} at */
  const lineAt = (at) => text.slice(0, at).split('\n').length
  return [
    ...[...text.matchAll(statement)].map((match) => ({
      specifier: match[2] ?? '',
      typeOnly: match[1] !== undefined,
      line: lineAt(match.index + match[0].length),
    })),
    ...[...text.matchAll(call)].map((match) => ({
      specifier: match[1] ?? '',
      typeOnly: false,
      line: lineAt(match.index),
    })),
  ]
}

/** Whether a path without extension is the named file, or lies in the named folder. @param {string} file @param {string} place */
function isWithin(file, place) {
  const names = file.split('/')
  return place.split('/').every((name, at) => (name === '*' ? names[at] !== undefined : names[at] === name))
}

/** The rule about a file: of those that hold it, the one that names its place most closely. @param {Rule[]} rules @param {string} file */
function ruleFor(rules, file) {
  return rules
    .filter((rule) => isWithin(file, rule.in))
    .sort((a, b) => b.in.split('/').length - a.in.split('/').length)[0]
}

/** The very place that a rule holds for, with `*` filled in. @param {Rule} rule @param {string} file */
const ownPlace = (rule, file) => file.split('/').slice(0, rule.in.split('/').length).join('/')

/** @param {string[]} patterns @param {string} name */
function packageAllowed(patterns, name) {
  /** @param {string} pattern */
  const matches = (pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern || name.startsWith(`${pattern}/`)
  return (
    patterns.some((pattern) => !pattern.startsWith('!') && matches(pattern)) &&
    !patterns.some((pattern) => pattern.startsWith('!') && matches(pattern.slice(1)))
  )
}

/** @param {string} file */
const withoutExtension = (file) => file.replace(/\.[cm]?[jt]sx?$/, '')

/**
 * What is wrong with one file's imports.
 * @param {Rule[]} rules
 * @param {string} file its path from the repository's folder, with forward slashes
 * @param {string} text
 * @returns {string[]} one line for each problem
 */
export function importProblems(rules, file, text) {
  const place = withoutExtension(file)
  const rule = ruleFor(rules, place)
  if (rule === undefined) return [`${file}: no rule says what this place may import`]
  return importsOf(text)
    .filter(({ specifier, typeOnly }) => {
      if (!specifier.startsWith('.')) return !packageAllowed(rule.packages, specifier)
      const target = withoutExtension(path.posix.join(path.posix.dirname(place), specifier.replace(/\?.*$/, '')))
      const allowed = [ownPlace(rule, place), ...rule.folders, ...(typeOnly ? (rule.types ?? []) : [])]
      return !allowed.some((folder) => isWithin(target, folder))
    })
    .map(({ specifier, line }) => `${file}:${line}: ${rule.in} may not import ${specifier}`)
}

/**
 * What is wrong with one file's length.
 * @param {Record<string, number>} limits lines by top folder
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function lengthProblems(limits, file, text) {
  const limit = limits[file.split('/')[0] ?? '']
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  return limit !== undefined && lines > limit ? [`${file}: ${lines} lines, more than ${limit}`] : []
}
