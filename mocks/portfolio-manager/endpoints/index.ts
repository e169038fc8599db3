import { account } from './account.ts'
import { association } from './association.ts'
import { billboard } from './billboard.ts'
import { building } from './building.ts'
import { consumption } from './consumption.ts'
import { customer } from './customer.ts'
import { exchangeSettings } from './exchange-settings.ts'
import { hierarchy } from './hierarchy.ts'
import { identifier } from './identifier.ts'
import { legacy } from './legacy.ts'
import { meter } from './meter.ts'
import { metrics } from './metrics.ts'
import { notification } from './notification.ts'
import { property } from './property.ts'
import { propertyUse } from './property-use.ts'
import { sharing } from './sharing.ts'
import { testEnvironment } from './test-environment.ts'
import { wasteData } from './waste-data.ts'
import { whatChanged } from './what-changed.ts'

/** Everything the web services answer, by noun. */
export const endpoints = [
  ...account,
  ...legacy,
  ...customer,
  ...exchangeSettings,
  ...sharing,
  ...notification,
  ...property,
  ...propertyUse,
  ...building,
  ...meter,
  ...identifier,
  ...hierarchy,
  ...whatChanged,
  ...association,
  ...consumption,
  ...wasteData,
  ...metrics,
  ...billboard,
  ...testEnvironment,
]
