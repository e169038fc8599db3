import { applicationInformation } from './application-information.ts'
import { authorization } from './authorization.ts'
import { batch } from './batch.ts'
import { definitions } from './definitions.ts'
import { meterReading } from './meter-reading.ts'
import { retailCustomer } from './retail-customer.ts'
import { service } from './service.ts'
import { usagePoint } from './usage-point.ts'
import { usageSummary } from './usage-summary.ts'

/** Everything under /GreenButtonConnect, by noun. Source: PAGE and APIS, Supported APIs. */
export const resources = [
  ...service,
  ...applicationInformation,
  ...authorization,
  ...definitions,
  ...usagePoint,
  ...meterReading,
  ...usageSummary,
  ...batch,
  ...retailCustomer,
]
