import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import {
  callsOf,
  callsIn,
  dueAt,
  everSaid,
  heldAt,
  isFailed,
  isForMeasures,
  isTroubled,
  named,
  nextSync,
  servingCalls,
  type Call,
} from './facts/index.ts'

const noData = check({
  id: 'enedis-data-connect/outcomes/no-data',
  title: 'takes 404 for no data yet, and asks again in its next run',
  requirement: 'DC-OUTCOME-1',
  level: 'must',
  remedy:
    '404 no_data_found says nothing about the consent: the day is not there, or not there yet. Ask again tomorrow.',
  when: (evidence) => measuresRefused(evidence, 'noData'),
  then: (evidence, call) => asksAgain(evidence, call, 'After 404, no data,'),
})

const noCurve = check({
  id: 'enedis-data-connect/outcomes/no-curve',
  title: 'has the daily values of a usage point whose curve was never activated',
  requirement: 'DC-OUTCOME-2',
  level: 'must',
  remedy: 'A curve is collected only once somebody has asked for it; daily energy is there all the same.',
  when: (evidence) => measuresRefused(evidence, 'noData').filter(({ kind }) => kind === 'curve'),
  then: (evidence, call) => {
    const { usagePoint } = call
    const curve = callsOf(evidence).some(
      (one) => one.id < call.id && one.kind === 'curve' && one.usagePoint === usagePoint && one.heard,
    )
    const until = Math.max(call.turn?.until ?? 0, nextSync(evidence, call)?.until ?? 0)
    if (curve || !isHeldAfter(evidence, call)) return []
    const daily = callsOf(evidence).find(
      (one) => one.kind === 'daily' && one.usagePoint === usagePoint && one.id <= until,
    )
    const says = `There is no curve of ${named(evidence, usagePoint ?? '')}; the client ${daily ? 'asked' : 'did not ask'} for its daily values.`
    return [{ holds: daily !== undefined, says, rests: daily ? [call, daily] : [call] }]
  },
})

const beforeCommissioning = check({
  id: 'enedis-data-connect/outcomes/before-commissioning',
  title: 'begins later when it asked for days before the meter was commissioned',
  requirement: 'DC-OUTCOME-3',
  level: 'must',
  remedy:
    'ADAM-ERR0123 is neither no data nor no consent: the window begins before history does. Move its start forward.',
  when: (evidence) => measuresRefused(evidence, 'beforeActivation'),
  then: (evidence, call) => {
    const next = nextSync(evidence, call)
    const until = Math.max(call.turn?.until ?? 0, next?.until ?? 0)
    if (!isHeldAfter(evidence, call)) return []
    const later = callsOf(evidence).find((one) => one.id > call.id && one.id <= until && isLaterStart(one, call))
    const says = `Told that ${call.from} is before the meter was commissioned, the client ${later ? `asked from ${later.from} on` : 'asked for no later day'}.`
    return [{ holds: later !== undefined, says, rests: later ? [call, later] : [call] }]
  },
})

const notAgain = check({
  id: 'enedis-data-connect/outcomes/not-again-before-commissioning',
  title: 'remembers where history begins, and asks in no later run for days before that',
  requirement: 'DC-OUTCOME-4',
  level: 'must',
  remedy: 'Keep the first day that was answered for each usage point, and do not go back beyond it.',
  when: (evidence) => measuresRefused(evidence, 'beforeActivation'),
  then: (evidence, call) => {
    const next = nextSync(evidence, call)
    if (next === undefined) return []
    const again = callsOf(evidence).filter(
      (one) => one.id >= next.id && isSameSeries(one, call) && one.refusal === 'beforeActivation',
    )
    const says = `After the refusal of ${call.from} the client asked ${again.length} times for days before commissioning in later runs.`
    return [{ holds: again.length === 0, says, rests: [call, ...again] }]
  },
})

/** What a client may meet, and a person would do something else about each. */
const classes = [
  ['no consent', ({ refusal }: Call) => refusal === 'noConsent'],
  ['no data', ({ refusal }: Call) => refusal === 'noData'],
  ['before commissioning', ({ refusal }: Call) => refusal === 'beforeActivation'],
  ['trouble at Enedis', (call: Call) => isFailed(call)],
] as const
type Met = { decision: string; what: string; turn: { id: number } }

const toldApart = check({
  id: 'enedis-data-connect/outcomes/told-apart',
  title: 'tells no consent, no data, days before commissioning and trouble apart',
  requirement: 'DC-OUTCOME-5',
  level: 'must',
  needs: 'words',
  remedy:
    'Each asks for something else: a new consent, patience, a later start, another try. Do not give them one name.',
  when: (evidence) => [decisionsMet(evidence)].filter((met) => new Set(met.map(({ what }) => what)).size > 1),
  then: (_, met) => {
    const alike = met.flatMap((one) => {
      const other = met.find(({ decision, what }) => decision === one.decision && what !== one.what)
      return other === undefined ? [] : [{ one, other }]
    })
    const [first] = alike
    const says = first
      ? `The client says "${first.one.decision}" of ${first.one.what} and of ${first.other.what} alike.`
      : `The client has a name of its own for each of ${[...new Set(met.map(({ what }) => what))].join(', ')}.`
    return [{ holds: first === undefined, says, rests: first ? [first.one.turn, first.other.turn] : [] }]
  },
})

/** What a client makes of it that there is nothing for it. */
export const outcomes: readonly Check[] = [noData, noCurve, beforeCommissioning, notAgain, toldApart]

function measuresRefused(evidence: Evidence, refusal: string): Call[] {
  const refused = callsOf(evidence).filter((call) => isForMeasures(call) && call.refusal === refusal && call.answered)
  return refused.filter((call, index) => {
    const first = refused.findIndex((one) => one.turn === call.turn && isSameSeries(one, call))
    return first === index
  })
}

function isSameSeries(one: Call, other: Call): boolean {
  return one.usagePoint === other.usagePoint && one.kind === other.kind && one.direction === other.direction
}

/** A request for the same, from a later day on, that was not turned down for the same reason. */
function isLaterStart(one: Call, call: Call): boolean {
  return isSameSeries(one, call) && (one.from ?? '') > (call.from ?? '') && one.refusal !== 'beforeActivation'
}

function isHeldAfter(evidence: Evidence, { usagePoint, turn }: Call): boolean {
  if (turn === undefined) return false
  return heldAt(evidence, { id: turn.until, at: turn.at }).some((one) => one.usagePoint === usagePoint)
}

function asksAgain(evidence: Evidence, call: Call, after: string) {
  const { usagePoint = '' } = call
  const next = nextSync(evidence, call)
  if (next === undefined || isTroubled(evidence, next)) return []
  if (!dueAt(evidence, next).some((one) => one.usagePoint === usagePoint)) return []
  const calls = servingCalls(evidence, next, usagePoint)
  const says = `${after} the client asked ${calls.length} times for data of ${named(evidence, usagePoint)} in its next run.`
  return [{ holds: calls.length > 0, says, rests: calls.length > 0 ? [call, ...calls.slice(0, 1)] : [call, next] }]
}

/** Each decision about a usage point of which one thing was met in that turn. */
function decisionsMet(evidence: Evidence): Met[] {
  return everSaid(evidence, 'decisions').flatMap(({ turn, what: said }) =>
    said.flatMap(({ decision, usagePoint }) => {
      const calls = callsIn(evidence, turn).filter((call) => isForMeasures(call) && call.usagePoint === usagePoint)
      const met = classes.filter(([, isSo]) => calls.some(isSo)).map(([what]) => what)
      const [what] = met
      return (usagePoint ?? null) === null || what === undefined || met.length > 1 ? [] : [{ decision, what, turn }]
    }),
  )
}
