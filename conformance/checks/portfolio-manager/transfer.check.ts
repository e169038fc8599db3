import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { callsIn, callsOf, everSaid, isAbout, named, nextSync, truth, uses } from './facts/index.ts'
import { heldAndSaid, sharesAt, toldShares } from './facts/held.ts'

/** A property that changed hands while you held it. */
type Transfer = { at: number; property: string; from: string; to: string }

const ownerFollows = check({
  id: 'portfolio-manager/transfer/owner-follows',
  title: 'books a property under its new administrator after a transfer',
  requirement: 'PM-TRANSFER-1',
  level: 'must',
  needs: 'words',
  remedy: 'On TRANSFERPROPERTY take accountId from the notice for the owner of the property and its meters.',
  when: transfers,
  then: (evidence, { at, property, to }) =>
    toldShares(evidence)
      .filter(({ turn }) => turn.id > at)
      .flatMap((told) => heldAndSaid(told).map((held) => ({ ...held, told: held.told, turn: told.turn })))
      .filter((held) => held.property === property && typeof held.told.owner === 'string')
      .map((held) => ({
        holds: held.told.owner === held.owner,
        says: `${named(evidence, held)} went to ${who(evidence, to)}; the client says it belongs to ${who(evidence, held.told.owner ?? '')}.`,
        rests: [{ id: at }, held.turn],
      })),
})

const sharesLiveOn = check({
  id: 'portfolio-manager/transfer/shares-live-on',
  title: 'goes on with the meters of a property that changed hands, or gives them back',
  requirement: 'PM-TRANSFER-2',
  level: 'must',
  only: { unless: 'verifiesOwners' },
  remedy:
    'Ask for properties and meters by their ids: they stay yours, although no list of a connected account has them.',
  when: transfers,
  then: (evidence, { at, property }) => {
    const turn = nextSync(evidence, { id: at })
    if (turn === undefined) return []
    const held = sharesAt(truth(evidence).after({ id: turn.id })).filter(
      (one) => one.kind === 'meter' && one.property === property,
    )
    return held.map((meter) => {
      const calls = callsIn(evidence, turn).filter(
        (call) => isAbout(call, meter) && (uses(call) || call.endpoint === 'meterShare.end'),
      )
      const says = `After the transfer the client ${calls.length > 0 ? 'went on with' : 'left out'} ${named(evidence, meter)}.`
      return { holds: calls.length > 0, says, rests: [{ id: at }, ...calls.slice(0, 1)] }
    })
  },
})

const strangerReported = check({
  id: 'portfolio-manager/transfer/stranger-reported',
  title: 'reports that a new owner is not connected, or seeks the connection',
  requirement: 'PM-TRANSFER-3',
  level: 'must',
  remedy:
    'On TRANSFERPROPERTY from a stranger tell a person (a decision with the account), or unshare with a note that asks to connect.',
  when: (evidence) =>
    transfers(evidence).filter(
      ({ at, to }) => truth(evidence).after({ id: at }).connections[to]?.status !== 'connected',
    ),
  then: (evidence, { at, property, to }) => {
    const next = nextSync(evidence, { id: at })
    if (next === undefined) return []
    const sought = callsIn(evidence, next).filter(
      (call) => seeksConnection(call.endpoint, call.item?.id, to) || givesBack(call, property),
    )
    const told = everSaid(evidence, 'decisions').filter(({ turn, what }) => turn === next && what.account === to)
    if (sought.length === 0 && !evidence.speaks) return []
    const holds = sought.length > 0 || told.length > 0
    const how =
      sought.length > 0
        ? 'sought the connection'
        : told.length > 0
          ? 'reported it'
          : 'neither reported it nor sought the connection'
    const says = `${who(evidence, to)} got the property and is not connected; the client ${how}.`
    return [{ holds, says, rests: [{ id: at }, ...sought, ...told.map(({ turn }) => turn)] }]
  },
})

const exchangeStops = check({
  id: 'portfolio-manager/transfer/exchange-stops',
  title: 'exchanges no data with a new owner who has not authorised it',
  requirement: 'PM-TRANSFER-4',
  level: 'must',
  only: { when: 'verifiesOwners' },
  remedy: 'Look at notifications before data; on a transfer stop until the new owner has connected.',
  when: (evidence) =>
    transfers(evidence).filter(
      ({ at, to }) => truth(evidence).after({ id: at }).connections[to]?.status !== 'connected',
    ),
  then: (evidence, { at, property, to }) => {
    const view = truth(evidence).after({ id: at })
    const meters = Object.keys(view.meters).filter((id) => view.meters[id]?.property === property)
    const early = callsOf(evidence).filter(
      (call) =>
        call.id > at &&
        (call.endpoint ?? '').startsWith('consumption.') &&
        meters.includes(call.item?.id ?? '') &&
        truth(evidence).before(call).connections[to]?.status !== 'connected',
    )
    const says = `Before ${who(evidence, to)} was connected, the client exchanged data of its property ${early.length} times.`
    return [{ holds: early.length === 0, says, rests: [{ id: at }, ...early] }]
  },
})

export const transfer: readonly Check[] = [ownerFollows, sharesLiveOn, strangerReported, exchangeStops]

function transfers(evidence: Evidence): Transfer[] {
  return evidence.journal.entries().flatMap(({ id: at }) => {
    const [before, after] = [truth(evidence).before({ id: at }), truth(evidence).after({ id: at })]
    if (before === after) return []
    return sharesAt(before).flatMap(({ kind, id: property, owner: from }) => {
      const to = after.properties[property]?.owner
      return kind === 'property' && to !== undefined && to !== from ? [{ at, property, from, to }] : []
    })
  })
}

function seeksConnection(endpoint: string | null, account: string | undefined, to: string): boolean {
  return endpoint === 'connection.answer' && account === to
}

function givesBack(
  { endpoint, item }: { endpoint: string | null; item: { id: string } | undefined },
  property: string,
): boolean {
  return endpoint === 'propertyShare.end' && item?.id === property
}

function who(evidence: Evidence, id: string): string {
  return named(evidence, { kind: 'account', id })
}
