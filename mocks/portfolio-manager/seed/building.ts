import type { PmHouse } from '../dialect.ts'
import { accountOf } from '../domain/account.ts'
import { signedBy } from '../domain/audit.ts'
import { fieldsAsked } from '../domain/custom-field.ts'
import { writeGrant } from '../domain/grant.ts'
import { accountNamed, giveName, meterNamed } from '../domain/names.ts'
import { openProperty } from '../domain/property.ts'
import { openShare } from '../domain/share-book.ts'
import type { AccessLevel, FieldValues, Property, Scores, State } from '../model/index.ts'
import type { SeenCustomField } from '../views.ts'
import type { GivenProperty } from './given.ts'
import { openMeters } from './meters.ts'
import { openUses } from './uses.ts'
import { propertyDetails } from '../domain/made-up.ts'

/** A property with its meters, what you hold of it, and the fellow customers who were let in. */
export function build(
  state: State,
  { name, property: given }: { name: string; property: GivenProperty },
  house: PmHouse,
) {
  const owner = accountNamed(state, given.owner)
  const property = openProperty(state, { owner, details: propertyDetails(name, given, house), maker: owner }, house)
  giveName(state, { property: name, id: property.id })
  openUses(state, { property, given: given.uses }, house)
  if (given.score !== undefined || given.waterScore !== undefined) property.scores = scoresIn(given)
  openMeters(state, { property, meters: given.meters }, house)
  shareWithYou(state, { property, given }, house)
  for (const { to, level, mayShareForward } of grantsIn(given)) {
    const holder = accountNamed(state, to)
    writeGrant(state, { with: holder, property: property.id, level, mayShareForward, grantedBy: owner })
  }
}

function scoresIn({ score, waterScore }: GivenProperty): Scores {
  return { ...(score !== undefined && { energy: score }), ...(waterScore !== undefined && { water: waterScore }) }
}

function shareWithYou(
  state: State,
  { property, given }: { property: Property; given: GivenProperty },
  house: PmHouse,
): void {
  if (given.sharedWithYou === undefined) return
  const { access, meters, customFields } = heldIn(given.sharedWithYou, given)
  const { owner: sharer, id: item } = property
  const provider = state.you
  const held = () => ({ provider, sharer, status: 'active', audit: signedBy(accountOf(state, sharer), house) }) as const
  const answersTo = (moment: 'Property' | 'Meter') => answers(fieldsAsked(state, { provider, moment }), customFields)
  openShare(state, { kind: 'property', item, level: access, values: answersTo('Property'), ...held() })
  for (const [meter, level] of Object.entries(meters)) {
    const id = meterNamed(state, meter, item)
    openShare(state, { kind: 'meter', item: id, level, values: answersTo('Meter'), ...held() })
  }
}

function answers(asked: readonly SeenCustomField[], values: FieldValues): FieldValues {
  const names = asked.map(({ details }) => details.name)
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
}

type Held = { access: AccessLevel; meters: Record<string, AccessLevel>; customFields: Record<string, string> }

function heldIn(shared: NonNullable<GivenProperty['sharedWithYou']>, { meters }: GivenProperty): Held {
  const all = (level: AccessLevel) => Object.fromEntries(Object.keys(meters).map((meter) => [meter, level]))
  if (typeof shared === 'string') return { access: shared, meters: all(shared), customFields: {} }
  return { ...shared, meters: typeof shared.meters === 'string' ? all(shared.meters) : shared.meters }
}

function grantsIn({ sharedForwardTo: given }: GivenProperty) {
  if (given === undefined) return []
  if (typeof given === 'string') return [{ to: given, level: 'Full Access', mayShareForward: true } as const]
  return Array.isArray(given) ? given : [given]
}
