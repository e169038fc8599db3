import { signLeaf, theCentury } from './mint.ts'
import type { Credentials } from './mint.ts'

/** Names a server certificate carries besides the loopback ones, which it always has. */
export type ServerNames = { hostNames?: readonly string[]; addresses?: readonly string[] }

/** Mints the certificate a surface shows to its clients: good for localhost, both loopback addresses and its own names. */
export async function mintServerCertificate(
  authority: Credentials,
  { hostNames = [], addresses = [] }: ServerNames = {},
): Promise<Credentials> {
  const x509 = await import('./library.ts')
  const dns = [...new Set([...hostNames, 'localhost'])]
  const ip = [...new Set(['127.0.0.1', '::1', ...addresses])]
  return signLeaf(authority, {
    name: { organization: 'Wattproof', commonName: dns[0] ?? 'localhost' },
    keyKind: 'ec-p256',
    validity: theCentury,
    purpose: 'serverAuth',
    extensions: [
      new x509.SubjectAlternativeNameExtension([
        ...dns.map((value) => ({ type: 'dns' as const, value })),
        ...ip.map((value) => ({ type: 'ip' as const, value })),
      ]),
    ],
  })
}
