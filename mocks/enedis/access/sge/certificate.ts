import type { Handshake, Glance, Peer } from '../../../../src/contract/provider.ts'
import { contentOf, judgeCertificate, type CertificateFacts } from '../../../../src/toolbox/certificates/index.ts'
import type { EnedisSettings } from '../../dialect/index.ts'
import { isOwn, partyConnecting, partyShowing } from '../../domain/sge/certificates/certificate.ts'
import { certificatePolicies } from '../../domain/sge/certificates/policy.ts'
import { environmentOf, isHostServed, isOpen } from '../../domain/sge/platform/environment.ts'
import type { PartyId, SgeEnvironment, State } from '../../model/index.ts'
import type { Seen } from '../../views/index.ts'

type Looking = Glance<State, EnedisSettings>

/**
 * Who shows a certificate that is wrong, out of date, unknown to Enedis, or whose access is not open yet, is cut off
 * before anything is asked. Source: SGEGUIDE, mutual TLS; that connections are reset is inferred.
 */
export const handshake: Handshake<State, EnedisSettings> = {
  admits: (peer, looking) => {
    const { store, now, dialect, surface } = looking
    if (surface !== 'sge') return true
    return store.read((state) => {
      const environment = environmentOf(state, peer.hostName)
      if (!isHostServed(peer.hostName, dialect)) return false
      if (dialect.closedHours === 'refuse' && !isOpen(state, environment, now)) return false
      const shown = goodCertificate(state, peer, looking)
      if (shown === undefined || partyConnecting(state, shown) === undefined) return false
      return dialect.certificatePolicy === 'lint' || keepsRules(peer, { environment, now })
    })
  },
}

/** Whose certificate came with a request; null where none is asked for. */
export function partyOfPeer(state: Seen, peer: Peer, looking: Pick<Looking, 'now' | 'trust'>): PartyId | null {
  if (!peer.tls) return null
  const shown = goodCertificate(state, peer, looking)
  return (shown && partyShowing(state, shown)) ?? null
}

function goodCertificate(
  state: Seen,
  { certificate }: Peer,
  { now, trust }: Pick<Looking, 'now' | 'trust'>,
): CertificateFacts | undefined {
  const judged = judgeCertificate(certificate, { now, ...trust })
  if (!('certificate' in judged)) return undefined
  if (judged.verdict === 'good') return judged.certificate
  const { validFrom, validTo } = judged.certificate
  const isInTime = validFrom <= now && now <= validTo
  return isInTime && judged.verdict !== 'revoked' && isOwn(state, judged.certificate) ? judged.certificate : undefined
}

/** Rules about the authority are none of ours: the sandbox's own is no public one. */
const aboutAuthority = ['authority', 'selfSigned', 'ofAnAuthority', 'letsEncrypt']

function keepsRules(
  { certificate }: Peer,
  { environment, now }: { environment: SgeEnvironment; now: string },
): boolean {
  if (certificate === null) return false
  const { judge, rules } = certificatePolicies[`sge-${environment}`]
  return judge(contentOf(certificate), { now }).every(
    ({ rule }) => rules[rule].level !== 'refused' || aboutAuthority.includes(rule),
  )
}
