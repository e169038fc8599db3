import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import {
  agreementAt,
  callsIn,
  callsOf,
  decisionsIn,
  heldDays,
  isFailed,
  isForMeasures,
  isTroubled,
  listed,
  nextSync,
  stands,
  type Call,
} from './facts/index.ts'

/** So often a call may be sent in one run that fails. */
const mostTries = 5

const told = check({
  id: 'enedis-sge/trouble/told',
  title: 'takes SGT500 and SGT506 for trouble of the platform, and for no answer about a customer',
  requirement: 'SGE-TROUBLE-1',
  level: 'must',
  needs: 'words',
  remedy: 'SGT500 and SGT506 say nothing of what is true: print a decision that says trouble, and ask again later.',
  when: (evidence) => failures(evidence),
  then: (evidence, { turn, calls }) => {
    const decided = decisionsIn(evidence, turn)
    const holds = decided.some(({ decision }) => /trouble|technical|fail|unavailable|again|answer|lost/i.test(decision))
    const says = `${calls.length} calls failed, and the client decided: ${decided.map(({ decision }) => decision).join(', ') || 'nothing'}.`
    return [{ holds, says, rests: calls.slice(0, 3) }]
  },
})

const comesBack = check({
  id: 'enedis-sge/trouble/comes-back',
  title: 'asks again in its next run for measures that it was not told for trouble',
  requirement: 'SGE-TROUBLE-2',
  level: 'must',
  remedy: 'Keep the window as not read: what failed is asked for again, from the same day on.',
  when: (evidence) => failures(evidence),
  then: (evidence, { turn, calls }) => {
    const next = nextSync(evidence, { id: turn.until })
    const points = [...new Set(calls.filter(isForMeasures).flatMap(({ usagePoints }) => usagePoints))]
    const ours = points.filter((one) => next !== undefined && isAgreed(evidence, one, next))
    if (next === undefined || ours.length === 0) return []
    const left = ours.filter(
      (one) => !callsIn(evidence, next).some((call) => isForMeasures(call) && call.usagePoints.includes(one)),
    )
    const says = `After trouble the client did not ask again for ${listed(evidence, left) || 'nothing'} in its next run.`
    return [{ holds: left.length === 0, says, rests: [...calls.slice(0, 1), next] }]
  },
})

const bounded = check({
  id: 'enedis-sge/trouble/bounded',
  title: 'does not go on with a call in one run that fails again and again',
  requirement: 'SGE-TROUBLE-3',
  level: 'must',
  remedy: 'Try a few times with longer and longer pauses, then leave it to the next run.',
  when: (evidence) => failures(evidence),
  then: (_, { calls }) => {
    const most = Math.max(...calls.map((call) => calls.filter((one) => isSame(one, call)).length))
    const says = `In one run the client sent a call ${most} times that failed each time.`
    return [{ holds: most <= mostTries, says, rests: calls.slice(0, 3) }]
  },
})

const othersGoOn = check({
  id: 'enedis-sge/trouble/refusal-of-one',
  title: 'goes on with its other customers when one of them is refused',
  requirement: 'SGE-TROUBLE-4',
  level: 'must',
  remedy: 'A code about a point is about that point: keep it, and go on with the next.',
  when: (evidence) => refusedOfSeveral(evidence),
  then: (evidence, { turn, call, others }) => {
    const left = others.filter((one) => !callsIn(evidence, turn).some(({ usagePoints }) => usagePoints.includes(one)))
    const says = `After ${call.code} for ${listed(evidence, call.usagePoints)} the client made no call for ${listed(evidence, left) || 'nobody'}.`
    return [{ holds: left.length === 0, says, rests: [call] }]
  },
})

const aboutUs = check({
  id: 'enedis-sge/trouble/about-the-caller',
  title: 'ends its run when a code is about its user or its contract',
  requirement: 'SGE-TROUBLE-5',
  level: 'must',
  remedy: 'SGT402, 471, 472, 473, 502 and 504 come to every call alike: stop, and tell a person.',
  when: (evidence) => evidence.turns.filter((turn) => callsIn(evidence, turn).some(isAboutCaller)),
  then: (evidence, turn) => {
    const refused = callsIn(evidence, turn).filter(isAboutCaller)
    const says = `In one run the client made ${refused.length} calls that were refused for its user or contract.`
    return [{ holds: refused.length <= 2, says, rests: refused }]
  },
})

const aboutUsTold = check({
  id: 'enedis-sge/trouble/about-the-caller-told',
  title: 'tells a person when a code is about its user, its contract or a package that was not granted',
  requirement: 'SGE-TROUBLE-6',
  level: 'must',
  needs: 'words',
  remedy: 'No run changes it: print a decision with the code, and not one about a customer.',
  when: (evidence) => evidence.turns.filter((turn) => callsIn(evidence, turn).some(isOurs)),
  then: (evidence, turn) => {
    const [call] = callsIn(evidence, turn).filter(isOurs)
    const decided = decisionsIn(evidence, turn)
    const holds = decided.some(({ decision, because }) => `${decision} ${because}`.includes(call?.code ?? ''))
    const says = `The client was refused with ${call?.code}, and told ${holds ? 'so' : 'nobody'}.`
    return [{ holds, says, rests: call ? [call] : [turn] }]
  },
})

const noBreaker = check({
  id: 'enedis-sge/trouble/no-breaker',
  title: 'concludes from zeros and gaps neither that a breaker tripped nor that there was an outage',
  requirement: 'SGE-TROUBLE-7',
  level: 'must',
  needs: 'words',
  remedy: 'No reply and no file says what happened at a site: tell of zeros as zeros, and of gaps as not known.',
  when: (evidence) => evidence.turns.filter((turn) => hasZerosOrGaps(evidence, turn)),
  then: (evidence, turn) => {
    const drawn = decisionsIn(evidence, turn).filter(({ decision }) =>
      /breaker|tripp?ed|disjonct|outage|power cut|coupure|blackout|no power/i.test(decision),
    )
    const says = `Told of zeros or gaps, the client concluded: ${drawn.map(({ decision }) => decision).join(', ') || 'nothing of the kind'}.`
    return [{ holds: drawn.length === 0, says, rests: [turn] }]
  },
})

/** How the client takes trouble, refusals, and what looks like trouble. */
export const trouble: readonly Check[] = [told, comesBack, bounded, othersGoOn, aboutUs, aboutUsTold, noBreaker]

type Failures = { turn: Turn; calls: Call[] }

/** Turns in which calls failed technically, with those calls. */
function failures(evidence: Evidence): Failures[] {
  return evidence.turns.flatMap((turn) => {
    const calls = callsIn(evidence, turn).filter((call) => isFailed(call) && call.turn?.ask !== 'case')
    return calls.length > 0 ? [{ turn, calls }] : []
  })
}

function isAgreed(evidence: Evidence, usagePoint: string, turn: Turn): boolean {
  const agreement = agreementAt(evidence, usagePoint, turn)
  return agreement !== undefined && stands(agreement, turn)
}

type RefusedOfSeveral = { turn: Turn; call: Call; others: string[] }

/** Codes of one point in a run of usual work, which has others to look after. */
function refusedOfSeveral(evidence: Evidence): RefusedOfSeveral[] {
  return evidence.turns
    .filter(({ ask }) => ask === 'sync')
    .flatMap((turn) => {
      const calls = callsIn(evidence, turn)
      const call = calls.find(
        ({ code, usagePoints }) => code !== undefined && !technicalOrOurs(code) && usagePoints.length === 1,
      )
      if (call === undefined || isTroubled(evidence, turn) || calls.some(isOurs)) return []
      const known = callsOf(evidence)
        .filter(({ id }) => id < turn.id)
        .flatMap(({ usagePoints }) => usagePoints)
      const others = [...new Set(known)].filter(
        (one) => !call.usagePoints.includes(one) && isAgreed(evidence, one, turn),
      )
      return others.length > 0 ? [{ turn, call, others }] : []
    })
}

const ofCaller = ['SGT402', 'SGT471', 'SGT472', 'SGT473', 'SGT502', 'SGT504']
const ofUs = [...ofCaller, 'SGT483']

function technicalOrOurs(code: string): boolean {
  return ['SGT500', 'SGT506', 'SGT570', ...ofUs].includes(code)
}

function isAboutCaller({ code, turn }: Call): boolean {
  return ofCaller.includes(code ?? '') && turn?.ask !== 'case'
}

function isOurs({ code, turn }: Call): boolean {
  return ofUs.includes(code ?? '') && turn?.ask !== 'case'
}

function hasZerosOrGaps(evidence: Evidence, turn: Turn): boolean {
  return heldDays(evidence).some(
    (one) => one.turn === turn && (one.told.kind === 'hole' || one.told.whs.some((wh) => wh === 0)),
  )
}

function isSame(one: Call, other: Call): boolean {
  return one.endpoint === other.endpoint && JSON.stringify(one.words) === JSON.stringify(other.words)
}
