import type { Command } from 'commander'
import { faultKinds } from '../contract/fault.ts'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { columns, count, say } from './terminal.ts'
import { readWords } from './words.ts'

const examples = `
Examples:
  $ wattproof faults arm 'meter*' delay delay=PT2S times=3
  $ wattproof faults arm meterShare.answer reset loses=answer
                                               the provider does the work, the client does not learn of it
  $ wattproof faults arm '*' refusal refusal=tooManyRequests chance=0.2 times=always
  $ wattproof faults arm packageReady late by=PT6H
                                               a notice, or a file, that goes out later
  $ wattproof faults list
  $ wattproof faults disarm                    all of them

Kinds:
${columns(Object.entries(faultKinds), '  ').join('\n')}

Words:
  times=N|always   how many suffer (1)              after=N      how many are let through first
  chance=0..1      how likely each call suffers     caller=NAME  only calls of this caller
  delay=PT2S       for delay and drip               at=0.5       for truncate, truncated: where it is cut
  refusal=NAME     for refusal                      loses=answer for drop, reset, html: the work is done
  by=PT6H          for late and twice        provider=NAME when several have the endpoint`

type Fault = { id: string; on: string; kind: string; times: number | 'always'; seen: number; fired: number }

export function define(command: Command): void {
  command.description('Arms trouble for calls to come, lists it, takes it away.').addHelpText('after', examples)
  command
    .command('arm')
    .description('arms trouble for calls and notices to come')
    .argument('<endpoint>', 'the endpoint that suffers, or the kind of notice; * stands for anything')
    .argument('<kind>', Object.keys(faultKinds).join(', '))
    .argument('[words...]', 'more of it: times=3, delay=PT2S')
    .action((on: string, kind: string, words: string[], where: Where) =>
      arm({ ...readWords(words, spelling), on, kind }, where),
    )
  command.command('list').description('lists what is armed').action(list)
  command.command('disarm').description('takes trouble away').argument('[id]', 'only this one').action(disarm)
}

/** Which words are text whatever they look like. */
const spelling = {
  properties: { refusal: { type: 'string' }, caller: { type: 'string' }, provider: { type: 'string' } },
}

async function arm(fault: object, where: Where): Promise<void> {
  const { id } = await new Remote(where).send<{ id: string }>('POST', '/faults', fault)
  say(`Armed as ${id}.`)
}

async function list(where: Where): Promise<void> {
  const { faults } = await new Remote(where).get<{ faults: Fault[] }>('/faults')
  if (faults.length === 0) return say('No faults are armed.')
  const rows = faults.map(({ id, on, kind, times, fired, seen }) => {
    return [
      id,
      on,
      kind,
      `struck ${fired} of ${count(seen, 'call')}`,
      times === 'always' ? 'always' : `${times - fired} to come`,
    ]
  })
  say(...columns(rows))
}

async function disarm(id: string | undefined, where: Where): Promise<void> {
  const path = id === undefined ? '/faults' : `/faults/${encodeURIComponent(id)}`
  const { disarmed } = await new Remote(where).send<{ disarmed: number }>('DELETE', path)
  say(`Took ${count(disarmed, 'fault')} away.`)
}
