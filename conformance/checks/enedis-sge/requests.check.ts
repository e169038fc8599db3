import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { noneOf } from './none-of.ts'
import {
  agreementAt,
  callsOf,
  daysBetween,
  daysLater,
  everyIn,
  inTheEnd,
  isForMeasures,
  knocksIn,
  named,
  ownCalls,
  parisDay,
  smoothSyncs,
  textOf,
  wordOf,
  type Call,
} from './facts/index.ts'

const malformed = ['sgeMalformed', 'sgeDataMissing', 'sgePathUnknown', 'sgeWrongMethod', 'sgeDataIncoherent']
/** How far back curves and the other measures reach, in days. */
const depths = { curve: 24 * 31, other: 36 * 31 }

const wellFormed = noneOf(
  {
    id: 'enedis-sge/requests/well-formed',
    title: 'sends messages that its description of the service allows',
    requirement: 'SGE-REQUEST-1',
    remedy:
      'Make the calls from ?wsdl: names, order and namespaces of elements all count, and local ones have no namespace.',
  },
  (evidence) => callsOf(evidence).filter(({ turn }) => turn?.ask !== 'case'),
  (_, { entry, usagePoints }) =>
    malformed.includes(entry.refusal?.refusal ?? '') && usagePoints.every((one) => one.length === 14),
  'could not be understood',
)

const ownNames = noneOf(
  {
    id: 'enedis-sge/requests/own-login-and-contract',
    title: 'calls as its own user and under its own contract, as it was told them',
    requirement: 'SGE-REQUEST-2',
    remedy: 'Take both from settings: WATTPROOF_ENEDIS_SGE_LOGIN and WATTPROOF_ENEDIS_SGE_CONTRACT here.',
  },
  (evidence) => callsOf(evidence).filter((call) => sendersOf(call).length > 0),
  ({ told = {} }, call) =>
    sendersOf(call).some(({ kind, value }) => {
      const own = told[`WATTPROOF_ENEDIS_SGE_${kind}`]
      return own !== undefined && own !== value
    }),
  'named another user or contract',
)

const leadingZeros = noneOf(
  {
    id: 'enedis-sge/requests/leading-zeros',
    title: 'spells usage points with all their fourteen digits',
    requirement: 'SGE-REQUEST-3',
    remedy: 'A PRM is a text: as a number it loses the zeros it may begin with.',
  },
  (evidence) => ownCalls(evidence).filter(({ usagePoints }) => usagePoints.length > 0),
  (evidence, { usagePoints }) =>
    usagePoints.some((one) => one.length < 14 && inTheEnd(evidence).points[one.padStart(14, '0')] !== undefined),
  'named a usage point by fewer digits than it has',
)

const sevenDays = noneOf(
  {
    id: 'enedis-sge/requests/seven-days',
    title: 'asks for no more than seven days of a curve at once',
    requirement: 'SGE-REQUEST-4',
    remedy: 'dateFin is not included: seven days from dateDebut on are the most, and SGT4L8 says it was more.',
  },
  (evidence) => curveCalls(evidence),
  (_, call) => daysBetween(wordOf(call, 'dateDebut') ?? '', wordOf(call, 'dateFin') ?? '') > 7,
  'for curves asked for more than seven days',
)

const depth = noneOf(
  {
    id: 'enedis-sge/requests/depth',
    title: 'asks for nothing older than Enedis keeps: curves of 24 months, other measures of 36',
    requirement: 'SGE-REQUEST-5',
    remedy: 'Begin where what is kept begins, and not where your customer does.',
  },
  (evidence) => ownCalls(evidence).filter(isForMeasures),
  (_, call) => isTooOld(call),
  'asked for measures that are no longer kept',
)

const direction = noneOf(
  {
    id: 'enedis-sge/requests/direction',
    title: 'asks for the direction in which its customer’s site goes',
    requirement: 'SGE-REQUEST-6',
    remedy: 'sens INJECTION, or injection true, for what is fed in; SOUTIRAGE, or soutirage, for what is drawn.',
  },
  (evidence) => ownCalls(evidence).filter((call) => directionOf(call) !== undefined && call.usagePoints.length > 0),
  (evidence, call) =>
    call.usagePoints.some((usagePoint) => {
      const agreed = agreementAt(evidence, usagePoint, call)?.direction
      return agreed !== undefined && agreed !== directionOf(call)
    }),
  'asked for the other direction',
)

const certificate = check({
  id: 'enedis-sge/requests/certificate',
  title: 'calls over TLS, where it shows its certificate',
  requirement: 'SGE-REQUEST-7',
  level: 'must',
  remedy:
    'Call WATTPROOF_ENEDIS_SGE_URL with the certificate and the key that you were given: Enedis has no other door.',
  when: (evidence) => evidence.turns.filter((turn) => knocksIn(evidence, turn).length > 0),
  then: (evidence, turn) => {
    const calls = knocksIn(evidence, turn)
    const bare = calls.filter(({ entry }) => !entry.request.url.startsWith('https:'))
    const says = `${bare.length} of ${calls.length} calls came without TLS.`
    return [{ holds: bare.length === 0, says, rests: bare.length > 0 ? bare : calls.slice(0, 1) }]
  },
})

const noneLeftOut = check({
  id: 'enedis-sge/requests/no-day-left-out',
  title: 'leaves no day out between what it asked for before and what it asks for now',
  requirement: 'SGE-REQUEST-8',
  level: 'must',
  remedy: 'Begin with the day after the last that you have, and not with yesterday: a run may have been left out.',
  when: (evidence) => smoothSyncs(evidence).filter((turn) => curveCalls(evidence).some((call) => call.turn === turn)),
  then: (evidence, turn) => {
    const points = new Set(curveCalls(evidence).flatMap((call) => (call.turn === turn ? call.usagePoints : [])))
    return [...points].flatMap((usagePoint) => {
      const left = leftOut(evidence, usagePoint, turn)
      const says = `Of the curve of ${named(evidence, usagePoint)} the client left ${left.length} days out${left[0] ? `, such as ${left[0]}` : ''}.`
      return [{ holds: left.length === 0, says, rests: [turn] }]
    })
  },
})

/** How requests are spelled, and how much they ask for. */
export const requests: readonly Check[] = [
  ...[wellFormed, ownNames, leadingZeros, sevenDays, depth, direction, certificate, noneLeftOut],
]

function sendersOf(call: Call): { kind: 'LOGIN' | 'CONTRACT'; value: string }[] {
  const every = (names: string[]) =>
    names.flatMap((name) => everyIn(call.words, name).flatMap((one) => textOf(one) ?? []))
  return [
    ...every(['initiateurLogin', 'loginUtilisateur', 'loginDemandeur']).map(
      (value) => ({ kind: 'LOGIN', value }) as const,
    ),
    ...every(['contratId']).map((value) => ({ kind: 'CONTRACT', value }) as const),
  ]
}

function curveCalls(evidence: Evidence): Call[] {
  return ownCalls(evidence).filter((call) => isForMeasures(call) && wordOf(call, 'mesuresTypeCode') === 'COURBE')
}

function isTooOld(call: Call): boolean {
  const from = wordOf(call, 'dateDebut')
  if (from === undefined) return false
  const reach = wordOf(call, 'mesuresTypeCode') === 'COURBE' ? depths.curve : depths.other
  return daysBetween(from, parisDay(call.at)) > reach
}

function directionOf(call: Call): 'consumption' | 'production' | undefined {
  const sens = wordOf(call, 'sens')
  if (sens !== undefined) return sens === 'INJECTION' ? 'production' : 'consumption'
  const [soutirage, injection] = [wordOf(call, 'soutirage'), wordOf(call, 'injection')]
  if (soutirage === injection) return undefined
  return injection === 'true' ? 'production' : 'consumption'
}

/** Days between the first and the last that were ever asked for, by the end of a run, that nobody asked for. */
function leftOut(evidence: Evidence, usagePoint: string, turn: Turn): string[] {
  const windows = curveCalls(evidence)
    .filter((call) => call.id <= turn.until && call.usagePoints.includes(usagePoint))
    .map((call) => ({ from: wordOf(call, 'dateDebut') ?? '', until: wordOf(call, 'dateFin') ?? '' }))
  const [first] = windows.map(({ from }) => from).sort()
  const last = windows
    .map(({ until }) => until)
    .sort()
    .at(-1)
  const left = []
  for (let day = first ?? ''; last !== undefined && day < last; day = daysLater(day, 1))
    if (!windows.some(({ from, until }) => from <= day && day < until)) left.push(day)
  return left
}
