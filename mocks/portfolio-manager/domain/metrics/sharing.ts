import type { AccountId } from '../../model/index.ts'
import type { SeenAccount } from '../../views.ts'
import { accountOf, personIn } from '../account.ts'
import { idsIn } from '../members.ts'
import { propertyShareOf, providersOf } from '../share-book.ts'
import { nil, number, text, yesNo, type Asking, type Metrics } from './metric.ts'

const noSharer = 'Nobody has shared the property with you: it is your own.'

/** Who may do what on a property. Source: DOC, inventory of metrics; values beyond names and ids are ours. */
export const sharingMetrics: Metrics = {
  propertyDataAdministrator: text('447', ({ owner }) => personIn(owner)),
  propertyDataAdministratorEmail: text('1303', ({ owner }) => owner.details.contact.email),
  propertyDataAdministratorAccountId: number('1489', undefined, ({ owner }) => owner.id),
  sharedByContact: text('1467', ({ sharer }) => (sharer ? personIn(sharer) : nil(noSharer))),
  sharedByContactAccountId: text('1490', ({ sharer }) => sharer?.id ?? nil(noSharer)),
  myPermissions: text('1468', ({ accessLevel }) => (accessLevel === 'Read' ? 'Read Only Access' : 'Full Access')),
  abilityToShareForward: text('1469', ({ caller, owner }) => yesNo(caller === owner.id)),
  numberOfPeopleWithAccess: number('1470', undefined, (asking) => String(peopleWithAccess(asking).length)),
  peopleWithAccess: text('1471', (asking) => peopleWithAccess(asking).map(personIn).join(', ')),
  propertySharedWithAnyWSProvider: text('2215', (asking) => yesNo(holders(asking).length > 0)),
}

/** Providers that hold the property today. */
function holders({ state, property }: Asking): AccountId[] {
  const providers = providersOf(state, property.id)
  return providers.filter(
    (provider) => propertyShareOf(state, { provider, property: property.id })?.status === 'active',
  )
}

function peopleWithAccess(asking: Asking): SeenAccount[] {
  const { state, property } = asking
  const ids = [property.owner, ...idsIn(state.index.givenTo[property.id]), ...holders(asking)]
  return [...new Set(ids)].map((id) => accountOf(state, id))
}
