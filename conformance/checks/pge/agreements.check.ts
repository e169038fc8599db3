import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { callsOf, heldAt, isForData, listed, named, nextSync, servingCalls, smoothSyncs, truth } from './facts/index.ts'

const removedAgreement = check({
  id: 'pge/agreements/removed-agreement',
  title: 'asks for nothing of an agreement that the customer has taken out',
  requirement: 'PGE-AGREE-1',
  level: 'must',
  remedy: 'Read the usage points of the subscription again in each run, and ask for those only.',
  when: (evidence) => removals(evidence),
  then: (evidence, { authorization, usagePoint, id }) => {
    const calls = callsOf(evidence).filter(
      (call) =>
        call.id > id && isForData(call) && call.subscription === authorization && call.usagePoint === usagePoint,
    )
    const says = `${named(evidence, usagePoint)} was taken out, and the client asked for it ${calls.length} times.`
    const turn = nextSync(evidence, { id })
    return turn === undefined ? [] : [{ holds: calls.length === 0, says, rests: calls.length > 0 ? calls : [turn] }]
  },
})

const keepsAgreements = check({
  id: 'pge/agreements/keeps-other-agreements',
  title: 'goes on with the other agreements when one is taken out',
  requirement: 'PGE-AGREE-2',
  level: 'must',
  remedy: 'The authorization stands: one usage point fewer, and nothing else changed.',
  when: (evidence) => removals(evidence),
  then: (evidence, { authorization, id }) =>
    smoothSyncs(evidence)
      .filter((turn) => turn.id > id)
      .flatMap((turn) => {
        const { agreements = [] } = truth(evidence).after(turn).authorizations[authorization] ?? {}
        const left = agreements.filter((point) => servingCalls(evidence, turn, authorization, point).length === 0)
        const says = `After the removal the client ${left.length > 0 ? `left out ${listed(evidence, left)}` : 'asked for all that was left'}.`
        return [{ holds: left.length === 0, says, rests: [turn] }]
      }),
})

/** What happens to an agreement and changes nothing about what is allowed. */
const events = (
  [
    ['meter-swap', 'swapMeter', 'goes on after a meter was swapped', 'PGE-AGREE-3'],
    ['rate-change', 'changeRate', 'goes on after the rate was changed', 'PGE-AGREE-4'],
    ['shut-off', 'reconnect', 'goes on when service is taken up again after a shut-off', 'PGE-AGREE-5'],
  ] as const
).map(([name, action, title, requirement]) =>
  check({
    id: `pge/agreements/after-${name}`,
    title,
    requirement,
    level: 'must',
    remedy: 'Know an agreement by its usage point: the SA id may change, and readings may fail to come for a while.',
    when: (evidence) => evidence.journal.step(`utility.${action}`).succeeded().list(),
    then: (evidence, step) =>
      smoothSyncs(evidence)
        .filter(({ id }) => id > step.id)
        .flatMap((turn) =>
          heldAt(evidence, turn).flatMap(({ id, agreements }) => {
            const left = agreements.filter((point) => servingCalls(evidence, turn, id, point).length === 0)
            const says = `After the ${name.replace('-', ' ')} the client ${left.length > 0 ? `left out ${listed(evidence, left)}` : 'asked for all agreements'}.`
            return [{ holds: left.length === 0, says, rests: [step, turn] }]
          }),
        ),
  }),
)

/** What happens to the agreements of an authorization that stands. */
export const agreements: readonly Check[] = [removedAgreement, keepsAgreements, ...events]

/** Agreements that customers took out of an authorization. */
function removals(evidence: Evidence): { id: number; authorization: string; usagePoint: string }[] {
  const past = truth(evidence)
  return evidence.journal
    .step('customer.removeAgreement')
    .succeeded()
    .list()
    .flatMap(({ id }) => {
      const [before, after] = [past.before({ id }).authorizations, past.after({ id }).authorizations]
      return Object.values(before).flatMap((one) =>
        one.agreements
          .filter((point) => !after[one.id]?.agreements.includes(point))
          .map((usagePoint) => ({ id, authorization: one.id, usagePoint })),
      )
    })
}
