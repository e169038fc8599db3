import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { type Call, callsOf, daysLater, named, nextSync, pacificDay, smoothSyncs, syncs } from './facts/index.ts'
import { currentAgreements } from './facts/days.ts'
import { toldOf } from './facts/readings.ts'
import { askedIn, instantOf } from './facts/windows.ts'
import { noneOf } from './none-of.ts'

const bounds = ['published-min', 'published-max', 'updated-min', 'updated-max'] as const

const spelling = noneOf(
  {
    id: 'pge/dates/spelling',
    title: 'spells times in Zulu, or in epoch seconds',
    requirement: 'PGE-DATE-1',
    remedy: 'Write 2026-03-02T08:00:00Z: no offset, no fractions, no day alone.',
  },
  dated,
  (_, call) => boundsOf(call).some(({ value }) => !/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z|\d{9,11})$/.test(value)),
  'spelled a time in another way',
)

const ordered = noneOf(
  {
    id: 'pge/dates/ordered',
    title: 'asks for times that end after they begin',
    requirement: 'PGE-DATE-2',
    remedy: 'published-min is the earlier of both, published-max the later.',
  },
  dated,
  (_, { query }) =>
    ['published', 'updated'].some((by) => {
      const [min, max] = [instantOf(query.get(`${by}-min`) ?? ''), instantOf(query.get(`${by}-max`) ?? '')]
      return min !== undefined && max !== undefined && min > max
    }),
  'asked for a time that ends before it begins',
)

const notMixed = noneOf(
  {
    id: 'pge/dates/not-mixed',
    title: 'asks by the time of the data or by when it changed, never by both',
    requirement: 'PGE-DATE-3',
    remedy: 'Send published-min and -max, or updated-min and -max: both in one request are refused.',
  },
  dated,
  (_, { query }) => ['published', 'updated'].every((by) => query.has(`${by}-min`) || query.has(`${by}-max`)),
  'asked by both',
)

const notInFuture = noneOf(
  {
    id: 'pge/dates/not-in-future',
    title: 'asks for nothing that is still to come',
    requirement: 'PGE-DATE-4',
    level: 'should',
    needs: 'own clock',
    remedy: 'End windows now: some utilities refuse a published-max to come. If your clock was not shifted, shift it.',
  },
  dated,
  (_, call) => boundsOf(call).some(({ name, value }) => name.endsWith('-max') && (instantOf(value) ?? '') > call.at),
  'asked for times still to come',
)

/** A usage point of which readings were told, asked for again in a later run. */
type Return = { turn: Turn; usagePoint: string; calls: readonly Call[]; before: readonly Call[] }

/** In days. Whoever was away for longer may begin anew. */
const longestAbsence = 35

const noDayBetween = check({
  id: 'pge/dates/no-day-between',
  title: 'leaves no day out between what it asks for in one run and in the next',
  requirement: 'PGE-DATE-5',
  level: 'must',
  remedy:
    'Remember for each usage point what came last, and begin there: a window without dates is yesterday only, and one that begins after midnight skips that day.',
  when: returns,
  then: (evidence, { turn, usagePoint, calls, before }) => {
    const known = [...toldOf(evidence).days.values()].filter(
      (day) => day.usagePoint === usagePoint && day.tellings.some(({ call }) => call.id < turn.id),
    )
    const last = known
      .map(({ day }) => day)
      .sort()
      .at(-1)
    if (last === undefined || daysLater(last, longestAbsence) < pacificDay(turn.at)) return []
    const next = daysLater(last, 1)
    const lastAsked = before.at(-1)?.at ?? ''
    const windows = calls.flatMap((call) => askedIn(call) ?? [])
    const holds = windows.some(({ by, from = '', first }) => (by === 'updated' ? from <= lastAsked : first <= next))
    const says = `The last day known of ${named(evidence, usagePoint)} was ${last}; the next run ${holds ? 'went on from there' : 'began later'}.`
    return [{ holds, says, rests: [turn, ...calls] }]
  },
})

const corrections = check({
  id: 'pge/dates/asks-for-corrections',
  title: 'asks for what was corrected since it last asked, however old the day',
  requirement: 'PGE-DATE-6',
  level: 'must',
  remedy: 'Ask with updated-min since your last run, or fetch every daily package: corrections reach back three years.',
  when: (evidence) => correctionsOf(evidence),
  then: (evidence, { step, usagePoint, day }) => {
    const turn = nextSync(evidence, step)
    if (turn === undefined || !smoothSyncs(evidence).includes(turn)) return []
    if (!currentAgreements(evidence, turn).has(usagePoint)) return []
    const tellings = tellingsOf(evidence, usagePoint, day)
    const holds = tellings.some(({ call }) => call.id > step.id && call.id <= turn.until)
    const says = `${day} of ${named(evidence, usagePoint)} was corrected, and by the end of its next run the client was ${holds ? '' : 'not '}told.`
    return [{ holds, says, rests: [step, turn] }]
  },
})

const lateReadings = check({
  id: 'pge/dates/asks-for-late-readings',
  title: 'asks again for days whose readings come later than others',
  requirement: 'PGE-DATE-7',
  level: 'must',
  remedy:
    'Meters of large customers are read days later: keep asking for a day until it was told, or ask by updated-min.',
  when: (evidence) => lateDays(evidence),
  then: (evidence, { turn, usagePoint, day }) => {
    const told = tellingsOf(evidence, usagePoint, day).some(({ call }) => call.id <= turn.until)
    const says = `The readings of ${named(evidence, usagePoint)} for ${day} came late, and the client was ${told ? '' : 'not '}told of them.`
    return [{ holds: told, says, rests: [turn] }]
  },
})

export const dates: readonly Check[] = [
  ...[spelling, ordered, notMixed, notInFuture, noDayBetween, corrections, lateReadings],
]

function dated(evidence: Evidence): Call[] {
  return callsOf(evidence).filter(({ query }) => bounds.some((name) => query.has(name)))
}

function boundsOf({ query }: Call): { name: string; value: string }[] {
  return bounds.flatMap((name) => {
    const value = query.get(name)
    return value === null ? [] : [{ name, value }]
  })
}

/** Requests for the readings of one usage point. */
function readsOf(evidence: Evidence, turn: Turn): Call[] {
  return callsOf(evidence).filter(
    (call) => call.turn === turn && /^(usagePoint\.batch|intervalBlock\.list)$/.test(call.endpoint ?? ''),
  )
}

function returns(evidence: Evidence): Return[] {
  return smoothSyncs(evidence).flatMap((turn) => {
    const earlier = syncs(evidence).flatMap((one) => (one.id < turn.id ? readsOf(evidence, one) : []))
    const points = new Set(readsOf(evidence, turn).flatMap(({ usagePoint }) => usagePoint ?? []))
    return [...points].flatMap((usagePoint) => {
      const isTheirs = (call: Call) => call.usagePoint === usagePoint
      const before = earlier.filter((call) => isTheirs(call) && call.heard)
      return before.length === 0 ? [] : [{ turn, usagePoint, before, calls: readsOf(evidence, turn).filter(isTheirs) }]
    })
  })
}

function tellingsOf(evidence: Evidence, usagePoint: string, day: string) {
  const days = [...toldOf(evidence).days.values()].filter((one) => one.usagePoint === usagePoint && one.day === day)
  return days.flatMap(({ tellings }) => tellings)
}

/** Changes to readings of days that the client had been told of, one for each day. */
function correctionsOf(evidence: Evidence): { step: { id: number }; usagePoint: string; day: string }[] {
  const { meters } = evidence.present as { meters: Record<string, Meter> }
  const steps = evidence.journal.step().list()
  return steps.flatMap((step) => {
    const corrected = step.change.flatMap(({ path: [, , table], ...patch }) => {
      if (table !== 'corrections' || !('value' in patch)) return []
      const { meter, startsAt } = patch.value as { meter: string; startsAt: string }
      return [`${meters[meter]?.agreement} ${pacificDay(startsAt)}`]
    })
    return [...new Set(corrected)].flatMap((one) => {
      const [usagePoint = '', day = ''] = one.split(' ')
      const wasTold = tellingsOf(evidence, usagePoint, day).some(({ call }) => call.id < step.id)
      return wasTold ? [{ step, usagePoint, day }] : []
    })
  })
}

type Meter = { agreement: string; publishedAfterDays: number; installedOn: string }

/** Days that were asked for before their readings had come, and asked for early enough to be told by the last run. */
function lateDays(evidence: Evidence): { turn: Turn; usagePoint: string; day: string }[] {
  const turns = smoothSyncs(evidence)
  const turn = turns.at(-1)
  if (turn === undefined) return []
  const { meters } = evidence.present as { meters: Record<string, Meter> }
  const late = Object.values(meters).filter(({ publishedAfterDays }) => publishedAfterDays > 1)
  return late.flatMap(({ agreement, publishedAfterDays, installedOn }) => {
    const calls = turns
      .slice(0, -1)
      .flatMap((one) => readsOf(evidence, one).filter(({ usagePoint }) => usagePoint === agreement))
    const early = calls.flatMap((call) => {
      const asked = askedIn(call)
      return asked === undefined || asked.by === 'updated' ? [] : daysFrom(asked.first, asked.last)
    })
    const due = [...new Set(early)].filter(
      (day) => day >= installedOn && daysLater(day, publishedAfterDays + 1) <= pacificDay(turn.at),
    )
    return due.map((day) => ({ turn, usagePoint: agreement, day }))
  })
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = daysLater(day, 1)) days.push(day)
  return days
}
