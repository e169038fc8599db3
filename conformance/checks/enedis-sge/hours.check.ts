import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { beganAt, callsIn, closedBecause, knocksIn, truth, type Closed } from './facts/index.ts'

/** How much less than a second may lie between two calls: clocks are not exact. */
const tolerance = 0.8

type About = { closed: Closed; requirement: string; when: string }

/** A check that nothing is asked of the homologation platform at a time at which it is closed. */
function closedCheck({ closed, requirement, when }: About): Check {
  return check({
    id: `enedis-sge/hours/${closed}`,
    title: `asks nothing of the homologation platform ${when}`,
    requirement,
    level: 'must',
    needs: 'own clock',
    remedy:
      'Homologation is open from 9 to 12 and from 14 to 18 on working days, by the clock in Paris: wait for the next.',
    when: (evidence) =>
      evidence.turns.filter((turn) => isRehearsal(evidence, turn) && closedBecause(turn.at) === closed),
    then: (evidence, turn) => {
      const calls = knocksIn(evidence, turn)
      const says = `Asked to ${turn.ask} at ${turn.at}, when homologation was closed, the client made ${calls.length} calls.`
      return [{ holds: calls.length === 0, says, rests: [turn, ...calls.slice(0, 3)] }]
    },
  })
}

const closed: readonly About[] = [
  { closed: 'lunch', requirement: 'SGE-HOURS-1', when: 'between twelve and two' },
  { closed: 'evening', requirement: 'SGE-HOURS-2', when: 'before nine and after six' },
  { closed: 'weekend', requirement: 'SGE-HOURS-3', when: 'on Saturdays and Sundays' },
  { closed: 'holiday', requirement: 'SGE-HOURS-4', when: 'on French public holidays' },
]

const oneASecond = check({
  id: 'enedis-sge/limits/one-a-second',
  title: 'makes no more than one call a second in homologation',
  requirement: 'SGE-LIMIT-1',
  level: 'must',
  remedy:
    'Let a second pass between calls, of all your tasks together, descriptions too (divide by WATTPROOF_PACE here).',
  when: (evidence) => evidence.turns.filter((turn) => isRehearsal(evidence, turn) && turn.ask !== 'case'),
  then: (evidence, turn) => {
    const calls = knocksIn(evidence, turn)
    const spans = calls.slice(1).map((last, at) => {
      const first = calls[at] ?? last
      return { first, last, seconds: ((beganAt(last) - beganAt(first)) * evidence.pace) / 1000 }
    })
    if (spans.length === 0) return []
    const fastest = spans.reduce((least, span) => (span.seconds < least.seconds ? span : least))
    const says = `Of ${calls.length} calls, two came within ${fastest.seconds.toFixed(1)} s.`
    return [{ holds: fastest.seconds >= tolerance, says, rests: [fastest.first, fastest.last] }]
  },
})

const backWhenOpen = check({
  id: 'enedis-sge/hours/back-when-open',
  title: 'does when homologation opens again what it put off while it was closed',
  requirement: 'SGE-HOURS-5',
  level: 'must',
  remedy: 'Closed means later: keep what is still to be done for the next run.',
  when: (evidence) => {
    const put = evidence.turns.filter((turn) => isRehearsal(evidence, turn) && closedBecause(turn.at) !== undefined)
    const open = evidence.turns.find(
      (turn) => put.some(({ id }) => id < turn.id) && closedBecause(turn.at) === undefined && turn.ask === 'sync',
    )
    return open === undefined || !isRehearsal(evidence, open) ? [] : [open]
  },
  then: (evidence, turn) => {
    const calls = callsIn(evidence, turn)
    const says = `When homologation was open again the client made ${calls.length} calls.`
    return [{ holds: calls.length > 0, says, rests: [turn] }]
  },
})

/** When the homologation platform may be called, and how fast. */
export const hours: readonly Check[] = [oneASecond, ...closed.map(closedCheck), backWhenOpen]

/** Whether a turn is of rehearsals. */
function isRehearsal(evidence: Evidence, turn: Turn): boolean {
  return truth(evidence).after(turn).environment === 'homologation'
}
