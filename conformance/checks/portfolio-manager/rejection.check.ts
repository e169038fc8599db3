import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { answersOf, callsOf, listed, named, smoothSyncs, truth, uses } from './facts/index.ts'
import { hasRejectedShare, leftUnanswered } from './facts/requests.ts'

type Rejected = { id: number; account: string }

const leavesAlone = check({
  id: 'portfolio-manager/rejection/leaves-account-alone',
  title: 'calls nothing of an account whose connection was rejected',
  requirement: 'PM-REJECT-1',
  level: 'must',
  remedy: 'Forget the account when you reject it: everything about it answers 403 until it asks again.',
  when: rejections,
  then: (evidence, rejected) => {
    const until = nextRequest(evidence, rejected)
    const calls = callsOf(evidence).filter(
      (call) =>
        call.id > rejected.id &&
        call.id < until &&
        uses(call) &&
        call.item?.kind === 'account' &&
        call.item.id === rejected.account,
    )
    const says = `After ${who(evidence, rejected)} was rejected, the client asked about that account ${calls.length} times.`
    return [{ holds: calls.length === 0, says, rests: [rejected, ...calls] }]
  },
})

const answersNoShare = check({
  id: 'portfolio-manager/rejection/answers-no-share',
  title: 'does not answer shares that fell with a rejected connection',
  requirement: 'PM-REJECT-2',
  level: 'must',
  remedy: 'Rejecting a connection rejects every pending share in its name: drop them from your list.',
  when: rejections,
  then: (evidence, rejected) => {
    const before = truth(evidence).before(rejected)
    const after = truth(evidence).after(rejected)
    const fell = [
      ...Object.keys(before.propertyShares).map((id) => ({ kind: 'property', id }) as const),
      ...Object.keys(before.meterShares).map((id) => ({ kind: 'meter', id }) as const),
    ].filter(({ kind, id }) => {
      const key = kind === 'property' ? 'propertyShares' : 'meterShares'
      return before[key][id]?.status === 'pending' && after[key][id]?.status === 'ended'
    })
    if (fell.length === 0) return []
    const until = nextRequest(evidence, rejected)
    const answers = answersOf(evidence).filter(
      ({ kind, id, call }) =>
        call.id > rejected.id && call.id < until && fell.some((share) => share.kind === kind && share.id === id),
    )
    const says =
      answers.length === 0
        ? `The client answered none of the shares that fell with ${who(evidence, rejected)}.`
        : `The client answered ${listed(evidence, answers)}, which had fallen with ${who(evidence, rejected)}.`
    return [{ holds: answers.length === 0, says, rests: [rejected, ...answers.map(({ call }) => call)] }]
  },
})

const ownerStillWaits = check({
  id: 'portfolio-manager/rejection/owner-still-waits',
  title: 'answers the connection of an owner of whom a share was turned down',
  requirement: 'PM-REJECT-3',
  level: 'must',
  remedy: 'Rejecting a share does not reject the connection: answer it on its own.',
  when: smoothSyncs,
  then: (evidence, turn) =>
    leftUnanswered(evidence, turn, ({ kind, id }) => kind === 'account' && hasRejectedShare(evidence, id, turn)),
})

const propertyStillWaits = check({
  id: 'portfolio-manager/rejection/property-still-waits',
  title: 'answers the share of a property of which a meter was turned down',
  requirement: 'PM-REJECT-4',
  level: 'must',
  remedy: 'Rejecting a meter does not reject its property: answer it on its own.',
  only: { unless: 'verifiesOwners' },
  when: smoothSyncs,
  then: (evidence, turn) =>
    leftUnanswered(evidence, turn, ({ kind, id }) => {
      const { meters, meterShares } = truth(evidence).after({ id: turn.id })
      const isRejected = ([meter, { because }]: [string, { because?: string }]) =>
        meters[meter]?.property === id && because === 'rejected'
      return kind === 'property' && Object.entries(meterShares).some(isRejected)
    }),
})

export const rejection: readonly Check[] = [leavesAlone, answersNoShare, ownerStillWaits, propertyStillWaits]

/** Every moment at which a connection was turned down, by the client or by a colleague on the page. */
function rejections(evidence: Evidence): Rejected[] {
  return evidence.journal
    .all()
    .list()
    .flatMap(({ id }) => {
      const [before, after] = [truth(evidence).before({ id }), truth(evidence).after({ id })]
      if (before === after) return []
      return Object.entries(after.connections)
        .filter(([account, { because }]) => because === 'rejected' && before.connections[account]?.status === 'pending')
        .map(([account]) => ({ id, account }))
    })
}

/** When the account asked again, if it did. */
function nextRequest(evidence: Evidence, { id, account }: Rejected): number {
  const asked = evidence.journal
    .all()
    .list()
    .find((entry) => entry.id > id && truth(evidence).after(entry).connections[account]?.status === 'pending')
  return asked?.id ?? Number.MAX_SAFE_INTEGER
}

function who(evidence: Evidence, { account }: Rejected): string {
  return named(evidence, { kind: 'account', id: account })
}
