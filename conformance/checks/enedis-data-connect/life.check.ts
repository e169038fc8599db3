import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import {
  callsAfterEnd,
  callsOf,
  dueAt,
  endedOf,
  firstWordOfEnd,
  heldAt,
  inTheEnd,
  isDue,
  isForMeasures,
  isOpen,
  isTroubled,
  named,
  nextSync,
  saidIn,
  servingCalls,
  smoothSyncs,
  syncs,
  truth,
  type Call,
  type Ended,
} from './facts/index.ts'

/** What ends a consent: one check for each, as there are different reasons to go on all the same. */
const ends = (
  [
    ['revoked', ['customer'], 'asks for nothing more once it was told that a consent is gone', 'DC-LIFE-1'],
    ['expired', ['expiry'], 'asks for nothing more when a consent has run out, or when it was told so', 'DC-LIFE-2'],
    [
      'ended-by-enedis',
      ['enedis', 'applicationClosed'],
      'asks for nothing more when Enedis has ended a consent',
      'DC-LIFE-3',
    ],
  ] as const
).map(([name, causes, title, requirement]) =>
  check({
    id: `enedis-data-connect/life/${name}`,
    title,
    requirement,
    level: 'must',
    remedy: '403 ADAM-DC-0008 is final: a customer has to consent anew. Asking daily helps nobody.',
    when: (evidence) => endedOf(evidence).filter(({ by }) => (causes as readonly string[]).includes(by)),
    then: (evidence, ended) => afterKnownEnd(evidence, ended),
  }),
)

const keepsOthers = check({
  id: 'enedis-data-connect/life/keeps-others',
  title: 'goes on with all others when one consent is over',
  requirement: 'DC-LIFE-4',
  level: 'must',
  remedy: 'What happens to one consent says nothing about another: work through them one by one.',
  when: (evidence) =>
    smoothSyncs(evidence).filter((turn) =>
      endedOf(evidence).some((ended) => (firstWordOfEnd(evidence, ended)?.id ?? Infinity) <= turn.until),
    ),
  then: (evidence, turn) =>
    dueAt(evidence, turn).map(({ usagePoint }) => {
      const calls = servingCalls(evidence, turn, usagePoint)
      const says = `After another consent was over, the client made ${calls.length} calls for data of ${named(evidence, usagePoint)}.`
      return { holds: calls.length > 0, says, rests: calls.length > 0 ? calls.slice(0, 1) : [turn] }
    }),
})

const givenAgain = check({
  id: 'enedis-data-connect/life/given-again',
  title: 'goes on when a customer has consented again',
  requirement: 'DC-LIFE-5',
  level: 'must',
  remedy: 'A new consent opens the usage point again, and may have the autorisation_id that the old one had.',
  when: (evidence) =>
    inTheEnd(evidence).consents.filter((one) =>
      inTheEnd(evidence).consents.some(
        (other) => other.id !== one.id && other.usagePoint === one.usagePoint && other.grantedAt < one.grantedAt,
      ),
    ),
  then: (evidence, consent) => {
    const turn = smoothSyncs(evidence).find((one) => heldAt(evidence, one).some(({ id }) => id === consent.id))
    if (turn === undefined || !isDue(evidence, consent.usagePoint, turn)) return []
    const calls = servingCalls(evidence, turn, consent.usagePoint)
    const says = `Consented again, the client made ${calls.length} calls for data of ${named(evidence, consent.usagePoint)}.`
    return [{ holds: calls.length > 0, says, rests: calls.length > 0 ? calls.slice(0, 1) : [turn] }]
  },
})

const notOwner = check({
  id: 'enedis-data-connect/life/not-owner',
  title: 'does not give a consent up when Enedis says that its customer is not the owner',
  requirement: 'DC-LIFE-6',
  level: 'must',
  remedy: 'ADAM-DC-0007 was seen for weeks on valid consents: tell a person, and ask again in later runs.',
  when: (evidence) => callsOf(evidence).filter((call) => /^notOwner/.test(call.refusal ?? '') && call.answered),
  then: (evidence, call) => {
    const { usagePoint = '' } = call
    const next = nextSync(evidence, call)
    if (next === undefined || isTroubled(evidence, next)) return []
    const { consents } = truth(evidence).after(next)
    if (!consents.some((one) => one.usagePoint === usagePoint && isOpen(one, next.at))) return []
    if (!isDue(evidence, usagePoint, next)) return []
    const calls = servingCalls(evidence, next, usagePoint)
    const says = `Told that the customer of ${named(evidence, usagePoint)} is not its owner, the client asked ${calls.length} times in its next run.`
    return [{ holds: calls.length > 0, says, rests: [call, ...calls.slice(0, 1)] }]
  },
})

const oneKind = check({
  id: 'enedis-data-connect/life/one-kind-refused',
  title: 'goes on with what a consent opens when it does not open something else',
  requirement: 'DC-LIFE-7',
  level: 'must',
  remedy: 'A consent is about some data and not about others: a refused contract or curve does not close the rest.',
  when: (evidence) => callsOf(evidence).filter((call) => call.refusal === 'noConsent' && call.answered),
  then: (evidence, call) => {
    const { usagePoint = '' } = call
    const next = nextSync(evidence, call)
    if (next === undefined || isTroubled(evidence, next)) return []
    const held = dueAt(evidence, next).find((one) => one.usagePoint === usagePoint)
    const before = truth(evidence)
      .after(call)
      .consents.find(({ id }) => id === held?.id)
    const isOfMeasures = held?.data.some((data) => /^(dailyEnergy|loadCurve)$/.test(data))
    if (before === undefined || !isOpen(before, call.at) || before.flaw !== null || !isOfMeasures) return []
    const calls = servingCalls(evidence, next, usagePoint)
    const says = `Some data of ${named(evidence, usagePoint)} was refused; in its next run the client made ${calls.length} calls for the rest.`
    return [{ holds: calls.length > 0, says, rests: calls.length > 0 ? [call, ...calls.slice(0, 1)] : [call, next] }]
  },
})

const saysEnded = check({
  id: 'enedis-data-connect/life/knows-ended',
  title: 'knows that a consent is over once Enedis has told it',
  requirement: 'DC-LIFE-8',
  level: 'must',
  needs: 'words',
  remedy: 'Set the consent to ended on 403 ADAM-DC-0008, so that whoever runs your service can ask the customer again.',
  when: (evidence) => endedOf(evidence),
  then: (evidence, ended) => {
    const word = firstWordOfEnd(evidence, ended)
    const { usagePoint } = ended.consent
    if (word === undefined) return []
    return smoothSyncs(evidence).flatMap((turn) => {
      const said = saidIn(evidence, turn, 'consents')?.filter((one) => one.usagePoint === usagePoint)
      const isAgain = truth(evidence)
        .after({ id: turn.until })
        .consents.some((one) => one.usagePoint === usagePoint && isOpen(one, turn.at))
      if (turn.until < word.id || isAgain || said === undefined) return []
      const status = said.at(-1)?.status ?? 'unknown'
      const says = `The client takes the consent on ${named(evidence, usagePoint)}, which is over, for ${status}.`
      return [{ holds: status !== 'active', says, rests: [word, turn] }]
    })
  },
})

const saysActive = check({
  id: 'enedis-data-connect/life/knows-active',
  title: 'knows which consents stand',
  requirement: 'DC-LIFE-9',
  level: 'must',
  needs: 'words',
  remedy:
    'No data, days before commissioning, quotas and failures do not end a consent: only 403 ADAM-DC-0008 tells that.',
  when: (evidence) =>
    smoothSyncs(evidence).flatMap((turn) => {
      const said = saidIn(evidence, turn, 'consents')
      return said === undefined ? [] : [{ turn, said }]
    }),
  then: (evidence, { turn, said }) =>
    heldAt(evidence, { id: turn.until, at: turn.at }).flatMap(({ usagePoint, flaw, data }) => {
      const isWhole = flaw === null && data.includes('dailyEnergy') && data.includes('loadCurve')
      const isSpoilt = callsOf(evidence).some(
        (call) =>
          isForMeasures(call) && call.usagePoint === usagePoint && call.refusal === 'noConsent' && call.turn === turn,
      )
      if (!isWhole || isSpoilt) return []
      const status = said.findLast((one) => one.usagePoint === usagePoint)?.status
      // Whom it left out, other checks show.
      if (status === undefined) return []
      const says = `The client takes the consent on ${named(evidence, usagePoint)}, which stands, for ${status}.`
      return [{ holds: status === 'active', says, rests: [turn] }]
    }),
})

const tellsPerson = check({
  id: 'enedis-data-connect/life/tells-a-person',
  title: 'tells a person when a consent is over',
  requirement: 'DC-LIFE-10',
  level: 'must',
  needs: 'words',
  remedy: 'Only the customer can help: print a decision about the usage point, and do not stop silently.',
  when: (evidence) => endedOf(evidence),
  then: (evidence, ended) => {
    const word = firstWordOfEnd(evidence, ended)
    const turn = word?.turn
    const said = turn && saidIn(evidence, turn, 'decisions')
    if (word === undefined || turn === undefined) return []
    const { usagePoint } = ended.consent
    const found = said?.find((one) => one.usagePoint === usagePoint)
    const says = `When it was told that the consent on ${named(evidence, usagePoint)} was over, the client ${found ? `decided: ${found.decision}` : 'told nobody'}.`
    return [{ holds: found !== undefined, says, rests: [word] }]
  },
})

/** What becomes of what customers allowed, and what a client makes of it. */
export const life: readonly Check[] = [
  ...ends,
  ...[keepsOthers, givenAgain, notOwner, oneKind, saysEnded, saysActive, tellsPerson],
]

/** What was asked after the end, where the client knew of it; who never came to work after it shows nothing. */
function afterKnownEnd(evidence: Evidence, ended: Ended) {
  const word = firstWordOfEnd(evidence, ended)
  const { usagePoint } = ended.consent
  if (word === undefined && ended.by === 'expiry') {
    const turn = syncs(evidence).find(({ at }) => at >= ended.until)
    const says = `The consent on ${named(evidence, usagePoint)} has run out, and the client asked for nothing after that.`
    return turn ? [{ holds: true, says, rests: [turn] }] : []
  }
  if (word === undefined || !syncs(evidence).some(({ id }) => id > word.id)) return []
  // Of the kinds of data that a run asks for, each may be refused once.
  const isNew = (call: Call) =>
    call.turn !== word.turn || (call.kind === word.kind && call.direction === word.direction)
  const calls = callsAfterEnd(evidence, ended).filter((call) => call.id > word.id && isNew(call))
  const says = `Told that the consent on ${named(evidence, usagePoint)} was over, the client asked for its data ${calls.length} times.`
  return [{ holds: calls.length === 0, says, rests: [word, ...calls] }]
}
