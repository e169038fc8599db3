import type { CertificateRule } from '../../../../../src/contract/certificate.ts'

const listed = { level: 'refused', basis: 'documented', source: 'FAQ, SGE homologation, certificates' } as const
const decided = { level: 'refused', basis: 'inferred', source: 'INF, what mutual TLS asks of any certificate' } as const

/** What may be said of a certificate for SGE, how bad it is, and who says so. */
export const rules = {
  authority: listed,
  letsEncrypt: listed,
  selfSigned: listed,
  wildcard: listed,
  multiDomain: listed,
  expired: decided,
  notYetValid: decided,
  ofAnAuthority: decided,
  successor: {
    level: 'warning',
    basis: 'inferred',
    source: 'INF, names that authorities took after the FAQ was written',
  },
  severalNames: { level: 'warning', basis: 'inferred', source: 'INF, whether several names of one domain are several' },
  purpose: { ...decided, level: 'warning' },
  renewal: { ...listed, level: 'info' },
  renewalDue: { ...listed, level: 'warning' },
} as const satisfies Readonly<Record<string, CertificateRule>>

/** The name of something that may be said of a certificate. */
export type Rule = keyof typeof rules
