import { check, type Check } from '../../check.ts'
import { callsOf, inTheEnd, isForData, named, type Call } from './facts/index.ts'
import { noneOf } from './none-of.ts'

const misspelt = [
  ...[
    'usagePointMissing',
    'startMissing',
    'endMissing',
    'startMalformed',
    'endMalformed',
    'badRequest',
    'parameterMissing',
    'parameterInvalid',
  ],
  ...['unknownPath', 'wrongMethod'],
]

/** Kinds of requests that have a check of their own. */
const judgedElsewhere: readonly Call['kind'][] = ['maxPower', 'token', 'services', 'contract']

const wellFormed = noneOf(
  {
    id: 'enedis-data-connect/requests/well-formed',
    title: 'asks for measures at the addresses, and in the words, that Enedis knows',
    requirement: 'DC-REQUEST-1',
    remedy:
      'v2 wants pointId, dateDebut and dateFin, v5 usage_point_id, start and end; days are YYYY-MM-DD. Enedis itself may answer 500 to what it does not know.',
  },
  (evidence) => callsOf(evidence).filter((call) => !judgedElsewhere.includes(call.kind)),
  (_, { refusal }) => misspelt.includes(refusal ?? ''),
  'could not be understood',
)

const maxPower = noneOf(
  {
    id: 'enedis-data-connect/requests/max-power',
    title: 'says which maxima it asks for: mesuresPas and grandeurPhysique',
    requirement: 'DC-REQUEST-2',
    remedy: 'Send mesuresPas=P1D (or P1M) and grandeurPhysique=PMA (or TOUT): both are required.',
  },
  (evidence) => callsOf(evidence).filter(({ kind, generation }) => kind === 'maxPower' && generation === 'v2'),
  (_, { query }) => !query.has('mesuresPas') || !query.has('grandeurPhysique'),
  'for maximum power left out what is required',
)

const leadingZeros = noneOf(
  {
    id: 'enedis-data-connect/requests/leading-zeros',
    title: 'spells usage points with all their fourteen digits',
    requirement: 'DC-REQUEST-3',
    remedy: 'A PRM is a text: as a number it loses the zeros it may begin with.',
  },
  (evidence) => callsOf(evidence).filter((call) => isForData(call) && call.usagePoint !== undefined),
  (evidence, { usagePoint = '' }) =>
    !/^\d{14}$/.test(usagePoint) && inTheEnd(evidence).points[usagePoint.padStart(14, '0')] !== undefined,
  'named a usage point by fewer digits than it has',
)

const inPath = noneOf(
  {
    id: 'enedis-data-connect/requests/usage-point-in-path',
    title: 'names the usage point in the path of the contract APIs',
    requirement: 'DC-REQUEST-4',
    remedy: 'GET /situation_contrat_auto/v1/{prm}: in the query it is not looked for, and Enedis answers 500.',
  },
  (evidence) => callsOf(evidence).filter(({ kind, generation }) => kind === 'contract' && generation === 'v2'),
  (_, { path }) => !/\/\d{14}\/?$/.test(path),
  'for contract data named no usage point in their path',
)

const direction = check({
  id: 'enedis-data-connect/requests/direction',
  title: 'does not ask again for a direction that a usage point does not have',
  requirement: 'DC-REQUEST-5',
  level: 'must',
  remedy: 'ADAM-ERR0069 means that nothing is measured in that direction: ask for what the list of services names.',
  when: (evidence) => firstOfEach(callsOf(evidence).filter(({ refusal }) => refusal === 'wrongDirection')),
  then: (evidence, call) => {
    const again = callsOf(evidence).filter(
      (one) => one.id > call.id && one.refusal === 'wrongDirection' && isAlike(one, call) && one.kind === call.kind,
    )
    const says = `After it was told that ${named(evidence, call.usagePoint ?? '')} has no ${call.direction}, the client asked for it ${again.length} times.`
    return [{ holds: again.length === 0, says, rests: [call, ...again] }]
  },
})

/** How requests for data are spelled. */
export const requests: readonly Check[] = [wellFormed, maxPower, leadingZeros, inPath, direction]

function isAlike(one: Call, other: Call): boolean {
  return one.usagePoint === other.usagePoint && one.direction === other.direction
}

function firstOfEach(calls: readonly Call[]): Call[] {
  return calls.filter((call, index) => calls.findIndex((one) => isAlike(one, call) && one.kind === call.kind) === index)
}
