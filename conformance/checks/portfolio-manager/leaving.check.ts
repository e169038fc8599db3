import { check, type Check, type Observation } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import {
  callsIn,
  callsOf,
  isAbout,
  listed,
  named,
  nextSync,
  syncs,
  truth,
  uses,
  type Call,
  type Item,
} from './facts/index.ts'
import { sharesAt, type Held } from './facts/held.ts'

const saysKeepShares = check({
  id: 'portfolio-manager/leaving/says-keep-shares',
  title: 'says keepShares=true or keepShares=false whenever it disconnects',
  requirement: 'PM-LEAVE-1',
  level: 'must',
  remedy: 'Send keepShares with every disconnect: what happens without it differs from one document to the next.',
  when: (evidence) => callsOf(evidence).filter(({ endpoint }) => endpoint === 'connection.end'),
  then: (_, call) => {
    const said = call.query.get('keepShares')
    const holds = said === 'true' || said === 'false'
    return [{ holds, says: `The client disconnected with keepShares ${said ?? 'left out'}.`, rests: [call] }]
  },
})

const stopsAfterRemoval = check({
  id: 'portfolio-manager/leaving/stops-after-disconnect',
  title: 'uses nothing of a customer after it disconnected and removed the shares',
  requirement: 'PM-LEAVE-2',
  level: 'must',
  remedy: 'With keepShares=false every property and meter of that customer is gone: take them out of your jobs.',
  when: (evidence) => endings(evidence, 'connection.end').filter(({ ended }) => ended.length > 0),
  then: (evidence, { call, ended }) => stopped(evidence, call, ended),
})

const usesKeptShares = check({
  id: 'portfolio-manager/leaving/uses-kept-shares',
  title: 'goes on with the shares it kept when it disconnected',
  requirement: 'PM-LEAVE-3',
  level: 'must',
  remedy: 'With keepShares=true properties and meters stay yours by their ids, although no customer lists them.',
  when: (evidence) => endings(evidence, 'connection.end').filter(({ kept }) => kept.length > 0),
  then: (evidence, { call, kept }) => {
    const turn = nextSync(evidence, call)
    if (turn === undefined) return []
    return kept
      .filter(({ kind }) => kind === 'meter')
      .map((meter) => {
        const used = callsIn(evidence, turn).filter((other) => uses(other) && isAbout(other, meter))
        const says = `The client kept ${named(evidence, meter)} and ${used.length > 0 ? 'went on with it' : 'never used it again'}.`
        return { holds: used.length > 0, says, rests: [call, ...used.slice(0, 1)] }
      })
  },
})

const leavesAccount = check({
  id: 'portfolio-manager/leaving/leaves-account',
  title: 'asks nothing about the account of a customer it disconnected from',
  requirement: 'PM-LEAVE-4',
  level: 'must',
  remedy: 'After a disconnect /customer/{id} and /account/{id}/… answer 403, whether shares were kept or not.',
  when: (evidence) => endings(evidence, 'connection.end'),
  then: (evidence, { call }) => (call.item === undefined ? [] : stopped(evidence, call, [call.item])),
})

const notDisconnectedTwice = check({
  id: 'portfolio-manager/leaving/ends-once',
  title: 'ends each connection and each share once',
  requirement: 'PM-LEAVE-5',
  level: 'must',
  remedy: 'Note the end where you note the share: the second goodbye is refused.',
  when: (evidence) =>
    ['connection.end', 'propertyShare.end', 'meterShare.end'].flatMap((name) => endings(evidence, name)),
  then: (evidence, { call }) => {
    const again = callsOf(evidence).filter(
      (other) => other.id > call.id && other.endpoint === call.endpoint && other.path === call.path && !other.done,
    )
    const says = `The client ended ${call.path} and tried to end it ${again.length} more times.`
    return [{ holds: again.length === 0, says, rests: [call, ...again] }]
  },
})

const withNote = check({
  id: 'portfolio-manager/leaving/with-note',
  title: 'gives a reason in a note when it gives back a property or a meter',
  requirement: 'PM-LEAVE-6',
  level: 'should',
  remedy: 'Send <note> in terminateSharingResponse: the owner reads it, and learns how to share with you again.',
  when: (evidence) => ['propertyShare.end', 'meterShare.end'].flatMap((name) => endings(evidence, name)),
  then: (evidence, { call }) => {
    const { note } = (call.entry.request.decoded ?? {}) as { note?: string }
    const holds = note !== undefined && note.trim() !== ''
    const what = call.item === undefined ? 'an item' : named(evidence, call.item)
    return [
      {
        holds,
        says: `The client gave back ${what} ${holds ? `with the note "${note}"` : 'without a word'}.`,
        rests: [call],
      },
    ]
  },
})

const stopsAfterUnshare = check({
  id: 'portfolio-manager/leaving/stops-after-unshare',
  title: 'uses nothing that it gave back',
  requirement: 'PM-LEAVE-7',
  level: 'must',
  remedy: 'Take what you unshare out of your jobs at once: it answers 403.',
  when: (evidence) => ['propertyShare.end', 'meterShare.end'].flatMap((name) => endings(evidence, name)),
  then: (evidence, { call, ended }) => stopped(evidence, call, ended),
})

const propertyStays = check({
  id: 'portfolio-manager/leaving/property-stays',
  title: 'goes on with a property after it gave back a meter of it',
  requirement: 'PM-LEAVE-8',
  level: 'should',
  remedy: 'Unsharing a meter leaves its property with you: unshare that too if you are done with it.',
  when: (evidence) => endings(evidence, 'meterShare.end'),
  then: (evidence, { call }) => {
    const turn = nextSync(evidence, call)
    if (turn === undefined || call.item === undefined) return []
    const view = truth(evidence).after({ id: turn.id })
    const property = { kind: 'property', id: view.meters[call.item.id]?.property ?? '' } as const
    if (view.propertyShares[property.id]?.status !== 'active') return []
    const used = callsIn(evidence, turn).filter((other) => uses(other) && isAbout(other, property))
    const says = `The client ${used.length > 0 ? 'went on with' : 'dropped'} ${named(evidence, property)} after it gave back ${named(evidence, call.item)}.`
    return [{ holds: used.length > 0, says, rests: [call, ...used.slice(0, 1)] }]
  },
})

export const leaving: readonly Check[] = [
  saysKeepShares,
  stopsAfterRemoval,
  usesKeptShares,
  leavesAccount,
  notDisconnectedTwice,
  withNote,
  stopsAfterUnshare,
  propertyStays,
]

/** Goodbyes of the client that were done, with what they ended and what of that customer stayed. */
function endings(evidence: Evidence, endpoint: string): { call: Call; ended: Held[]; kept: Held[] }[] {
  return callsOf(evidence)
    .filter((call) => call.endpoint === endpoint && call.done)
    .map((call) => {
      const before = sharesAt(truth(evidence).before(call))
      const after = sharesAt(truth(evidence).after(call))
      const isStill = (held: Held) => after.some(({ kind, id }) => kind === held.kind && id === held.id)
      return {
        call,
        ended: before.filter((held) => !isStill(held)),
        kept: after.filter(({ owner }) => owner === call.item?.id),
      }
    })
}

/** Whether the client left items alone after it ended them. */
function stopped(evidence: Evidence, call: Call, items: readonly Item[]): Observation[] {
  if (syncs(evidence).every(({ id }) => id < call.id)) return []
  const used = callsOf(evidence).filter(
    (other) =>
      other.id > call.id && uses(other) && (other.status ?? 0) >= 400 && items.some((item) => isAbout(other, item)),
  )
  const says = `After it ended ${listed(evidence, items)}, the client used it ${used.length} times.`
  return [{ holds: used.length === 0, says, rests: [call, ...used] }]
}
