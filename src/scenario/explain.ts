import { settingsOf } from '../contract/dialect.ts'
import { faultKinds, type FaultSpec } from '../contract/fault.ts'
import type { LimitSetting } from '../contract/limit.ts'
import { camelCase, parseGiven, type Card, type Room } from '../contract/provider.ts'
import { instantMs } from '../ground/clock.ts'
import { later } from '../toolbox/calendar.ts'
import type { DialectSetting, Scenario, Step } from './scenario.ts'
import { describeEvent } from './until.ts'

/** Tells what will happen in a story and when, in plain sentences, before anything runs. */
export async function explainScenario(scenario: Scenario, cards: readonly Card[]): Promise<string> {
  const rooms = new Map<string, Room>()
  for (const card of cards) {
    const provider = camelCase(card.id)
    if (Object.hasOwn(scenario.given, provider)) rooms.set(provider, (await card.open()).room)
  }
  const { id, title, source, clock } = scenario
  const settings = [...rooms].flatMap(([provider, room]) => [
    ...dialectLines(provider, room, scenario.dialect[provider]),
    ...limitLines(provider, scenario.limits[provider]),
  ])
  return [
    [id, title, `Source: ${source}`],
    [`It is ${local(clock.start, clock.zone)} (${clock.zone}) when the story begins.`],
    [...rooms].flatMap(([provider, room]) => givenLines(provider, room, scenario.given[provider])),
    settings,
    scenario.faults.map((fault) => `From the start, ${faultSentence(fault)}.`),
    stepLines(scenario, rooms),
  ]
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => `${paragraph.join('\n')}\n`)
    .join('\n')
}

function givenLines(provider: string, room: Room, part: unknown): string[] {
  const known = Object.entries(room.known(parseGiven(room, part))).filter(([, names]) => names.length > 0)
  if (known.length === 0) return [`${provider} begins with nothing but you.`]
  return [`${provider} begins with:`, ...known.map(([noun, names]) => `  ${noun}: ${shortest(names).join(', ')}`)]
}

/** `tower.power` goes without saying where `power` is said. */
function shortest(names: readonly string[]): string[] {
  return names.filter((name) => !names.some((other) => name.endsWith(`.${other}`)))
}

function dialectLines(provider: string, { dialect }: Room, setting?: DialectSetting): string[] {
  const usual = settingsOf(dialect)
  const chosen = { ...settingsOf(dialect, setting?.preset), ...setting?.switches }
  const changed = Object.entries(chosen).filter(([name, value]) => value !== usual[name])
  const named = setting?.preset === undefined ? '' : ` (preset ${setting.preset})`
  if (changed.length === 0) return [`${provider} answers as it does by default${named}.`]
  return [
    `${provider} answers differently from the default${named}:`,
    ...changed.map(([name, value]) =>
      `  ${name}: ${value} instead of ${usual[name]}. ${dialect.switches[name]?.question ?? ''}`.trimEnd(),
    ),
  ]
}

function limitLines(provider: string, limits: Record<string, LimitSetting> = {}): string[] {
  return Object.entries(limits).map(([name, setting]) => `${provider} limit ${name}: ${spelledArgs(setting)}.`)
}

/** Every step at its own time: time moves only where a step says so. */
function stepLines({ steps, clock: { start, zone } }: Scenario, rooms: ReadonlyMap<string, Room>): string[] {
  const lines: string[] = []
  const clientsFirst = steps.findIndex(({ kind }) => kind === 'client')
  let now = start
  for (const [index, step] of steps.entries()) {
    if (index === clientsFirst)
      lines.push('    --- up, npm start and startSandbox play to here; play and check go on ---')
    const then = step.kind === 'clock' ? later(now, step.by, zone) : now
    const [said = '', ...more] = sentences(step, rooms, local(then, zone))
    lines.push(`${String(index + 1).padStart(2)}. ${local(now, zone)}  ${said}`, ...more.map((line) => `      ${line}`))
    now = then
  }
  if (steps.length === 0) lines.push('Nothing happens by itself: the world is yours.')
  else if (clientsFirst === -1) lines.push('    --- up, npm start and startSandbox play all of it ---')
  return lines
}

function sentences(step: Step, rooms: ReadonlyMap<string, Room>, then: string): string[] {
  switch (step.kind) {
    case 'customer':
    case 'utility': {
      const title = rooms.get(step.provider)?.[step.kind][step.action]?.title ?? ''
      const args = spelledArgs(step.args)
      return [
        `${step.kind}: ${actorOf(step)} ${title}.`,
        `${step.provider}.${step.action}${args === '' ? '' : ` with ${args}`}`,
      ]
    }
    case 'client':
      return [
        `client: the client under test is asked to "${step.ask}".`,
        ...(step.args ? [`with ${spelledArgs(step.args)}`] : []),
      ]
    case 'clock':
      return [`clock: time moves on to ${then}, and what is due on the way happens.`]
    case 'fault':
      return [`fault: from now on, ${faultSentence(step.fault)}.`]
    case 'until':
      return [`until: the story waits for a ${describeEvent(step.event)}, at most ${step.within} of real time.`]
  }
}

/** Titles of actions say what someone does; `as` says who. */
function actorOf({ kind, args }: Extract<Step, { kind: 'customer' | 'utility' }>): string {
  if (kind === 'utility') return 'the provider'
  if (args['as'] === 'you') return 'your colleague'
  return typeof args['as'] === 'string' ? args['as'] : 'someone'
}

/** A fault as a clause: "the next 3 calls of meterShare.*: the answer comes later (PT2S)". */
function faultSentence(fault: FaultSpec): string {
  const { on, provider, caller, chance, kind, refusal, delay, at, loses } = fault
  const whose = [provider, caller && `caller ${caller}`].filter(Boolean).join(', ')
  const odds = chance === undefined ? '' : `, each with a chance of ${chance}`
  const place = at === undefined ? '' : `at ${at}`
  const details = [refusal, delay, place, loses && `the ${loses} is lost`].filter(Boolean).join(', ')
  return `${howMany(fault)} of ${on}${whose && ` (${whose})`}${odds}: ${faultKinds[kind]}${details && ` (${details})`}`
}

function howMany({ times, after }: FaultSpec): string {
  const calls = times === 'always' ? 'every call' : times === 1 ? 'the next call' : `the next ${times} calls`
  return after === 0 ? calls : `${calls} (${after} let through first)`
}

function spelledArgs(args: object): string {
  return Object.entries(args)
    .map(([word, value]) => `${word} ${spelledValue(value)}`)
    .join(', ')
}

function spelledValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelledValue).join(', ')}]`
  if (typeof value === 'object' && value !== null) return `{ ${spelledArgs(value)} }`
  return String(value)
}

function local(instant: string, zone: string): string {
  const day = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short' })
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return `${day.format(instantMs(instant))} ${time.format(instantMs(instant))}`
}
