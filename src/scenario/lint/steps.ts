import type { Card } from '../../contract/provider.ts'
import { didYouMean } from '../../ground/nearest.ts'
import { later } from '../../toolbox/calendar.ts'
import type { Step, UntilSpec } from '../scenario.ts'
import { stepSchemas, stepWords, type StepWord } from '../schema.ts'
import type { Path } from '../yaml.ts'
import { readAct } from './act.ts'
import { notGiven, type Cast } from './cast.ts'
import type { Report } from './report.ts'
import { checkEndpoint, checkNotice, readFault } from './settings.ts'

type Stage = { cast: Cast; cards: readonly Card[]; report: Report; start: string | undefined; zone: string }

/** The story's steps, each judged by what is known when its turn comes. */
export function readSteps(steps: unknown, stage: Stage): Step[] {
  if (!Array.isArray(steps)) return []
  const read: Step[] = []
  let now = stage.start
  for (const [index, raw] of steps.entries()) {
    const path = ['steps', index]
    const step = readStep(raw, path, { ...stage, coming: steps.slice(index + 1) })
    if (step === undefined) continue
    if (step.kind === 'clock') now = timeAfter(step.by, now, path, stage)
    read.push(step)
  }
  return read
}

/** What is known when a step's turn comes, and which steps are still to come. */
export type Moment = Stage & { coming: readonly unknown[] }

function readStep(raw: unknown, path: Path, moment: Moment): Step | undefined {
  const { report } = moment
  const word = wordOf(raw, path, report)
  if (word === undefined) return undefined
  const place = report.place(path)
  switch (word) {
    case 'customer':
    case 'utility':
      return readAct(word, raw, path, moment)
    case 'client': {
      const taken = report.take(stepSchemas.client, raw, path)
      return taken && { kind: 'client', ask: taken.client, ...(taken.with && { args: taken.with }), place }
    }
    case 'clock': {
      const taken = report.take(stepSchemas.clock, raw, path)
      return taken && { kind: 'clock', by: taken.clock, place }
    }
    case 'fault': {
      const { fault: spec, ...rest } = raw as { fault: unknown }
      for (const extra of Object.keys(rest))
        report.complain([...path, extra], `Unknown word "${extra}". ${didYouMean(extra, ['fault'])}`, 'key')
      const fault = readFault(spec, [...path, 'fault'], moment)
      return fault && { kind: 'fault', fault, place }
    }
    case 'until': {
      const taken = report.take(stepSchemas.until, raw, path)
      if (taken === undefined) return undefined
      checkEvent(taken.until, [...path, 'until'], moment)
      return { kind: 'until', event: taken.until as UntilSpec, within: taken.within, place }
    }
  }
}

/** The one word that says what kind of step it is. */
function wordOf(raw: unknown, path: Path, report: Report): StepWord | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    report.complain(path, `A step is a word with a value, such as "client: sync". Step words: ${stepWords.join(', ')}.`)
    return undefined
  }
  const words = Object.keys(raw)
  const [first, second] = stepWords.filter((word) => words.includes(word))
  if (second !== undefined)
    report.complain([...path, second], `A step does one thing. Make "${second}" a step of its own.`, 'key')
  if (first !== undefined) return second === undefined ? first : undefined
  const misspelt = words.find((word) => word !== 'with' && word !== 'within') ?? words[0] ?? ''
  report.complain([...path, misspelt], `Unknown step "${misspelt}". ${didYouMean(misspelt, stepWords)}`, 'key')
  return undefined
}

function checkEvent(
  event: Partial<Record<'call' | 'step' | 'notice' | 'provider', string | undefined>>,
  path: Path,
  { cast, cards, report }: Stage,
): void {
  if (event.provider !== undefined) {
    const says = notGiven(event.provider, cast, cards)
    if (says !== undefined) report.complain([...path, 'provider'], says)
  }
  const players = [...cast.values()].filter(
    ({ provider }) => event.provider === undefined || provider === event.provider,
  )
  if (players.length === 0) return
  if (event.call !== undefined) checkEndpoint(event.call, [...path, 'call'], players, report)
  if (event.notice !== undefined) checkNotice(event.notice, [...path, 'notice'], players, report)
  if (event.step === undefined) return
  const known = players.flatMap(({ provider, room }) =>
    Object.keys({ ...room.customer, ...room.utility }).map((name) => `${provider}.${name}`),
  )
  if (!known.includes(event.step))
    report.complain([...path, 'step'], `Unknown action "${event.step}". ${didYouMean(event.step, known)}`)
}

function timeAfter(by: string, now: string | undefined, path: Path, { report, zone }: Stage): string | undefined {
  if (now === undefined) return undefined
  const then = later(now, by, zone)
  if (then < now) report.complain([...path, 'clock'], `Time does not go back: it is ${now} by then.`)
  return then
}
