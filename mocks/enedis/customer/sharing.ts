import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { revoke } from '../domain/grant.ts'
import { usagePointsHeld } from '../domain/holder.ts'
import { applicationNamed, customerNamed, usagePointNamed, you } from '../domain/names.ts'
import { alert, Impossible } from '../errors/index.ts'
import type { CustomerId, State, UsagePointId } from '../model/index.ts'
import { duration } from '../words.ts'

const as = named('customer')
const application = v.optional(named('application'), you)

/** What customers do on the consent page and in their account. */
export const sharing = {
  accept: action(
    {
      title: 'makes up their mind to accept: the next browser that meets the consent page accepts as this customer',
      args: v.strictObject({
        as,
        /** Left out: all they hold on the page of v1, their first on that of v2. */
        usagePoints: v.optional(v.pipe(v.array(named('usagePoint')), v.minLength(1))),
        /** How long after they take it back. */
        revokeAfter: v.optional(duration),
      }),
      basis: 'documented',
      source: 'SWAGGER, v1 authorize; FAQ, in production the customer accepts or refuses',
    },
    (state: State, { as, usagePoints, revokeAfter }, house: EnedisHouse) => {
      const customer = customerNamed(state, as)
      mustBeOnline(state, customer, as)
      const chosen = usagePoints?.map((name) => ownUsagePoint(state, { as, name })) ?? null
      if (chosen === null && usagePointsHeld(state, customer, house.now).length === 0) throw alert.chooseUsagePoint()
      state.decision = { answer: 'accept', customer, usagePoints: chosen, revokeAfter: revokeAfter ?? null }
      return { will: 'accept' }
    },
  ),

  refuse: action(
    {
      title: 'makes up their mind to refuse: the next browser that meets the consent page refuses',
      args: v.strictObject({ as, withState: v.optional(v.boolean(), true) }),
      basis: 'observed',
      source: 'ISSUES, the redirect of a refusal, sometimes without state',
    },
    (state: State, { as, withState }) => {
      customerNamed(state, as)
      state.decision = { answer: 'refuse', withState }
      return { will: 'refuse' }
    },
  ),

  answerInPerson: action(
    {
      title: 'leaves the consent page to whoever sits at the browser',
      args: v.strictObject({}),
      basis: 'inferred',
      source: 'INF, a story answers the page until it says otherwise',
    },
    (state: State) => {
      state.decision = null
      return { will: 'answer in person' }
    },
  ),

  revoke: action(
    {
      title: 'takes back what they share with an application: of one usage point, or of all',
      args: v.strictObject({ as, application, usagePoint: v.optional(named('usagePoint')) }),
      basis: 'documented',
      source: 'FAQ, a consent is revoked by the customer at any time',
    },
    (state: State, { as, application, usagePoint }, house: EnedisHouse) => {
      const customer = customerNamed(state, as)
      const clientId = applicationNamed(state, application)
      mustHaveBegun(state, { customer, clientId, as })
      const point = usagePoint === undefined ? undefined : ownUsagePoint(state, { as, name: usagePoint })
      return { revoked: revoke(state, { clientId, customer, usagePoint: point }, house) }
    },
  ),
}

/** A usage point of the customer who acts: `home` means their own, whoever else has one of that name. */
function ownUsagePoint(state: State, { as, name }: { as: string; name: string }): UsagePointId {
  const full = `${as}.${name}`
  return usagePointNamed(state, full in state.names.usagePoint ? full : name)
}

function mustBeOnline(state: State, customer: CustomerId, as: string): void {
  if (!(customer in state.logins)) throw new Impossible(`${as} has no account, and consents to nothing online.`)
}

/** Where the client never led the customer to the page there is nothing to take back, and the story ends. */
function mustHaveBegun(
  state: State,
  { customer, clientId, as }: { customer: CustomerId; clientId: string; as: string },
): void {
  const met = Object.values(state.consents).some((one) => one.customer === customer && one.clientId === clientId)
  if (!met) throw new Impossible(`${as} has nothing to take back: the client was never given a consent.`)
}
