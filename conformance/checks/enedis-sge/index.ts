import type { Check } from '../../check.ts'
import { agreement } from './agreement.check.ts'
import { cases } from './cases.check.ts'
import { days } from './days.check.ts'
import { files } from './files.check.ts'
import { hours } from './hours.check.ts'
import { keys } from './keys.check.ts'
import { life } from './life.check.ts'
import { orders } from './orders.check.ts'
import { points } from './points.check.ts'
import { requests } from './requests.check.ts'
import { trouble } from './trouble.check.ts'

/** Everything a client of SGE is judged by, in the order in which a client meets it. */
export const checks: readonly Check[] = [
  ...cases,
  ...hours,
  ...requests,
  ...agreement,
  ...life,
  ...orders,
  ...keys,
  ...files,
  ...days,
  ...points,
  ...trouble,
]
