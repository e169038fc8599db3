import type { Command } from 'commander'
import { UsageError } from './errors.ts'
import { positive, type Where } from './options.ts'
import { Remote } from './remote.ts'
import { say } from './terminal.ts'
import { localTime, modeInWords } from './time.ts'

const examples = `
Examples:
  $ wattproof clock                            what time it is in the world, and what is due next
  $ wattproof clock +P1D                       a day later; whatever is due on the way happens
  $ wattproof clock 2026-04-01T09:00:00-04:00  on to that instant
  $ wattproof clock --frozen                   time stands still until you move it
  $ wattproof clock --speed 60                 a minute passes in a second`

type Clock = {
  now: string
  zone: string
  mode: 'frozen' | 'flowing' | { scaled: number }
  next: { at: string; action: string } | null
}
type Options = Where & { frozen?: true; flowing?: true; speed?: number }

export function define(command: Command): void {
  command
    .description('Tells the time of a world, moves it on, or changes how it passes. Time never goes back by this.')
    .argument('[by]', 'a duration (+PT15M, +P1D, +P13M) or an instant with its offset')
    .option('--frozen', 'let time stand still')
    .option('--flowing', 'let time flow as yours does')
    .option('--speed <times>', 'let time flow so many times as fast', positive)
    .addHelpText('after', examples)
    .action((by: string | undefined, options: Options) => clock(by, options))
}

async function clock(by: string | undefined, options: Options): Promise<void> {
  const sandbox = new Remote(options)
  const mode = modeAsked(options)
  if (mode !== undefined) await sandbox.send('PUT', '/clock/mode', { mode })
  if (by !== undefined) await sandbox.send('POST', '/clock/advance', { by })
  const { now, zone, next, ...time } = await sandbox.get<Clock>('/clock')
  say(`${now}  ${localTime(now, zone)} in ${zone}; time ${modeInWords(time.mode)}.`)
  if (next) say(`Next is ${next.action}, due ${localTime(next.at, zone)}.`)
}

function modeAsked({ frozen, flowing, speed }: Options): Clock['mode'] | undefined {
  const asked = [frozen && 'frozen', flowing && 'flowing', speed && { scaled: speed }].filter(Boolean)
  if (asked.length > 1) throw new UsageError('Time passes in one way: choose one of --frozen, --flowing and --speed.')
  return asked[0] as Clock['mode'] | undefined
}
