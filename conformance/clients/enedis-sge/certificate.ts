import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { CertificateFiles, Setting } from './setting.ts'

/** The first certificate that has not expired; the last one where all have. */
export function certificateAt({
  certificates,
  now,
}: Pick<Setting, 'certificates' | 'now'>): CertificateFiles | undefined {
  return certificates.find((one) => expiryOf(one) > Date.parse(now)) ?? certificates.at(-1)
}

/** When a certificate expires, in milliseconds since 1970. */
export function expiryOf({ certificateFile }: CertificateFiles): number {
  return Date.parse(new X509Certificate(readFileSync(certificateFile)).validTo)
}
