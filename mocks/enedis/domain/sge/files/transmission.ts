import { dayNumber, later, weekday } from '../../../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../../../dialect/index.ts'
import type {
  Day,
  Direction,
  Publication,
  RecurrentFlow,
  Stage,
  State,
  SubscribedService,
} from '../../../model/index.ts'
import type { FlowArchive, Frequency } from '../../../views/index.ts'
import type { Days } from '../../daily.ts'
import { periodBefore } from '../../flows/period.ts'
import { idsIn } from '../../members.ts'
import { daysLater, parisDay } from '../../paris.ts'
import { lapseOf } from '../authorisations/authorisation.ts'
import { endOfService } from '../services/subscribed.ts'
import { archivesOf, type Batch } from './transmitted.ts'

/** R151 tells a day two mornings later, when others tell it the next one. Source: FLOWGUIDE, R151: day J at J+2. */
const lateBy = { R4: 0, R50: 0, R151: 1, R171: 0, R63: 0, R64: 0, R66: 0 } as const satisfies Record<
  RecurrentFlow,
  number
>

const frequencies = { P1D: 'Q', P7D: 'H', P1M: 'M' } as const satisfies Record<string, Frequency>

/**
 * The archives of a flow that are due now, one at least for each contract, direction and frequency. A service all of
 * whose days are told leaves the flow. Source: FLOWGUIDE, publication by subscription.
 */
export function archivesDue(state: State, flow: RecurrentFlow, house: EnedisHouse): FlowArchive[] {
  const today = daysLater(parisDay(house.now), -lateBy[flow])
  const batches = new Map<string, Batch>()
  for (const id of idsIn(state.index.transmittedBy[flow])) {
    const service = state.sge.subscriptions[id]
    if (service !== undefined && isEmitted(state, service)) gather(batches, service, { flow, today })
    if (service === undefined || isTold(service, today)) delete state.index.transmittedBy[flow]?.[id]
  }
  for (const { environment, parts } of batches.values()) {
    if (environment === 'production') noteLapses(state, parts, house)
  }
  return apart([...batches.values()].flatMap((batch) => archivesOf(state, batch, house)))
}

/** The journal tells of files that nobody's customer has agreed to any longer; one that is stopped already is on its way out. */
function noteLapses(state: State, parts: Batch['parts'], house: EnedisHouse): void {
  for (const { service } of parts) {
    const lapse = service.stopped === null ? lapseOf(state, service, house.now) : undefined
    if (lapse !== undefined) house.note({ level: 'warning', ...lapse, says: `A file was sent on. ${lapse.says}` })
  }
}

/** Archives of R4x are named by recipient and second: those of a second contract are made a second later. */
function apart(archives: FlowArchive[]): FlowArchive[] {
  const before = new Map<string, number>()
  return archives.map((archive) => {
    if (archive.flow !== 'R4') return archive
    const name = `${archive.recipient} ${archive.frequency}`
    const seconds = before.get(name) ?? 0
    before.set(name, seconds + 1)
    return { ...archive, at: later(archive.at, `PT${seconds}S`) }
  })
}

/** Homologation emits nothing, unless a story says so; a contract that has ended brings nothing. Source: FAQ, homologation. */
function isEmitted({ sge }: State, { environment, contract }: SubscribedService): boolean {
  const isOn = environment === 'production' || sge.flowsInHomologation
  return isOn && sge.contracts[contract]?.state === 'active'
}

/** Puts a service with those that are told in the same archives. */
function gather(
  batches: Map<string, Batch>,
  service: SubscribedService,
  { flow, today }: { flow: RecurrentFlow; today: Day },
): void {
  for (const { periodicity, corrected, from, until } of publicationsOf(service)) {
    const frequency = frequencies[periodicity]
    if (!isDue(frequency, today)) continue
    const period = periodBefore(frequency, today)
    const days = within(period, {
      from: latest(from, daysOf(service).from),
      until: earliest(until, daysOf(service).last),
    })
    if (days.from >= days.until) continue
    const { contract, direction, environment } = service
    const stage = corrected ? 'BEST' : 'BRUT'
    const key = [contract, frequency, environment, ...apartBy(flow, { stage, direction })].join(' ')
    const batch = batches.get(key) ?? { flow, frequency, direction, contract, environment, period, parts: [] }
    if (batch.parts.at(-1)?.service.id === service.id) continue
    batch.parts.push({ service, stage, days, since: dayNumber(daysOf(service).from) })
    batches.set(key, batch)
  }
}

/** An archive of R4x holds both directions, each in files of its own; R50, R151 and R171 tell nothing as corrected. */
function apartBy(flow: RecurrentFlow, { stage, direction }: { stage: Stage; direction: Direction }): string[] {
  if (flow === 'R4') return [stage]
  return flow === 'R50' || flow === 'R151' || flow === 'R171' ? [direction] : [stage, direction]
}

/** In which ways a service is published: a service of the first family in one, which is its own. */
function publicationsOf(service: SubscribedService): Publication[] {
  const { publications, periodicity, corrected, from, until } = service
  return periodicity === null ? publications : [{ periodicity, corrected, from, until }]
}

function isDue(frequency: Frequency, today: Day): boolean {
  if (frequency === 'Q') return true
  return frequency === 'H' ? weekday(today) === 1 : today.endsWith('-01')
}

/** The days that a service is about: from the day on which it is ACTIF. Null: no last day yet. */
function daysOf(service: SubscribedService): { from: Day; last: Day | null } {
  const end = endOfService(service)
  // Of a day on which it is stopped nothing is told: it is not over.
  const last = end === null ? null : daysLater(parisDay(end), -1)
  return { from: latest(service.from, parisDay(service.activeAt)), last }
}

/** Whether a month that is over by a day holds a service's last day, so that no file to come has anything of it. */
function isTold(service: SubscribedService, today: Day): boolean {
  const { last } = daysOf(service)
  const slowest = Math.min(...publicationsOf(service).map(({ periodicity }) => untilOf(periodicity, today)))
  return last !== null && dayNumber(last) < slowest
}

const untilOf = (periodicity: Publication['periodicity'], today: Day) =>
  periodBefore(frequencies[periodicity], today).until

function within(period: Days, { from, until }: { from: Day; until: Day | null }): Days {
  const end = until === null ? period.until : Math.min(period.until, dayNumber(until) + 1)
  return { from: Math.max(period.from, dayNumber(from)), until: end }
}

const latest = (one: Day, other: Day) => (one > other ? one : other)
const earliest = (one: Day | null, other: Day | null) =>
  one === null || other === null ? (one ?? other) : one < other ? one : other
