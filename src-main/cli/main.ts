import { ExpectedError } from '../domain/error'
import { addEventsCommand } from './add-events'
import { type Command, commandHelp, NotDone, parseGiven, UsageError } from './command'
import { compareCommand } from './compare'
import { correctCommand } from './correct'
import { datesCommand } from './dates'
import { demoCommand } from './demo'
import { exportCommand } from './export'
import { extractCommand } from './extract'
import { importCommand } from './import'
import { type ExitStatus, type Io, print } from './io'
import { failureOf, messageOf } from './messages'
import { originalCommand } from './original'
import { relatedCommand } from './related'
import { rulesCommand } from './rules'
import { searchCommand, tagCommand } from './search'
import { setCommand } from './set'
import { showCommand } from './show'
import { sourcesCommand } from './sources'
import { timelineCommand } from './timeline'
import { undoCommand } from './undo'

const commands: readonly Command[] = [
  importCommand,
  addEventsCommand,
  extractCommand,
  showCommand,
  setCommand,
  correctCommand,
  rulesCommand,
  datesCommand,
  searchCommand,
  tagCommand,
  compareCommand,
  relatedCommand,
  sourcesCommand,
  timelineCommand,
  exportCommand,
  originalCommand,
  undoCommand,
  demoCommand,
]

/**
 * The command line: results on standard output, progress and notes on standard error.
 * @param args without the program's own name
 */
export async function main(args: readonly string[], io: Io): Promise<ExitStatus> {
  const [name, ...rest] = args
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      await print(io, generalHelp())
      return name === undefined ? 2 : 0
    }
    const command = commands.find((one) => one.name === name)
    if (!command) throw new UsageError(`unknown command: ${name}`)
    const given = parseGiven(command, rest)
    if (!given.flag('help')) return await command.run(given, io)
    await print(io, commandHelp(command))
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      io.note(`${error.message}\nSee: collate ${commands.some((one) => one.name === name) ? `${name} ` : ''}--help`)
      return 2
    }
    if (error instanceof NotDone) {
      io.note(error.message)
      return 3
    }
    // Anything that is not expected is a bug, which its place in the code helps to find.
    if (error instanceof ExpectedError) io.note(messageOf(failureOf(error)))
    else io.note(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 3
  }
}

function generalHelp(): string {
  const width = Math.max(...commands.map((command) => command.name.length)) + 2
  return [
    'collate COMMAND …: read news articles, tag them, make a timeline and write a briefing note.',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}${command.summary}`),
    '',
    'collate COMMAND --help tells more. --json prints one JSON document on standard output, for several files one a line.',
    'Exit status: 0 done, 1 done in part, 2 wrong use, 3 failed, 130 stopped.',
  ].join('\n')
}
