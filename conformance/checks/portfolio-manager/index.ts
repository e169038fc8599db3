import type { Check } from '../../check.ts'
import { access } from './access.check.ts'
import { connection } from './connection.check.ts'
import { fields } from './fields.check.ts'
import { holding } from './holding.check.ts'
import { leaving } from './leaving.check.ts'
import { limits } from './limits.check.ts'
import { metrics } from './metrics.check.ts'
import { notices } from './notices.check.ts'
import { paging } from './paging.check.ts'
import { readings } from './readings.check.ts'
import { rejection } from './rejection.check.ts'
import { removal } from './removal.check.ts'
import { session } from './session.check.ts'
import { share } from './share.check.ts'
import { transfer } from './transfer.check.ts'
import { transport } from './transport.check.ts'
import { trouble } from './trouble.check.ts'
import { verified } from './verified.check.ts'

/** Everything a client of Portfolio Manager is judged by, in the order in which a client meets it. */
export const checks: readonly Check[] = [
  ...session,
  ...connection,
  ...rejection,
  ...share,
  ...holding,
  ...verified,
  ...fields,
  ...access,
  ...removal,
  ...transfer,
  ...notices,
  ...paging,
  ...readings,
  ...metrics,
  ...leaving,
  ...limits,
  ...trouble,
  ...transport,
]
