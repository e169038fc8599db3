import { dates, distinguished, keyPemOf, makeKeys, pemOf, theCentury } from './mint.ts'
import type { Credentials } from './mint.ts'

/** Mints the authority that clients of one sandbox are told to trust. */
export async function mintAuthority({ name }: { name: string }): Promise<Credentials> {
  const x509 = await import('./library.ts')
  const keys = await makeKeys('ec-p256')
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: new x509.Name(distinguished({ organization: 'Wattproof', commonName: name })),
    keys,
    ...dates(theCentury),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificatePem: pemOf(certificate), keyPem: keyPemOf(keys) }
}
