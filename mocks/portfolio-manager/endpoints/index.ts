import { account } from './account.ts'
import { association } from './association.ts'
import { consumption } from './consumption.ts'
import { customer } from './customer.ts'
import { exchangeSettings } from './exchange-settings.ts'
import { hierarchy } from './hierarchy.ts'
import { identifier } from './identifier.ts'
import { meter } from './meter.ts'
import { metrics } from './metrics.ts'
import { notification } from './notification.ts'
import { property } from './property.ts'
import { propertyUse } from './property-use.ts'
import { sharing } from './sharing.ts'
import { wasteData } from './waste-data.ts'
import { whatChanged } from './what-changed.ts'

/** Everything the web services answer, by noun. */
export const endpoints = [
  ...account,
  ...customer,
  ...exchangeSettings,
  ...sharing,
  ...notification,
  ...property,
  ...propertyUse,
  ...meter,
  ...identifier,
  ...hierarchy,
  ...whatChanged,
  ...association,
  ...consumption,
  ...wasteData,
  ...metrics,
]
