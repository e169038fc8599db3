import type { EnedisHouse } from '../../dialect/index.ts'
import { writeAuthorisation } from '../../domain/sge/authorisations/authorisation.ts'
import { customerNamed, partyNamed, usagePointNamed, you } from '../../domain/names.ts'
import { dayAfter, parisDay } from '../../domain/paris.ts'
import { authorisedData, type Authorisation, type State } from '../../model/index.ts'
import { castOf, type Given } from '../given.ts'
import { sgeOf, type GivenAuthorisation } from './given.ts'

/** What customers have signed before the story begins; where it says nothing, all of them have signed for you. */
export function openAuthorisations(state: State, given: Given, { now }: EnedisHouse): void {
  const today = parisDay(now)
  const { authorisations } = sgeOf(given)
  if (authorisations === undefined) {
    for (const customer of Object.keys(castOf(given).customers))
      writeAuthorisation(state, usualOf(state, customer, today))
    return
  }
  for (const [id, told] of Object.entries(authorisations))
    writeAuthorisation(state, authorisationOf(state, { id, told, today }))
}

function authorisationOf(
  state: State,
  { id, told, today }: { id: string; told: GivenAuthorisation; today: string },
): Authorisation {
  const { kind, purpose, use, data, free, validUntil = null, withdrawnOn = null } = told
  return {
    id,
    party: partyNamed(state, told.party),
    customer: customerNamed(state, told.customer),
    usagePoints: told.usagePoints?.map((name) => usagePointNamed(state, name)) ?? null,
    kind,
    purposes: purpose === null ? [] : [purpose].flat(),
    use,
    data,
    issuedOn: told.issuedOn ?? today,
    validUntil,
    withdrawnOn,
    free,
  }
}

/** A consent to everything, since a year ago and for years to come. */
function usualOf(state: State, customer: string, today: string): Authorisation {
  return {
    id: `of ${customer}`,
    party: partyNamed(state, you),
    customer: customerNamed(state, customer),
    usagePoints: null,
    kind: 'consent',
    purposes: ['suivi des consommations'],
    use: 'restitution au client',
    data: [...authorisedData],
    issuedOn: dayAfter(today, '-P1Y'),
    validUntil: dayAfter(today, 'P5Y'),
    withdrawnOn: null,
    free: true,
  }
}
