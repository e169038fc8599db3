import type { Look } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type { Address, Day, PartyId, UsagePointId, VoltageDomain } from '../../../model/index.ts'
import type { FoundPoint, MeterView, Seen, SeenUsagePoint } from '../../../views/index.ts'
import { isHome } from '../../collection.ts'
import { holderOn } from '../../contracts.ts'
import { identityOf } from '../../holder.ts'
import { idsIn } from '../../members.ts'
import { parisDay } from '../../paris.ts'
import { isElsewhere, isMunicipality, isPostalCode } from './municipality.ts'
import { categoryOf, isInPerimeter, searchedName } from './perimeter.ts'
import { hasWords, plain } from './plain-text.ts'

/** The lines of an address that a search may tell. */
const lines = ['staircaseFloorApartment', 'building', 'numberAndStreet', 'locality'] as const

/** What a party knows of the points it looks for. */
export type Criteria = { [Line in (typeof lines)[number]]?: Address[Line] & string } & {
  postalCode?: string
  inseeCode?: string
  siret?: string
  meter?: string
  domain?: VoltageDomain | 'HTB'
  name?: string
  category?: 'PRO' | 'RES'
  /** Left out, the perimeter is not asked about: points of all of it and of beyond are found. Source: INF. */
  beyondPerimeter?: boolean
}

/** Source: SGEGUIDE, RecherchePoint: 200 at most; more are refused. */
const mostPoints = 200
const shortestName = 3

/** The points that fit what a party tells of them. Source: SGEGUIDE, RecherchePoint. */
export function searchPoints(
  state: Seen,
  { party, criteria }: { party: PartyId; criteria: Criteria },
  { now }: Pick<Look, 'now'>,
): FoundPoint[] {
  mustBeSearchable(criteria)
  const day = parisDay(now)
  const found = candidates(state, criteria)
    .filter(
      (point) => fitsPlace(point, criteria) && fitsMeter(point, criteria) && fitsHolder(state, point, criteria, day),
    )
    .filter((point) => criteria.beyondPerimeter !== false || isInPerimeter(state, { party, point }, now))
  if (found.length > mostPoints) throw refuse.sgeTooManyPoints()
  return found.map((point) => pointTold(state, { party, point, criteria }, now))
}

/** Of several reasons against a search, the first that stands here is told. Source: ANNEX; INF, their order. */
function mustBeSearchable({ siret, meter, postalCode, inseeCode, name, beyondPerimeter }: Criteria): void {
  const isPlace = postalCode !== undefined && inseeCode !== undefined
  // That a place takes both codes is inferred from RP-NR2: a street with the INSEE code alone does not suffice.
  if (siret === undefined && meter === undefined && !isPlace) throw refuse.sgeCriteriaInsufficient()
  if (postalCode !== undefined && !isPostalCode(postalCode)) throw refuse.sgePostalCodeInvalid()
  if (inseeCode !== undefined && !isMunicipality(inseeCode)) throw refuse.sgeMunicipalityUnknown()
  if (beyondPerimeter && name !== undefined && plain(name).length < shortestName) throw refuse.sgeNameTooShort()
}

/** Those in the municipality; without one, all: a number of a meter or a company is asked for now and then. */
function candidates(state: Seen, { inseeCode, postalCode, domain }: Criteria): SeenUsagePoint[] {
  // Who asks for the grid of RTE or of overseas asks somebody else. Source: FAQ, overseas departments are not Enedis; INF.
  if (domain === 'HTB' || [inseeCode, postalCode].some((code) => code !== undefined && isElsewhere(code))) return []
  if (inseeCode === undefined) return Object.values(state.usagePoints)
  return idsIn<UsagePointId>(state.index.pointsIn[inseeCode]).flatMap((id) => state.usagePoints[id] ?? [])
}

function fitsPlace({ address, supply }: SeenUsagePoint, criteria: Criteria): boolean {
  const { postalCode, domain } = criteria
  if (postalCode !== undefined && address.postalCode !== postalCode) return false
  if (domain !== undefined && supply.domain !== domain) return false
  return lines.every((line) => criteria[line] === undefined || hasWords(address[line], criteria[line]))
}

function fitsMeter(point: SeenUsagePoint, { meter }: Criteria): boolean {
  return meter === undefined || meterOf(point)?.serialNumber === meter
}

function fitsHolder(state: Seen, point: SeenUsagePoint, { siret, name, category }: Criteria, day: Day): boolean {
  const holder = holderOn(point, day)
  if (siret !== undefined && siretOf(state, holder) !== siret) return false
  if (category !== undefined && categoryOf(state, holder) !== category) return false
  // A part of a name finds all who have it: the catalogue asks for EST or TES and gets more than TEST. Source: SGECLIENT.
  return name === undefined || plain(searchedName(state, holder) ?? '').includes(plain(name))
}

function siretOf(state: Seen, holder: ReturnType<typeof holderOn>): string | undefined {
  const identity = identityOf(state, holder)
  return identity?.kind === 'legalEntity' ? identity.siret : undefined
}

type Telling = { party: PartyId; point: SeenUsagePoint; criteria: Criteria }

function pointTold(state: Seen, { party, point, criteria }: Telling, now: string): FoundPoint {
  // Who lives there is told to those who knew, or whom the customer has let know. Source: INF.
  const mayKnow = criteria.name !== undefined || isInPerimeter(state, { party, point }, now)
  const holder = mayKnow ? searchedName(state, holderOn(point, parisDay(now))) : undefined
  const { id: usagePoint, address, state: contractual } = point
  return { usagePoint, address, meter: meterView(point), state: contractual, holder: holder ?? null }
}

/** The meter that hangs at a point. */
function meterOf({ meters }: SeenUsagePoint): SeenUsagePoint['meters'][number] | undefined {
  return meters.findLast(({ removedOn }) => removedOn === null)
}

/** The same as the web services tell of it. Source: SGEGUIDE, matricule and numeroSerie; INF, which of them is whose. */
export function meterView(point: SeenUsagePoint): MeterView | null {
  const meter = meterOf(point)
  if (meter === undefined) return null
  return { type: meter.type, number: meter.serialNumber, numbering: isHome(point) ? 'matricule' : 'serialNumber' }
}
