import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { noneOf } from './none-of.ts'
import {
  agreementAt,
  agreementsOf,
  declaresAgreement,
  everyIn,
  isFileOrder,
  isForMeasures,
  isSubscription,
  listed,
  named,
  ownCalls,
  stands,
  textIn,
  wordOf,
  type Agreement,
  type Call,
} from './facts/index.ts'

/** Calls that a customer must have agreed to. */
function wanting(evidence: Evidence): Call[] {
  return ownCalls(evidence).filter((call) => needsAgreement(call) && call.usagePoints.length > 0)
}

const never = noneOf(
  {
    id: 'enedis-sge/agreement/never-without',
    title: 'asks for no measures, and orders nothing, of a customer who never agreed',
    requirement: 'SGE-AGREEMENT-1',
    remedy: 'Look for the signed agreement before each call: Enedis believes what you declare, and asks for it later.',
  },
  wanting,
  (evidence, call) => pointsWhere(evidence, call, (agreement) => agreement === undefined).length > 0,
  'were about a customer who never agreed',
)

const withdrawn = noneOf(
  {
    id: 'enedis-sge/agreement/not-after-withdrawal',
    title: 'asks for nothing, and orders nothing, once a customer has taken their agreement back',
    requirement: 'SGE-AGREEMENT-2',
    remedy:
      'From the moment they are no longer yours no call may declare that they agree, not even for the days before.',
  },
  (evidence) => (agreementsOf(evidence).some(({ ended }) => ended !== null) ? wanting(evidence) : []),
  (evidence, call) => pointsWhere(evidence, call, (agreement) => isWithdrawn(agreement, call)).length > 0,
  'came after the customer had taken their agreement back',
)

const ended = noneOf(
  {
    id: 'enedis-sge/agreement/not-after-its-end',
    title: 'asks for nothing, and orders nothing, after the last day of an agreement',
    requirement: 'SGE-AGREEMENT-3',
    remedy: 'Keep the day until which the customer signed, and hold each call against it.',
  },
  (evidence) => (agreementsOf(evidence).some(({ until }) => until !== null) ? wanting(evidence) : []),
  (evidence, call) => pointsWhere(evidence, call, (agreement) => isOver(agreement, call)).length > 0,
  'came after the last day that the customer signed for',
)

const kinds = noneOf(
  {
    id: 'enedis-sge/agreement/only-what-was-signed',
    title: 'asks only for the kinds of data that the customer signed for',
    requirement: 'SGE-AGREEMENT-4',
    remedy: 'Who signed for indexes has not signed for the curve: keep what they agreed to, and ask for no more.',
  },
  (evidence) => wanting(evidence).filter((call) => kindOf(call) !== undefined),
  (evidence, call) => pointsWhere(evidence, call, (agreement) => isBeyond(agreement, call)).length > 0,
  'were for data that the customer has not signed for',
)

const nobodyElse = check({
  id: 'enedis-sge/agreement/names-the-customer',
  title: 'names the customer who signed in each order that declares an agreement',
  requirement: 'SGE-AGREEMENT-5',
  level: 'must',
  remedy: 'personnePhysique with nom, or personneMorale with denominationSociale, as they stand in the agreement.',
  when: (evidence) => ownCalls(evidence).filter((call) => namesClient(call) && declaresAgreement(call)),
  then: (evidence, call) => {
    const agreements = call.usagePoints.flatMap((usagePoint) => agreementAt(evidence, usagePoint, call) ?? [])
    if (agreements.length === 0) return []
    const name = textIn(call.words, 'nom') ?? textIn(call.words, 'denominationSociale')
    const holds = agreements.some(({ client }) => [client['nom'], client['denominationSociale']].includes(name))
    const says = `The client declared the agreement of ${name ?? 'nobody'} for ${listed(evidence, call.usagePoints)}.`
    return [{ holds, says, rests: [call] }]
  },
})

const within = check({
  id: 'enedis-sge/agreement/no-longer-than-signed',
  title: 'orders services for no longer than the customer signed',
  requirement: 'SGE-AGREEMENT-6',
  level: 'must',
  remedy: 'dateFin is the last day of the agreement, or the last that a service may have, whichever comes first.',
  when: (evidence) =>
    ownCalls(evidence).filter((call) => isSubscription(call) && wordOf(call, 'dateFin') !== undefined),
  then: (evidence, call) => {
    const end = wordOf(call, 'dateFin') ?? ''
    return call.usagePoints.flatMap((usagePoint) => {
      const agreement = agreementAt(evidence, usagePoint, call)
      if (agreement === undefined || agreement.until === null) return []
      const says = `The client ordered until ${end} what the customer of ${named(evidence, usagePoint)} signed for until ${agreement.until}.`
      return [{ holds: end.slice(0, 10) <= agreement.until, says, rests: [call] }]
    })
  },
})

/** What customers have agreed to, and what is asked of SGE. */
export const agreement: readonly Check[] = [never, withdrawn, ended, kinds, nobodyElse, within]

function needsAgreement(call: Call): boolean {
  if (call.endpoint === 'technicalData.read') return wordOf(call, 'autorisationClient') === 'true'
  return isForMeasures(call) || isSubscription(call) || isFileOrder(call)
}

/** Services of the collecting families have a customer named; M023 does not ask. */
function namesClient({ endpoint }: Call): boolean {
  return ['collection.order', 'access.order', 'accessServices.order', 'withinTheDay.order', 'history.order'].includes(
    endpoint ?? '',
  )
}

function pointsWhere(evidence: Evidence, call: Call, is: (agreement: Agreement | undefined) => boolean): string[] {
  // How they are spelled is a question of its own.
  return call.usagePoints.filter((usagePoint) => is(agreementAt(evidence, usagePoint.padStart(14, '0'), call)))
}

function isWithdrawn(agreement: Agreement | undefined, call: Call): boolean {
  return agreement !== undefined && agreement.ended !== null && !stands(agreement, call) && !isOver(agreement, call)
}

function isOver(agreement: Agreement | undefined, call: Call): boolean {
  if (agreement === undefined || agreement.until === null) return false
  return !stands({ ...agreement, ended: null }, call)
}

const curves = ['CDC', 'COURBE', 'COURBES']
const indexes = ['IDX', 'INDEX', 'ENERGIE', 'PMAX']

/** Which of the two kinds of collected data a call is about. */
function kindOf(call: Call): 'CDC' | 'IDX' | undefined {
  const named = ['mesuresTypeCode', 'mesureType', 'typeDonnees'].flatMap((name) => everyIn(call.words, name))
  if (named.some((one) => curves.includes(String(one)))) return 'CDC'
  return named.some((one) => indexes.includes(String(one))) ? 'IDX' : undefined
}

function isBeyond(agreement: Agreement | undefined, call: Call): boolean {
  const kind = kindOf(call)
  if (agreement === undefined || kind === undefined) return false
  // Energies and highest powers may be signed for by themselves; they come of the indexes.
  return kind === 'CDC' ? !agreement.of.includes('CDC') : agreement.of.every((one) => one === 'CDC')
}
