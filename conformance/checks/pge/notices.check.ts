import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { callsOf, nextSync, type Told } from './facts/index.ts'
import { announced, firstTold, noticesFor, noticesOf, packagesIn, requestsOf, retrievalsOf } from './facts/packages.ts'

const answers = check({
  id: 'pge/notices/answers-200',
  title: 'answers each notice with 200, within five seconds',
  requirement: 'PGE-NOTICE-1',
  level: 'must',
  remedy: 'Store what a notice says and answer 200 at once. Register the address at which you really listen.',
  when: (evidence) => noticesOf(evidence).filter((notice) => isMeantForClient(notice) && isAtHome(evidence, notice)),
  then: (_, notice) => {
    const how = notice.status === undefined ? (notice.says ?? 'nothing') : String(notice.status)
    return [{ holds: notice.status === 200, says: `The notice was answered with: ${how}`, rests: [notice] }]
  },
})

const answersFirst = check({
  id: 'pge/notices/answers-first',
  title: 'answers a notice before it fetches what the notice names',
  requirement: 'PGE-NOTICE-2',
  level: 'should',
  remedy: 'Packages are long, and whoever sends a notice does not wait: answer 200 first, fetch afterwards.',
  when: firstTold,
  then: (evidence, told) => {
    const ids = packagesIn(told.entry.content)
    const before = retrievalsOf(evidence).filter(({ id, correlationId }) => id < told.id && ids.includes(correlationId))
    const says = `${before.length} of ${ids.length} packages were fetched before the notice of them was answered.`
    return [{ holds: before.length === 0, says, rests: [told, ...before] }]
  },
})

const comings = (
  [
    ['fetches-each', 'usual', 'PGE-NOTICE-3', 'fetches every package that a notice names', 'A notice may name several'],
    ['takes-early', 'early', 'PGE-NOTICE-4', 'heeds a notice that comes before the answer to its request', 'Store it'],
    ['takes-late', 'late', 'PGE-NOTICE-5', 'heeds a notice that comes hours late', 'There is no bound: keep listening'],
  ] as const
).map(([name, came, requirement, title, hint]) =>
  check({
    id: `pge/notices/${name}`,
    title,
    requirement,
    level: 'must',
    remedy: `${hint}. Read every resources element of a BatchList, whatever you were waiting for, and fetch each of them.`,
    when: (evidence) => announced(evidence).filter((told) => told.came === came),
    then: (evidence, told) => fetched(evidence, told),
  }),
)

const once = check({
  id: 'pge/notices/fetches-once',
  title: 'fetches a package once when its notice comes twice',
  requirement: 'PGE-NOTICE-6',
  level: 'should',
  remedy: 'Remember the correlationIDs you have fetched: nothing protects a notice from being sent again.',
  when: (evidence) => firstTold(evidence).filter(({ entry }) => entry.fault === 'twice'),
  then: (evidence, { id, entry }) => {
    const ids = packagesIn(entry.content)
    const rests = retrievalsOf(evidence).filter(({ heard, correlationId }) => heard && ids.includes(correlationId))
    const holds = ids.every((one) => rests.filter(({ correlationId }) => correlationId === one).length <= 1)
    return [
      { holds, says: `The client fetched ${ids.length} packages ${rests.length} times.`, rests: [{ id }, ...rests] },
    ]
  },
})

const asksAgain = check({
  id: 'pge/notices/asks-again',
  title: 'asks again for a package of which no notice came for a day',
  requirement: 'PGE-NOTICE-7',
  level: 'must',
  remedy:
    'Remember when you asked. If nothing was announced for a day, ask anew: notices are sent once and can get lost.',
  when: (evidence) =>
    requestsOf(evidence).flatMap((request) => {
      const came = noticesFor(evidence, request).some(isTold)
      const serve = evidence.turns.find(
        ({ ask, id, at }) => ask === 'serve' && id > request.id && isDayLater(at, request.at),
      )
      return came || serve === undefined ? [] : [{ request, serve }]
    }),
  then: (evidence, { request, serve }) => {
    const again = callsOf(evidence).filter(
      ({ id, path, query }) => id > serve.id && path === request.path && !query.has('correlationID'),
    )
    const says = `No notice came of ${request.path}, and a day later the client asked ${again.length} times more.`
    return [{ holds: again.length > 0, says, rests: [request, serve, ...again.slice(0, 1)] }]
  },
})

const ownAddress = check({
  id: 'pge/notices/own-address',
  title: 'takes notices only at the address that it registered',
  requirement: 'PGE-NOTICE-8',
  level: 'should',
  remedy: 'Notices carry no signature: answer 404 at every other address, so that whoever sends learns of the mistake.',
  when: (evidence) => noticesOf(evidence).filter(({ fault }) => fault === 'misaddressed'),
  then: (_, notice) => {
    const holds = notice.outcome !== 'delivered'
    const says = `A notice that was sent to ${notice.to} was answered with ${notice.status ?? 'nothing'}.`
    return [{ holds, says, rests: [notice] }]
  },
})

export const notices: readonly Check[] = [answers, answersFirst, ...comings, once, asksAgain, ownAddress]

type Notice = ReturnType<typeof noticesOf>[number]

/** Attempts that reached for the registered address, and trusted it. */
function isMeantForClient({ outcome, fault }: Notice): boolean {
  const wasSent = outcome === 'delivered' || outcome === 'refused' || outcome === 'failed'
  return wasSent && fault !== 'misaddressed' && fault !== 'distrust'
}

/** A client that runs for each ask is not at home between two: only where some notice found it, each has to. */
function isAtHome(evidence: Evidence, { status, says = '' }: Notice): boolean {
  const isThere = noticesOf(evidence).some((notice) => notice.status !== undefined)
  return status !== undefined || isThere || !says.includes('ECONNREFUSED')
}

function isTold({ outcome, fault }: Notice): boolean {
  return outcome === 'delivered' && fault !== 'misaddressed'
}

function isDayLater(at: string, since: string): boolean {
  return Date.parse(at) - Date.parse(since) >= 86_400_000
}

/** Whether the packages of a notice were asked for by the end of the next run. */
function fetched(evidence: Evidence, told: Told) {
  const next = nextSync(evidence, told)
  if (next === undefined) return []
  const ids = packagesIn(told.entry.content)
  const calls = retrievalsOf(evidence).filter(
    ({ id, correlationId }) => id <= next.until && ids.includes(correlationId),
  )
  const asked = new Set(calls.map(({ correlationId }) => correlationId))
  const says = `Of ${ids.length} packages that the notice named, the client asked for ${asked.size}.`
  return [{ holds: asked.size === ids.length, says, rests: [told, ...calls] }]
}
