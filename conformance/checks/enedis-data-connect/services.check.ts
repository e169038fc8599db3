import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import {
  autorisationIn,
  callsIn,
  callsOf,
  everSaid,
  givenOf,
  inTheEnd,
  isForMeasures,
  named,
  nextSync,
  servicesTold,
  spelled,
  type Call,
} from './facts/index.ts'
import { noneOf } from './none-of.ts'

/** How often one list may be asked for in one run. */
const mostTries = 5

const exchangesFirst = check({
  id: 'enedis-data-connect/services/exchanges-first',
  title: 'exchanges autorisation_id for the usage point before it asks for data',
  requirement: 'DC-SERVICES-1',
  level: 'must',
  remedy:
    'POST autorisationId to subscribed_services and take pointId from its list: the number of the consent is no usage point.',
  when: (evidence) => givenOf(evidence).filter(({ autorisation }) => autorisation !== undefined),
  then: (evidence, { call, autorisation }) => {
    const own = inTheEnd(evidence).consents.filter((one) => one.authorisationId === autorisation)
    const points = new Set(own.map(({ usagePoint }) => usagePoint))
    const isAbout = ({ usagePoint = '' }: Call) => points.has(usagePoint) || Number(usagePoint) === Number(autorisation)
    const first = callsOf(evidence).find((one) => one.id > call.id && isForMeasures(one) && isAbout(one))
    if (first === undefined) return []
    const told = servicesTold(evidence).find((one) => one.autorisation === autorisation && one.usagePoints.length > 0)
    const holds = told !== undefined && told.call.id < first.id && points.has(first.usagePoint ?? '')
    const says = `The client asked for ${spelled(first)} ${holds ? 'after' : 'without'} having been told the usage point of autorisation ${autorisation}.`
    return [{ holds, says, rests: told ? [call, told.call, first] : [call, first] }]
  },
})

const wellFormed = noneOf(
  {
    id: 'enedis-data-connect/services/well-formed',
    title: 'asks for subscribed services with autorisationId as a number, and for the list and not its length',
    requirement: 'DC-SERVICES-2',
    remedy: 'Send {"autorisationId": 11, "comptage": false} as JSON; etatCode and serviceType have defaults.',
  },
  (evidence) => callsOf(evidence).filter(({ kind }) => kind === 'services'),
  (_, call) => call.status === 400 || call.status === 405 || call.status === 415,
  'for subscribed services could not be understood',
)

const asksAgain = check({
  id: 'enedis-data-connect/services/asks-again-when-empty',
  title: 'asks again when the list of services is still empty',
  requirement: 'DC-SERVICES-3',
  level: 'must',
  remedy: 'Right after the consent the list may be empty: ask two or three times, then again in the next run.',
  when: (evidence) => servicesTold(evidence).filter(({ empty }) => empty === 'list'),
  then: (evidence, told) => askedAgain(evidence, told),
})

const noList = check({
  id: 'enedis-data-connect/services/no-list',
  title: 'takes a list of services that is null or missing for an empty one',
  requirement: 'DC-SERVICES-4',
  level: 'must',
  remedy: 'Read serviceSouscrit as a list only if it is one: [], null and nothing at all mean the same.',
  when: (evidence) => servicesTold(evidence).filter(({ empty }) => empty === 'null' || empty === 'missing'),
  then: (evidence, told) => askedAgain(evidence, told),
})

const bounded = check({
  id: 'enedis-data-connect/services/asks-a-few-times',
  title: 'asks for one list of services a few times in a run, and no more',
  requirement: 'DC-SERVICES-5',
  level: 'must',
  remedy: 'If services are not there after some seconds, leave it to the next run: each call counts against the quota.',
  when: ({ turns }) => turns,
  then: (evidence, turn) => {
    const asked = callsIn(evidence, turn).filter(({ kind, status }) => kind === 'services' && status !== 429)
    const numbers = [...new Set(asked.map(autorisationIn))]
    return numbers.map((number) => {
      const calls = asked.filter((call) => autorisationIn(call) === number)
      const says = `In one run the client asked for the services of autorisation ${number} ${calls.length} times.`
      return { holds: calls.length <= mostTries, says, rests: calls }
    })
  },
})

const directions = check({
  id: 'enedis-data-connect/services/directions',
  title: 'knows of each usage point whether it consumes, produces, or both',
  requirement: 'DC-SERVICES-6',
  level: 'must',
  needs: 'words',
  remedy: 'Read soutirage and injection of each service: a usage point may have services of both.',
  when: (evidence) => everSaid(evidence, 'usagePoints'),
  then: (evidence, { turn, what }) =>
    what.flatMap((said) => {
      const last = servicesTold(evidence).findLast(
        ({ call, usagePoints }) => call.id <= turn.until && usagePoints.includes(said.usagePoint),
      )
      const told = last?.directions[said.usagePoint]
      if (last === undefined || told === undefined) return []
      const holds = said.consumption === told.consumption && said.production === told.production
      const says = `${named(evidence, said.usagePoint)} ${inWords(told)}; the client takes it that it ${inWords(said)}.`
      return [{ holds, says, rests: [last.call, turn] }]
    }),
})

/** How a client comes from a consent to its usage point. */
export const services: readonly Check[] = [exchangesFirst, wellFormed, asksAgain, noList, bounded, directions]

/** Whether the list was asked for again where that was still of use. */
function askedAgain(evidence: Evidence, { call, autorisation }: ReturnType<typeof servicesTold>[number]) {
  const next = nextSync(evidence, call)
  const until = Math.max(next?.until ?? 0, call.turn?.until ?? 0)
  const again = callsOf(evidence).find(
    (one) => one.id > call.id && one.id <= until && one.kind === 'services' && autorisationIn(one) === autorisation,
  )
  const isDue = inTheEnd(evidence).consents.some(
    ({ authorisationId, ended }) => authorisationId === autorisation && !ended,
  )
  if (!isDue || (again === undefined && next === undefined && call.turn?.exit === 0)) return []
  const says = `No services were listed for autorisation ${autorisation}; the client asked ${again ? 'again' : 'no more'}.`
  return [{ holds: again !== undefined, says, rests: again ? [call, again] : [call] }]
}

function inWords({ consumption, production }: { consumption: boolean; production: boolean }): string {
  const ways = [consumption ? ['consumes'] : [], production ? ['produces'] : []].flat()
  return ways.join(' and ') || 'does neither'
}
