/** A certificate for the client under test, minted on the developer's machine: a good one, or one that is refused. */
export type WantedCertificate = {
  /** What it is, for people: `expired a month before the story begins`. */
  says: string
  commonName: string
  organization?: string
  key: 'rsa-2048' | 'rsa-1024' | 'ec-p256'
  hash?: 'SHA-256' | 'SHA-1'
  /** In the world's time, both ends included. */
  notBefore: string
  notAfter: string
  signedBy: 'sandbox' | 'stranger' | 'itself'
  /** Taken back by the authority that signed it. */
  isRevoked?: true
  /** The key beside it belongs to another certificate. */
  hasWrongKey?: true
  /** Whether the client under test is given it with its other credentials. */
  isHandedOut?: true
}

/** A minted certificate with its chain, and its key, as text and where they lie. */
export type IssuedCertificate = {
  certificatePem: string
  keyPem: string
  certificateFile: string
  keyFile: string
}

/** Where a certificate and its key lie. */
export type CertificateFiles = Pick<IssuedCertificate, 'certificateFile' | 'keyFile'>

/** Whom this world trusts to sign clients' certificates, and which were taken back, by serial number. */
export type CertificateTrust = { trusted: readonly string[]; revoked: readonly string[] }
