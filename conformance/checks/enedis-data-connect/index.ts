import type { Check } from '../../check.ts'
import { consent } from './consent.check.ts'
import { days } from './days.check.ts'
import { gateway } from './gateway.check.ts'
import { late } from './late.check.ts'
import { life } from './life.check.ts'
import { limits } from './limits.check.ts'
import { outcomes } from './outcomes.check.ts'
import { requests } from './requests.check.ts'
import { services } from './services.check.ts'
import { token } from './token.check.ts'
import { trouble } from './trouble.check.ts'
import { windows } from './windows.check.ts'

/** Everything a client of Data Connect is judged by, in the order in which a client meets it. */
export const checks: readonly Check[] = [
  ...token,
  ...consent,
  ...services,
  ...requests,
  ...windows,
  ...late,
  ...outcomes,
  ...days,
  ...life,
  ...gateway,
  ...limits,
  ...trouble,
]
