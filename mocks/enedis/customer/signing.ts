import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { customerNamed, partyNamed, usagePointNamed, you } from '../domain/names.ts'
import { parisDay } from '../domain/paris.ts'
import { withdrawAuthorisations, writeAuthorisation } from '../domain/sge/authorisations/authorisation.ts'
import { authorisationKinds, authorisedData, type State } from '../model/index.ts'
import { day, text } from '../words.ts'

const as = named('customer')
const party = v.optional(named('party'), you)
const paper = { basis: 'documented', source: 'FAQ, authorisation of the customer' } as const

/** What customers sign for market parties of SGE, which Enedis may ask for and no request carries. */
export const signing = {
  signAuthorisation: action(
    {
      title: 'signs that a market party may have their data, on paper or otherwise',
      args: v.strictObject({
        as,
        party,
        /** Every point of theirs when left out. */
        usagePoints: v.optional(v.array(named('usagePoint'))),
        kind: v.optional(v.picklist(authorisationKinds), 'consent'),
        purposes: v.optional(v.array(text), ['suivi des consommations']),
        /** Null: it does not say. */
        use: v.optional(v.nullable(text), 'restitution au client'),
        data: v.optional(v.pipe(v.array(v.picklist(authorisedData)), v.minLength(1)), [...authorisedData]),
        validUntil: v.optional(day),
        free: v.optional(v.boolean(), true),
      }),
      ...paper,
    },
    (state: State, { as, party, usagePoints, validUntil = null, ...told }, { now, ids }: EnedisHouse) => {
      const id = `${as} ${ids.next('authorisation')}`
      writeAuthorisation(state, {
        ...{ id, ...told, validUntil, issuedOn: parisDay(now), withdrawnOn: null },
        party: partyNamed(state, party),
        customer: customerNamed(state, as),
        usagePoints: usagePoints?.map((name) => usagePointNamed(state, name)) ?? null,
      })
      return { signed: id }
    },
  ),

  withdrawAuthorisation: action(
    {
      title: 'takes back all that they have signed for a market party',
      args: v.strictObject({ as, party }),
      ...paper,
    },
    (state: State, { as, party: name }, { now }: EnedisHouse) => {
      const [customer, party] = [customerNamed(state, as), partyNamed(state, name)]
      return { withdrawn: withdrawAuthorisations(state, { customer, party, on: parisDay(now) }) }
    },
  ),
}
