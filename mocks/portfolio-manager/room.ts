import { defineRoom } from '../../src/contract/provider.ts'
import { access } from './access.ts'
import { customer } from './customer/index.ts'
import { dialect } from './dialect.ts'
import { endpoints } from './endpoints/index.ts'
import { notSimulated } from './endpoints/not-simulated.ts'
import { withoutPasswords } from './endpoints/password.ts'
import { speak } from './endpoints/speak.ts'
import { refusalNamed, refuse } from './errors/index.ts'
import { checkStep, credentials, given, known, seed } from './seed/index.ts'
import { utility } from './utility.ts'

/** ENERGY STAR Portfolio Manager's web services for data exchange, and the people behind them. */
export const room = defineRoom({
  // The client's door: what the web services answer, who may come in, and what they say otherwise.
  endpoints,
  access,
  refusals: refuse.catalogue,
  refusalNamed,
  speak,
  withoutSecrets: withoutPasswords,
  unmatched: {
    inTurn: 'after identify',
    unknownPath: () => refuse.unknownPath(),
    wrongMethod: (allowed) => refuse.wrongMethod().with({ allow: allowed.join(', ') }),
    notSimulated,
  },

  // The customer's door, and that of the provider's own back office.
  customer,
  utility,

  // How a story begins, and where the sources contradict each other.
  dialect,
  given,
  seed,
  known,
  checkStep,
  credentials,
})
