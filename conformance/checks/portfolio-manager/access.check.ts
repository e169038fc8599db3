import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import {
  callsIn,
  callsOf,
  isAbout,
  named,
  saidIn,
  saidOf,
  smoothSyncs,
  syncs,
  truth,
  uses,
  writes,
  type Call,
} from './facts/index.ts'
import { cuts, losses, wasEdited } from './facts/edits.ts'
import { sharesAt } from './facts/held.ts'

const respectsReadOnly = check({
  id: 'portfolio-manager/access/respects-read-only',
  title: 'writes nothing to what was shared for reading',
  requirement: 'PM-ACCESS-1',
  level: 'must',
  remedy: 'Look at accessLevel before you upload: writing at level Read answers 403.',
  when: smoothSyncs,
  then: (evidence, turn) =>
    sharesAt(truth(evidence).after({ id: turn.until }))
      .filter((held) => held.share.level === 'Read' && !wasEdited(evidence, held, turn))
      .map((held) => {
        const written = callsIn(evidence, turn).filter((call) => writes(call) && isAbout(call, held))
        const says = `The client tried ${written.length} times to write to ${named(evidence, held)}, which is read-only.`
        return { holds: written.length === 0, says, rests: written.length > 0 ? written : [turn] }
      }),
})

const heedsCut = check({
  id: 'portfolio-manager/access/heeds-cut',
  title: 'stops writing when its access is cut to read-only',
  requirement: 'PM-ACCESS-2',
  level: 'must',
  remedy: 'On SHAREUPDATE read the item again and take its new level: the change is in force already.',
  when: cuts,
  then: (evidence, cut) =>
    syncs(evidence)
      .filter(({ id }) => id > cut.at)
      .map((turn) => {
        const written = callsIn(evidence, turn).filter((call) => writes(call) && isAbout(call, cut))
        const says = `After access to ${named(evidence, cut)} was cut, the client tried ${written.length} times to write to it.`
        return { holds: written.length === 0, says, rests: [{ id: cut.at }, ...written] }
      }),
})

const saysNewLevel = check({
  id: 'portfolio-manager/access/knows-new-level',
  title: 'knows the level of an item after somebody changed it',
  requirement: 'PM-ACCESS-3',
  level: 'must',
  needs: 'words',
  remedy: 'On SHAREUPDATE read the item again and store its accessLevel.',
  when: cuts,
  then: (evidence, cut) =>
    syncs(evidence)
      .filter(({ id }) => id > cut.at)
      .flatMap((turn) => {
        const said = saidOf(saidIn(evidence, turn, 'shares') ?? [], cut)?.access
        if (said === undefined) return []
        const says = `Access to ${named(evidence, cut)} is ${cut.to.level} now; the client says ${said}.`
        return [{ holds: said === cut.to.level, says, rests: [{ id: cut.at }, turn] }]
      }),
})

const restGoesOn = check({
  id: 'portfolio-manager/access/rest-goes-on',
  title: 'goes on with the other meters when one is cut or lost',
  requirement: 'PM-ACCESS-4',
  level: 'must',
  remedy: 'An UNSHARE or SHAREUPDATE with a meterId is about that meter only.',
  when: (evidence) =>
    [...cuts(evidence), ...losses(evidence, 'removed', 'deleted')].filter(({ kind }) => kind === 'meter'),
  then: (evidence, edit) => {
    const turn = smoothSyncs(evidence).find(({ id }) => id > edit.at)
    if (turn === undefined) return []
    const others = sharesAt(truth(evidence).after({ id: turn.until })).filter(
      ({ kind, id, property }) => kind === 'meter' && property === edit.property && id !== edit.id,
    )
    return others.map((other) => {
      const used = callsIn(evidence, turn).filter((call) => uses(call) && isAbout(call, other))
      const says = `After ${named(evidence, edit)} changed, the client ${used.length > 0 ? 'went on' : 'did not go on'} with ${named(evidence, other)}.`
      return { holds: used.length > 0, says, rests: [{ id: edit.at }, ...used] }
    })
  },
})

const deniedIsNotConnected = check({
  id: 'portfolio-manager/access/denied-is-no-bad-password',
  title: 'takes a 403 for a lack of connection or access, and goes on with its work',
  requirement: 'PM-ACCESS-5',
  level: 'must',
  remedy: 'A 403 says that this account or item is not yours to see. Only a 401 speaks of your password.',
  when: firstDenials,
  then: (evidence, denied) => {
    const later = callsOf(evidence).filter((call) => call.turn === denied.turn && call.id > denied.id && call.done)
    if (later.length === 0 && denied.turn?.exit === null) return []
    const says = `After a 403 on ${denied.path} the client made ${later.length} more calls in that run.`
    return [{ holds: later.length > 0 || denied.turn?.exit === 0, says, rests: [denied, ...later.slice(0, 1)] }]
  },
})

const doesNotInsist = check({
  id: 'portfolio-manager/access/does-not-insist',
  title: 'does not send the same call again after a 403 or 404',
  requirement: 'PM-ACCESS-6',
  level: 'must',
  remedy: 'Retry after 429, 5xx and broken connections only: a refusal stays one until somebody changes something.',
  when: (evidence) => callsOf(evidence).filter(({ status }) => status === 403 || status === 404),
  then: (evidence, denied) => {
    const again = callsOf(evidence).filter(
      (call) =>
        call.turn === denied.turn &&
        call.id > denied.id &&
        call.method === denied.method &&
        call.entry.request.url === denied.entry.request.url &&
        standing(evidence, call) === standing(evidence, denied),
    )
    const says = `After ${denied.status} the client sent ${denied.method} ${denied.path} ${again.length} more times in the same run.`
    return [{ holds: again.length === 0, says, rests: [denied, ...again] }]
  },
})

export const access: readonly Check[] = [
  respectsReadOnly,
  heedsCut,
  saysNewLevel,
  restGoesOn,
  deniedIsNotConnected,
  doesNotInsist,
]

/** The first call of each turn that was denied because an account is not connected. */
function firstDenials(evidence: Evidence): Call[] {
  const seen = new Set<Turn>()
  return callsOf(evidence).filter(({ refusal, turn }) => {
    if (refusal !== 'notConnected' || turn === undefined || seen.has(turn)) return false
    seen.add(turn)
    return true
  })
}

/** How things stand with what a call is about: once that has changed, asking again is no insisting. */
function standing(evidence: Evidence, call: Call): string {
  const { connections, propertyShares, meterShares } = truth(evidence).before(call)
  const { kind, id = '' } = call.item ?? {}
  const all = kind === 'account' ? connections : kind === 'property' ? propertyShares : meterShares
  return JSON.stringify(all[id] ?? null)
}
