import type { PartyCertificate, PartyId } from '../../../model/index.ts'
import type { Seen } from '../../../views/index.ts'
import { hasReached } from '../parties/steps.ts'

/** What there is to tell a certificate by. */
export type Shown = { commonName: string | null; fingerprint: string }

/** The party that a certificate belongs to, as far as Enedis knows. */
export function partyShowing({ sge }: Seen, shown: Shown): PartyId | undefined {
  return Object.values(sge.parties).find(({ certificate }) => isThat(certificate, shown))?.id
}

/** The party that may connect by a certificate: one whose access is open. Source: FAQ, homologation; that TLS shows it is inferred. */
export function partyConnecting(state: Seen, shown: Shown): PartyId | undefined {
  const id = partyShowing(state, shown)
  return id !== undefined && hasReached(state.sge.parties[id], 'accessOpened') ? id : undefined
}

/** Who registers the fingerprint of a certificate of their own has chosen whom to trust. */
export function isOwn({ sge }: Seen, { fingerprint }: Pick<Shown, 'fingerprint'>): boolean {
  return Object.values(sge.parties).some(
    ({ certificate }) => certificate.by === 'fingerprint' && certificate.value === fingerprint,
  )
}

const isThat = ({ by, value }: Readonly<PartyCertificate>, shown: Shown) =>
  value === (by === 'fingerprint' ? shown.fingerprint : shown.commonName)

/** What the certificate is called that is minted to replace another. */
export const renewedNameOf = (commonName: string) => `next.${commonName}`
