import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { everSaid, named, syncs, tokenOf, toldTo } from './facts/index.ts'
import { currentAgreements } from './facts/days.ts'
import { toldOf } from './facts/readings.ts'
import { packagesIn, requestsOf, retrievalsOf } from './facts/packages.ts'

const announcedOnly = check({
  id: 'pge/packages/announced-only',
  title: 'asks for no correlationID that no notice named',
  requirement: 'PGE-PACKAGE-1',
  level: 'must',
  remedy: 'PG&E makes the correlationID, and a notice is the first to name it: ask without one, and wait.',
  when: retrievalsOf,
  then: (evidence, call) => {
    const told = toldTo(evidence).find(({ entry }) => packagesIn(entry.content).includes(call.correlationId))
    const says = `The client asked for ${call.correlationId}, which ${told ? 'a notice named' : 'no notice named'}.`
    return [{ holds: told !== undefined, says, rests: [call] }]
  },
})

const rightToken = check({
  id: 'pge/packages/right-token',
  title: 'fetches each package with the class of token that asked for it',
  requirement: 'PGE-PACKAGE-2',
  level: 'must',
  remedy:
    'Bulk packages open with the client access token, those of a subscription with the access token of its customer.',
  when: (evidence) => retrievalsOf(evidence).filter(({ bearer }) => tokenOf(evidence, bearer) !== undefined),
  then: (evidence, call) => {
    const wanted = call.endpoint === 'batch.subscription' ? 'access' : 'client'
    const token = tokenOf(evidence, call.bearer)
    const says = `A package that opens with the ${wanted} token was asked for with one of class ${token?.class}.`
    return [{ holds: token?.class === wanted, says, rests: [call] }]
  },
})

const empty = check({
  id: 'pge/packages/empty',
  title: 'takes an empty package for an empty package',
  requirement: 'PGE-PACKAGE-3',
  level: 'must',
  remedy: '204 on a package says that there is nothing in it: go on with the next, and do not ask again.',
  when: (evidence) => retrievalsOf(evidence).filter(({ status }) => status === 204),
  then: (evidence, call) => {
    const again = retrievalsOf(evidence).filter(
      ({ id, correlationId }) => id > call.id && correlationId === call.correlationId,
    )
    const failed = call.turn !== undefined && call.turn.exit !== 0
    const says = `The package was empty; the client asked for it ${again.length} times more${failed ? ', and its turn failed' : ''}.`
    return [{ holds: again.length === 0 && !failed, says, rests: [call, ...again] }]
  },
})

const daily = check({
  id: 'pge/packages/collects-daily',
  title: 'collects the package of every evening, if it wants to be notified as data is ready',
  requirement: 'PGE-PACKAGE-4',
  level: 'must',
  remedy: 'Each daily package holds one day, and none is sent again: fetch them all, or leave "Notify me" off.',
  when: (evidence) => toldTo(evidence).filter(({ kind, id }) => kind === 'daily' && isDue(evidence, id)),
  then: (evidence, told) => {
    const ids = packagesIn(told.entry.content)
    const calls = retrievalsOf(evidence).filter(({ correlationId }) => ids.includes(correlationId))
    const asked = new Set(calls.map(({ correlationId }) => correlationId))
    const says = `Of ${ids.length} daily packages that were announced at ${told.at}, the client asked for ${asked.size}.`
    return [{ holds: asked.size === ids.length, says, rests: [told, ...calls] }]
  },
})

const asksOnce = check({
  id: 'pge/packages/asks-once',
  title: 'asks once for a package, and waits for its notice',
  requirement: 'PGE-PACKAGE-5',
  level: 'should',
  remedy: 'Every request is answered 202 and has another package made: to ask again is no way to see if one is ready.',
  when: (evidence) => requestsOf(evidence),
  then: (evidence, call) => {
    const again = requestsOf(evidence).filter(
      ({ id, turn, path }) => id > call.id && turn === call.turn && path === call.path,
    )
    const says = `In one turn the client asked ${again.length + 1} times for ${call.path}.`
    return [{ holds: again.length === 0, says, rests: [call, ...again] }]
  },
})

const everyCustomer = check({
  id: 'pge/packages/every-usage-point',
  title: 'takes every usage point out of a package, whoever’s it is',
  requirement: 'PGE-PACKAGE-6',
  level: 'must',
  needs: 'words',
  remedy:
    'A bulk package holds many usage points, of power or of gas, with readings or with bills only: read them all.',
  when: (evidence) =>
    everSaid(evidence, 'agreements').flatMap(({ turn, what }) => {
      const packages = toldOf(evidence).feeds.filter(
        ({ call }) => call.query.has('correlationID') && call.id <= turn.until,
      )
      return packages.map(({ call, feed }) => ({ call, feed, turn, what }))
    }),
  then: (evidence, { call, feed, turn, what }) => {
    const current = currentAgreements(evidence, turn)
    const held = feed.usagePoints.filter(({ id }) => current.has(id))
    if (held.length === 0) return []
    const missing = held.filter(({ id }) => !what.some(({ usagePoint }) => usagePoint === id))
    const names = missing.map(({ id }) => named(evidence, id)).join(', ')
    const says = `Of ${held.length} usage points in a package the client left out ${names || 'none'}.`
    return [{ holds: missing.length === 0, says, rests: [turn, call] }]
  },
})

export const packages: readonly Check[] = [announcedOnly, rightToken, empty, daily, asksOnce, everyCustomer]

/** Whether there was a run after a moment in which the client could fetch what it was told of. */
function isDue(evidence: Evidence, moment: number): boolean {
  return syncs(evidence).some(({ id }) => id > moment)
}
