import { defineRoom } from '../../src/contract/provider.ts'
import { access, handshake } from './access/index.ts'
import { customer } from './customer/index.ts'
import { dialect } from './dialect/index.ts'
import { certificatePolicies } from './domain/sge/certificates/policy.ts'
import {
  endpoints,
  isOfSge,
  notices,
  rememberRequestId,
  speak,
  spellNotice,
  withoutSecrets,
} from './endpoints/index.ts'
import { refusalNamed, refuse } from './errors/index.ts'
import { atClient, certificates, checkGiven, checkStep, credentials, given, known, seed } from './seed/index.ts'
import { utility } from './utility/index.ts'

/** Enedis: the APIs behind its gateway, the page where customers consent, and the people themselves. */
export const room = defineRoom({
  // The client's door, and the browser's: what is answered, who may come in, and what they are told otherwise.
  endpoints,
  access,
  handshake,
  headers: rememberRequestId,
  refusals: refuse.catalogue,
  refusalNamed,
  speak,
  withoutSecrets,
  unmatched: {
    inTurn: 'before identify',
    unknownPath: (c) => (isOfSge(c) ? refuse.sgePathUnknown() : refuse.unknownPath()),
    wrongMethod: (allowed, c) =>
      (isOfSge(c) ? refuse.sgeWrongMethod() : refuse.wrongMethod()).with({ allow: allowed.join(', ') }),
    notSimulated: [],
  },

  // What goes out by night: files, and letters that stay in the outbox.
  notices,
  spellNotice,

  // The customer's door, that of a third party's people, and that of Enedis's own back office.
  customer,
  utility,

  // How a story begins, and where the sources contradict each other.
  dialect,
  given,
  seed,
  known,
  checkGiven,
  checkStep,
  atClient,
  credentials,
  certificates,
  certificatePolicies,
})
