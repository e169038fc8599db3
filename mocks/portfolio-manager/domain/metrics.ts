import { refuse } from '../errors/index.ts'
import type { Look } from '../dialect.ts'
import type { AccountId, PropertyId } from '../model/index.ts'
import type { MetricView, PropertyView, Seen, SeenAccount } from '../views.ts'
import { readableProperty } from './access-rules.ts'
import { accountOf, personIn } from './account.ts'
import { idsIn } from './members.ts'
import { propertyShareOf, providersOf } from './share-book.ts'

type Asking = PropertyView & { state: Seen; caller: AccountId; owner: SeenAccount; sharer: SeenAccount | undefined }
type Metric = Omit<MetricView, 'name' | 'value'> & { value: (asking: Asking) => string | null }

const about = (id: string, value: Metric['value']): Metric => ({ id, dataType: 'string', value })
const notYet = (id: string, uom?: string): Metric => ({
  id,
  ...(uom === undefined ? {} : { uom }),
  dataType: 'numeric',
  value: () => null,
})

/**
 * Metrics that say who may do what on a property; their values beyond names and ids are ours. Those of energy and water
 * need readings and answer nil: as at the provider when it cannot compute. Source: DOC, inventory of metrics.
 */
const metrics: Readonly<Record<string, Metric>> = {
  propertyDataAdministrator: about('447', ({ owner }) => personIn(owner)),
  propertyDataAdministratorEmail: about('1303', ({ owner }) => owner.details.contact.email),
  propertyDataAdministratorAccountId: about('1489', ({ owner }) => owner.id),
  sharedByContact: about('1467', ({ sharer }) => (sharer ? personIn(sharer) : null)),
  sharedByContactAccountId: about('1490', ({ sharer }) => sharer?.id ?? null),
  myPermissions: about('1468', ({ accessLevel }) => (accessLevel === 'Read' ? 'Read Only Access' : 'Full Access')),
  abilityToShareForward: about('1469', ({ caller, owner }) => (caller === owner.id ? 'Yes' : 'No')),
  numberOfPeopleWithAccess: {
    id: '1470',
    dataType: 'numeric',
    value: (asking) => String(peopleWithAccess(asking).length),
  },
  peopleWithAccess: about('1471', (asking) => peopleWithAccess(asking).map(personIn).join(', ')),
  propertySharedWithAnyWSProvider: about('2215', (asking) => (holders(asking).length > 0 ? 'Yes' : 'No')),
  score: notYet('438', 'Score'),
  siteTotal: notYet('272'),
  siteIntensity: notYet('273'),
  sourceTotal: notYet('284'),
  sourceIntensity: notYet('285'),
  waterUseTotal: notYet('1259'),
  waterIntensityTotal: notYet('1970'),
  energyCost: notYet('375'),
}

/** Values of the metrics a caller names, for a property it may read. */
export function readMetrics(
  state: Seen,
  { caller, property, names }: { caller: AccountId; property: PropertyId; names: readonly string[] },
  look: Look,
): MetricView[] {
  const view = readableProperty(state, { caller, property }, look)
  const asking: Asking = { ...view, state, caller, owner: accountOf(state, view.property.owner), sharer: undefined }
  const share = propertyShareOf(state, { provider: caller, property })
  if (share) asking.sharer = accountOf(state, share.sharer)
  return names.map((name) => {
    const metric = Object.hasOwn(metrics, name) ? metrics[name] : undefined
    if (!metric) throw refuse.unknownMetric({ name })
    return { ...metric, name, value: metric.value(asking) }
  })
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
