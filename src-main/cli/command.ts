import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util'
import type { ExitStatus, Io } from './io'

/** Thrown where a command was called in a wrong way; the message says what is wrong. */
export class UsageError extends Error {}

/** Thrown where what a command was rightly asked for can't be done; the message says why. */
export class NotDone extends Error {}

type Options = Record<string, ParseArgsOptionDescriptor>

/** What was given: positional arguments, and options by name. */
export type Given = { words: string[]; text: (option: string) => string | undefined; flag: (option: string) => boolean }

export type Command = {
  name: string
  /** What follows the name, as help shows it. */
  usage: string
  summary: string
  /** More lines of help: options and the JSON shape. */
  details: readonly string[]
  options: Options
  /** Numbers of positional arguments that are allowed. */
  words: { least: number; most: number }
  run: (given: Given, io: Io) => Promise<ExitStatus>
}

/** Options that every command knows. */
const common: Options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }

/** @throws UsageError */
export function parseGiven(command: Command, args: readonly string[]): Given {
  const { values, positionals: words } = parsed(command, args)
  const given: Given = {
    words,
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    flag: (option) => values[option] === true,
  }
  if (given.flag('help')) return given
  const { least, most } = command.words
  if (words.length < least) throw new UsageError(`${command.name}: ${missing(command, words.length)} is missing`)
  if (words.length > most) throw new UsageError(`${command.name}: too much: ${words.slice(most).join(' ')}`)
  return given
}

/** The positional argument that comes after so many, as the usage names it. */
function missing({ usage }: Command, given: number): string {
  const names = usage.replace(/ [[(]?--.*$/, '').split(' ')
  return names.filter((name) => name !== '|' && name !== '-')[given] ?? usage
}

function parsed(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { ...common, ...command.options }, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** @throws UsageError where the option was not given */
export function required(given: Given, option: string): string {
  const value = given.text(option)
  if (value === undefined || value === '') throw new UsageError(`--${option} is missing`)
  return value
}

/** A whole number from `least` on. @throws UsageError */
export function wholeNumber(text: string, what: string, least = 1): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || !Number.isSafeInteger(value)) {
    throw new UsageError(`${what} must be a whole number from ${least}: ${text}`)
  }
  return value
}

/** The help of one command. */
export const commandHelp = (command: Command): string =>
  [`collate ${command.name} ${command.usage}`, '', command.summary, '', ...command.details].join('\n')
