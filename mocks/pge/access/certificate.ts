import type { Visit } from '../../../src/contract/endpoint.ts'
import type { Handshake, Glance, Peer } from '../../../src/contract/provider.ts'
import { judgeCertificate } from '../../../src/toolbox/certificates/index.ts'
import type { PgeSettings } from '../dialect/index.ts'
import { isRegistered, isRegisteredToAny } from '../domain/certificate.ts'
import { registrationOf } from '../domain/registration-lookup.ts'
import { refuse } from '../errors/index.ts'
import type { ClientId, State } from '../model/index.ts'

type Looking = Glance<State, PgeSettings>

/** Source: PAGE, mutual TLS: RSA of 2048 bits or more, SHA-2. That elliptic keys are refused is inferred. */
const strength = { keyType: 'rsa', bits: 2048, hashes: ['SHA-256', 'SHA-384', 'SHA-512'] }

/** TLS 1.2, and, by a switch, an end of the connection instead of an answer for certificates that are refused. */
export const handshake: Handshake<State, PgeSettings> = {
  versions: ({ tls }) => ({ oldest: 'TLSv1.2', newest: tls === '1.2' ? 'TLSv1.2' : 'TLSv1.3' }),
  admits: (peer, glance) =>
    glance.dialect.mtlsFailure === 'body' || isForBrowsers(peer) || flawOf(peer, glance, undefined) === undefined,
}

/** Over https only, and, as soon as it is known who calls, the certificate of that registration and no other. */
export function mustShowCertificate(peer: Peer, visit: Refusing, clientId: ClientId | undefined): void {
  if (!peer.tls) return
  const flaw = flawOf(peer, visit, clientId)
  if (flaw === undefined) return
  // PG&E does not say what is wrong; whoever looks for it on their own machine may know.
  visit.note({ finding: 'certificate-refused', level: 'warning', says: `Client certificate refused: ${flaws[flaw]}.` })
  throw refuse.certificateInvalid()
}

type Refusing = Looking & Pick<Visit<State, unknown, PgeSettings>, 'note'>

const flaws = {
  missing: 'none was shown',
  unreadable: 'it cannot be read',
  selfSigned: 'it signed itself',
  unknownAuthority: 'no authority that PG&E knows has signed it',
  notYetValid: 'it is not valid yet, in the time of this world',
  expired: 'it has expired, in the time of this world',
  revoked: 'its authority took it back',
  otherKeyType: 'its key is not an RSA key',
  weakKey: 'its RSA key has fewer than 2048 bits',
  weakSignature: 'its signature is not over SHA-2',
  notRegistered: 'it is not the one that is registered in the portal',
} as const
type Flaw = keyof typeof flaws

function flawOf({ certificate: shown }: Peer, looking: Looking, clientId: ClientId | undefined): Flaw | undefined {
  const { now, trust, store } = looking
  const judged = judgeCertificate(shown, { now, strength, ...trust })
  if (judged.verdict !== 'good') return judged.verdict
  const isKnown = store.read((state) =>
    clientId === undefined
      ? isRegisteredToAny(Object.values(state.registrations), judged.certificate)
      : isRegistered(registrationOf(state, clientId), judged.certificate),
  )
  return isKnown ? undefined : 'notRegistered'
}

/** Pages answer under a name of their own; by another name nobody can tell who connects. */
function isForBrowsers({ hostName }: Peer): boolean {
  return hostName === 'sharemydata.pge.com'
}
