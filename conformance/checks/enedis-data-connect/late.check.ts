import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import {
  askedOf,
  daysLater,
  heldAt,
  isMorningAfter,
  isPublished,
  isTold,
  named,
  parisDay,
  servingCalls,
  smoothSyncs,
  toldOf,
  truth,
  type Call,
} from './facts/index.ts'

const afterNight = check({
  id: 'enedis-data-connect/windows/asks-again-in-the-morning',
  title: 'asks in the morning for what was not yet published at night',
  requirement: 'DC-WINDOW-8',
  level: 'must',
  remedy: 'Yesterday is published from about 08:00: a refusal or no data before that means later, not never.',
  when: (evidence) => smoothSyncs(evidence).filter((turn) => isMorningAfter(evidence, turn)),
  then: (evidence, turn) => {
    const today = parisDay(turn.at)
    return heldAt(evidence, turn).map(({ usagePoint }) => {
      const calls = servingCalls(evidence, turn, usagePoint)
      const asked = calls.find(({ until }) => until === today)
      const says = `At night yesterday’s data of ${named(evidence, usagePoint)} was not published; in the morning the client asked ${asked ? 'for it' : 'no more'}.`
      return { holds: asked !== undefined, says, rests: [turn, ...(asked ? [asked] : [])] }
    })
  },
})

const lateDays = check({
  id: 'enedis-data-connect/windows/asks-for-late-days',
  title: 'asks again for days that were missing, or not whole, until they have come',
  requirement: 'DC-WINDOW-10',
  level: 'must',
  remedy:
    'Nothing tells that a point is missing: count them, and ask again for some weeks for days that are not whole.',
  when: (evidence) => filledDays(evidence),
  then: (evidence, { usagePoint, day, filledAt, of }) => {
    const turn = smoothSyncs(evidence).find(({ at }) => at >= filledAt)
    if (turn === undefined || !wasAsked(evidence, { usagePoint, day, by: filledAt, of })) return []
    if (!heldAt(evidence, turn).some((one) => one.usagePoint === usagePoint)) return []
    const again = tellingsOf(evidence, { usagePoint, day, of }).find(({ at, id }) => at >= filledAt && id <= turn.until)
    const says = `What was missing of ${day} of ${named(evidence, usagePoint)} had come, and the client ${again ? 'asked for it again' : 'did not ask for it again'}.`
    return [{ holds: again !== undefined, says, rests: again ? [again] : [turn] }]
  },
})

const lateMeters = check({
  id: 'enedis-data-connect/windows/asks-for-late-meters',
  title: 'asks again for the days of a meter that is published later than others',
  requirement: 'DC-WINDOW-11',
  level: 'must',
  remedy: 'Some meters come a day later: a day is done when it was told, not when it was asked for.',
  when: (evidence) =>
    smoothSyncs(evidence)
      .filter((turn) => isPublished(evidence, turn))
      .slice(1),
  then: (evidence, turn) =>
    heldAt(evidence, turn).flatMap(({ usagePoint }) => {
      const { publishedAfterDays = 1 } = truth(evidence).after(turn).points[usagePoint] ?? {}
      const day = daysLater(parisDay(turn.at), -publishedAfterDays)
      if (publishedAfterDays < 2 || !wasAsked(evidence, { usagePoint, day, by: turn.at, of: 'everything' })) return []
      const told = isTold(evidence, usagePoint, day, { id: turn.until })
      const says = `${day} of ${named(evidence, usagePoint)} was published ${publishedAfterDays} days later, and the client was ${told ? '' : 'not '}told.`
      return [{ holds: told, says, rests: [turn] }]
    }),
})

/** What a client does about data that comes later than it asks. */
export const late: readonly Check[] = [afterNight, lateDays, lateMeters]

/** Points of the curve may be missing alone, which who reads no curves cannot know. */
type Missing = { usagePoint: string; of: 'curve' | 'everything' }
type Gap = Missing & { kind: string; from: string; filledAt: string | null }

/** Days of which something was missing that has come in since. */
function filledDays({ present }: Evidence): (Missing & { day: string; filledAt: string })[] {
  const { readingChanges } = present as { readingChanges: Record<string, Gap> }
  return Object.values(readingChanges).flatMap(({ kind, usagePoint, from, filledAt, of }) =>
    kind === 'gap' && filledAt !== null ? [{ usagePoint, day: parisDay(from), filledAt, of }] : [],
  )
}

function tellingsOf(evidence: Evidence, { usagePoint, day, of }: Missing & { day: string }): Call[] {
  const { curves, dailies } = toldOf(evidence)
  const ofCurves = [...curves.values()].filter((one) => one.usagePoint === usagePoint && one.day === day)
  const values = dailies.filter((one) => of === 'everything' && one.usagePoint === usagePoint && one.day === day)
  return [...ofCurves.flatMap(({ tellings }) => tellings.map(({ call }) => call)), ...values.map(({ call }) => call)]
}

/** Whether the client had asked for a day by a moment. */
function wasAsked(evidence: Evidence, { usagePoint, day, by, of }: Missing & { day: string; by: string }): boolean {
  return askedOf(evidence).some(
    ({ call, from, until }) =>
      call.usagePoint === usagePoint &&
      (of === 'everything' || call.kind === 'curve') &&
      call.at < by &&
      from <= day &&
      day < until,
  )
}
