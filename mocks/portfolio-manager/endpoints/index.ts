import { account } from './account.ts'
import { association } from './association.ts'
import { consumption } from './consumption.ts'
import { customer } from './customer.ts'
import { exchangeSettings } from './exchange-settings.ts'
import { meter } from './meter.ts'
import { metrics } from './metrics.ts'
import { notification } from './notification.ts'
import { property } from './property.ts'
import { sharing } from './sharing.ts'
import { wasteData } from './waste-data.ts'

/** Everything the web services answer, by noun. */
export const endpoints = [
  ...account,
  ...customer,
  ...exchangeSettings,
  ...sharing,
  ...notification,
  ...property,
  ...meter,
  ...association,
  ...consumption,
  ...wasteData,
  ...metrics,
]
