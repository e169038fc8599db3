import { branch, documentOf, each, leaf, nothing } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { PmSettings } from '../dialect.ts'
import type { FieldValues } from '../model/index.ts'
import type { Page, PendingAccount, PendingMeter, PendingProperty, SeenAccount } from '../views.ts'
import { auditBlock } from './audit.ts'
import { customFieldListBlock } from './custom-field.ts'
import { accountInfo } from './customer.ts'
import { linkList } from './envelope.ts'
import { pageLinks } from './links.ts'
import { meterBlock } from './meter.ts'
import { propertyBlock } from './property.ts'

/** Connection requests that wait for an answer. Source: XSD26, pendingAccountsType. */
export function encodePendingAccounts(page: Page<PendingAccount>, settings: PmSettings): string {
  return pendingList(page, '/connect/account/pending/list', settings, ({ account, connection }) =>
    branch(
      'account',
      leaf('accountId', account.id),
      username(account, settings),
      fields(connection.values),
      accountInfo(account),
      auditBlock('connectionAudit', connection.audit, settings),
    ),
  )
}

/** Property shares that wait for an answer. Source: XSD26, pendingPropertiesType. */
export function encodePendingProperties(page: Page<PendingProperty>, settings: PmSettings): string {
  return pendingList(page, '/share/property/pending/list', settings, ({ property, owner, share }) =>
    branch(
      'property',
      leaf('propertyId', property.id),
      fields(share.values),
      leaf('accessLevel', share.level),
      leaf('accountId', owner.id),
      username(owner, settings),
      propertyBlock('propertyInfo', property, { settings }),
      shareAudit(share, settings),
    ),
  )
}

/** Meter shares that wait for an answer. Source: XSD26, pendingMetersType. */
export function encodePendingMeters(page: Page<PendingMeter>, settings: PmSettings): string {
  return pendingList(page, '/share/meter/pending/list', settings, ({ meter, property, owner, share }) =>
    branch(
      'meter',
      leaf('meterId', meter.id),
      leaf('propertyId', property.id),
      leaf('accountId', owner.id),
      username(owner, settings),
      fields(share.values),
      leaf('accessLevel', share.level),
      propertyBlock('propertyInfo', property, { settings }),
      meterBlock(meter, { settings, inRequest: true }),
      shareAudit(share, settings),
    ),
  )
}

function pendingList<Item>(
  page: Page<Item>,
  path: string,
  settings: PmSettings,
  write: (item: Item) => Markup,
): string {
  const isLast = page.next === undefined
  const links = isLast && settings.lastPageLinks === 'none' ? [] : pageLinks(page, { path })
  return documentOf(branch('pendingList', each(page.items, write), links.length > 0 ? linkList(links) : nothing))
}

/** The element came after schema 4.0: X10. */
const username = (account: SeenAccount, { schemaEra }: PmSettings): Markup =>
  leaf('username', schemaEra === '26' ? account.details.username : undefined)

const fields = (values: Readonly<FieldValues>): Markup =>
  Object.keys(values).length > 0 ? customFieldListBlock(values) : nothing

/** Who made the share; the NRCan guide knows the maker by two other names as well: X6. */
function shareAudit({ audit }: PendingProperty['share'] | PendingMeter['share'], settings: PmSettings): Markup {
  const block = auditBlock('shareAudit', audit, settings)
  if (settings.legacyShareAuditNames === 'off') return block
  const makers = [
    leaf('notificationCreatedBy', audit.createdBy),
    leaf('notificationCreatedByAccountId', audit.createdByAccountId),
  ]
  return each([block, ...makers], (part) => part)
}
