import { defineRoom } from '../../src/contract/provider.ts'
import { access, handshake } from './access/index.ts'
import { customer } from './customer/index.ts'
import { dialect } from './dialect/index.ts'
import { endpoints, gatewayHeaders, notices, speak, spellNotice, withoutSecrets } from './endpoints/index.ts'
import { refusalNamed, refuse } from './errors/index.ts'
import { atClient, certificates, checkStep, credentials, given, known, seed } from './seed/index.ts'
import { utility } from './utility/index.ts'

/** PG&E Share My Data: the API behind its gateway, the pages for people, and the people themselves. */
export const room = defineRoom({
  // The client's door, and the browser's: what is answered, who may come in, and what they are told otherwise.
  endpoints,
  access,
  handshake,
  headers: gatewayHeaders,
  refusals: refuse.catalogue,
  refusalNamed,
  speak,
  withoutSecrets,
  unmatched: {
    inTurn: 'before identify',
    unknownPath: (c) => refuse.unknownPath({ path: c.req.path }),
    wrongMethod: (allowed) => refuse.wrongMethod().with({ allow: allowed.join(', ') }),
    notSimulated: [],
  },

  // What goes out: notices to the third party, and letters.
  notices,
  spellNotice,

  // The customer's door, that of the third party's people, and that of PG&E's own back office.
  customer,
  utility,

  // How a story begins, and where the sources contradict each other.
  dialect,
  given,
  atClient,
  seed,
  known,
  checkStep,
  credentials,
  certificates,
})
