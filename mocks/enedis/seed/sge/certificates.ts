import type { WantedCertificate } from '../../../../src/contract/certificate.ts'
import { later } from '../../../../src/toolbox/calendar.ts'
import { you } from '../../domain/names.ts'
import { daysLater, parisInstant } from '../../domain/paris.ts'
import { renewedNameOf } from '../../domain/sge/certificates/certificate.ts'
import type { Given } from '../given.ts'
import { certificateOf, commonNameOf } from './parties.ts'
import { partiesOf, sgeOf } from './given.ts'

/** A certificate's dates and name, which every flawed one shares with the good one but for its flaw. */
type Sound = Pick<WantedCertificate, 'commonName' | 'organization' | 'key' | 'notBefore' | 'notAfter' | 'signedBy'>

/**
 * Client certificates by kind: the one that Enedis knows, one to replace it, and one for each way to be cut off. Your own
 * is handed to the client where the story has to do with SGE: minting takes a while. Source: FAQ, homologation; INF.
 */
export function certificates(given: Given, { start }: { start: string }): Record<string, WantedCertificate> {
  const { party } = sgeOf(given)
  const { by, value } = certificateOf(you, party)
  const sound: Sound = {
    commonName: by === 'commonName' ? value : commonNameOf(you),
    organization: party.name ?? 'ACME ENERGIE',
    key: 'rsa-2048',
    notBefore: later(start, '-P1M'),
    notAfter: later(start, 'P1Y'),
    signedBy: 'sandbox',
  }
  const { certificateExpires: last } = party
  const until = last === undefined ? {} : { notAfter: parisInstant(daysLater(last, 1)) }
  const isWanted = given.sge !== undefined || given.customers === undefined
  return {
    sge: { ...sound, ...until, says: 'the one that Enedis knows', ...(isWanted && { isHandedOut: true }) },
    'sge-next': {
      ...sound,
      commonName: renewedNameOf(sound.commonName),
      notAfter: later(start, 'P2Y'),
      says: 'one to replace it when it expires',
      ...(last !== undefined && { isHandedOut: true }),
    },
    ...flawedOnes(sound, start),
    ...ofOthers(sound, given),
  }
}

function flawedOnes(sound: Sound, start: string): Record<string, WantedCertificate> {
  return {
    'sge-expired': { ...sound, notBefore: later(start, '-P2Y'), notAfter: later(start, '-P1M'), says: 'expired' },
    'sge-not-yet-valid': {
      ...sound,
      notBefore: later(start, 'P20Y'),
      notAfter: later(start, 'P30Y'),
      says: 'not valid yet',
    },
    'sge-self-signed': { ...sound, signedBy: 'itself', says: 'signed by itself' },
    'sge-stranger': { ...sound, signedBy: 'stranger', says: 'signed by an authority nobody trusts' },
    'sge-revoked': { ...sound, isRevoked: true, says: 'taken back by its authority' },
    'sge-unknown': {
      ...sound,
      commonName: `other.${sound.commonName}`,
      says: 'signed by the authority, and unknown to Enedis',
    },
  }
}

/** One for each other party of the story. */
function ofOthers(sound: Sound, given: Given): Record<string, WantedCertificate> {
  const others = Object.entries(partiesOf(given)).filter(([name]) => name !== you)
  return Object.fromEntries(
    others.map(([name, told]) => {
      const { by, value } = certificateOf(name, told)
      const commonName = by === 'commonName' ? value : commonNameOf(name)
      return [`sge-of-${name.toLowerCase()}`, { ...sound, commonName, says: `that of the party ${name}` }]
    }),
  )
}
