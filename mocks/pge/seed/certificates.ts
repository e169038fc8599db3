import type { WantedCertificate } from '../../../src/contract/certificate.ts'
import { later } from '../../../src/toolbox/calendar.ts'
import { dayTold, daysLater, pacificInstant } from '../domain/pacific.ts'
import { defaultCommonName } from './credentials.ts'
import type { Given } from './given.ts'

/** A certificate's dates and name, which every flawed one shares with the good one but for its flaw. */
type Sound = Pick<WantedCertificate, 'commonName' | 'organization' | 'key' | 'notBefore' | 'notAfter' | 'signedBy'>

/**
 * Client certificates by kind: the one that is registered, one to replace it, and one for each way to be refused. The
 * good ones are good by the story's own dates. Source: PAGE, mutual TLS; PROBE, what is answered.
 */
export function certificates({ you }: Given, { start }: { start: string }): Record<string, WantedCertificate> {
  const commonName = commonNameOf(you)
  const sound: Sound = {
    commonName,
    organization: you.company ?? 'Acme Energy, Inc.',
    key: 'rsa-2048',
    notBefore: later(start, '-P1M'),
    notAfter: later(start, 'P10Y'),
    signedBy: 'sandbox',
  }
  return { ...soundOnes(sound, you.certificateExpires, start), ...flawedOnes(sound, start) }
}

function soundOnes(sound: Sound, expires: string | undefined, start: string): Record<string, WantedCertificate> {
  const until = expires === undefined ? {} : { notAfter: pacificInstant(daysLater(dayTold(expires, start), 1)) }
  return {
    good: { ...sound, ...until, says: 'the one that is registered', isHandedOut: true },
    next: {
      ...sound,
      commonName: `${sound.commonName}-next`,
      says: 'a good one, to be uploaded in the portal',
      isHandedOut: true,
    },
  }
}

function flawedOnes(sound: Sound, start: string): Record<string, WantedCertificate> {
  return {
    unregistered: {
      ...sound,
      commonName: `${sound.commonName}-other`,
      says: 'signed by the authority, not registered',
    },
    expired: { ...sound, notBefore: later(start, '-P2Y'), notAfter: later(start, '-P1M'), says: 'expired' },
    'not-yet-valid': {
      ...sound,
      notBefore: later(start, 'P20Y'),
      notAfter: later(start, 'P30Y'),
      says: 'not valid yet',
    },
    'self-signed': { ...sound, signedBy: 'itself', says: 'signed by itself' },
    'unknown-authority': { ...sound, signedBy: 'stranger', says: 'signed by an authority nobody trusts' },
    'rsa-1024': { ...sound, key: 'rsa-1024', says: 'an RSA key of 1024 bits' },
    elliptic: { ...sound, key: 'ec-p256', says: 'an elliptic key' },
    'sha-1': { ...sound, hash: 'SHA-1', says: 'signed over SHA-1' },
    revoked: { ...sound, isRevoked: true, says: 'taken back by its authority' },
    'wrong-key': {
      ...sound,
      hasWrongKey: true,
      says: 'with the key of another certificate, which clients refuse to load',
    },
  }
}

/** One that is registered by its fingerprint is the developer's own, and minted by nobody here. */
function commonNameOf({ certificate }: Given['you']): string {
  return certificate && 'commonName' in certificate ? certificate.commonName : defaultCommonName
}
