import { signLeaf, signOwn, theCentury } from './mint.ts'
import type { Credentials, KeyKind, Leaf, Validity } from './mint.ts'

/** Whose client certificate it is, when it may be used (world time) and what it is made of. */
export type ClientCertificate = Partial<Validity> & {
  commonName: string
  organization?: string
  key?: KeyKind
  /** The hash the authority signs over; SHA-1 exists to be refused. */
  hash?: 'SHA-256' | 'SHA-1'
}

/** Mints a certificate that a client under test presents in mutual TLS; good and refusable ones alike. */
export function mintClientCertificate(authority: Credentials, wanted: ClientCertificate): Promise<Credentials> {
  return signLeaf(authority, leafOf(wanted))
}

/** Mints one that no authority stands behind: signed with its own key. */
export function mintSelfSignedCertificate(wanted: ClientCertificate): Promise<Credentials> {
  return signOwn(leafOf(wanted))
}

function leafOf(wanted: ClientCertificate): Leaf {
  const { commonName, organization, key = 'ec-p256', hash = 'SHA-256' } = wanted
  const { notBefore = theCentury.notBefore, notAfter = theCentury.notAfter } = wanted
  return {
    name: { commonName, ...(organization !== undefined && { organization }) },
    keyKind: key,
    validity: { notBefore, notAfter },
    purpose: 'clientAuth',
    hash,
  }
}
