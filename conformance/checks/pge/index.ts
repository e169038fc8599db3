import type { Check } from '../../check.ts'
import { agreements } from './agreements.check.ts'
import { bills } from './bills.check.ts'
import { certificate } from './certificate.check.ts'
import { customers } from './customers.check.ts'
import { dates } from './dates.check.ts'
import { days } from './days.check.ts'
import { givingBack } from './giving-back.check.ts'
import { known } from './known.check.ts'
import { life } from './life.check.ts'
import { limits } from './limits.check.ts'
import { notices } from './notices.check.ts'
import { oauth } from './oauth.check.ts'
import { packages } from './packages-taken.check.ts'
import { readings } from './readings.check.ts'
import { refreshing } from './refreshing.check.ts'
import { registration } from './registration.check.ts'
import { tokens } from './tokens.check.ts'
import { trouble } from './trouble.check.ts'
import { walk } from './walk.check.ts'

/** Everything a client of Share My Data is judged by, in the order in which a client meets it. */
export const checks: readonly Check[] = [
  ...registration,
  ...certificate,
  ...oauth,
  ...tokens,
  ...refreshing,
  ...walk,
  ...dates,
  ...readings,
  ...days,
  ...bills,
  ...customers,
  ...notices,
  ...packages,
  ...life,
  ...agreements,
  ...givingBack,
  ...known,
  ...limits,
  ...trouble,
]
