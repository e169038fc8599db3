import type { CertificateContent, CertificateName, CertificatePolicy } from '../../../../../src/contract/certificate.ts'
import type { Instant } from '../../../model/ids.ts'
import { parisDay } from '../../paris.ts'
import { rules, type Rule } from './rules.ts'
import { workingDaysBefore } from '../platform/working-days.ts'

type Judged = { rule: Rule; says: string }

/** Names the FAQ lists; a certificate counts as theirs when whoever signed it, or stands behind that, bears one. */
const authorities = ['Verisign', 'Thawte', 'Comodo', 'AddTrust', 'GlobalSign', 'GeoTrust', 'Certinomis', 'Gandi']

/** Companies that took over one of these since, under a name of their own. */
const successors = [
  { name: 'Sectigo', of: 'Comodo' },
  { name: 'USERTrust', of: 'AddTrust' },
  { name: 'DigiCert', of: 'Verisign, Thawte and GeoTrust' },
  { name: 'Symantec', of: 'Verisign' },
]
const letsEncrypt = ["Let's Encrypt", 'Internet Security Research Group']

const clientAuth = '1.3.6.1.5.5.7.3.2'
const anyPurpose = '2.5.29.37.0'
const noticeDays = 15

/** What Enedis asks of the certificate that a third party shows to SGE, by environment. */
export const certificatePolicies = {
  'sge-production': policy('SGE in production', { takesLetsEncrypt: false }),
  'sge-homologation': policy('SGE in homologation', { takesLetsEncrypt: true }),
} as const satisfies Readonly<Record<string, CertificatePolicy>>

function policy(title: string, environment: Environment): CertificatePolicy<Rule> {
  return {
    title,
    rules,
    judge: (certificate, { now }) => [
      ...ofAuthority(certificate, environment),
      ...ofNames(namesOf(certificate)),
      ...ofPurpose(certificate),
      ...ofDates(certificate, now),
    ],
  }
}

type Environment = { takesLetsEncrypt: boolean }

function ofAuthority(certificate: CertificateContent, { takesLetsEncrypt }: Environment): Judged[] {
  const { issuers, isAuthority, isSelfSigned } = certificate
  const list = `${authorities.join(', ')}${takesLetsEncrypt ? " or, for homologation only, Let's Encrypt" : ''}`
  const order = `Order one from ${list}.`
  if (isSelfSigned) return [{ rule: 'selfSigned', says: `It is signed by itself, and by no authority. ${order}` }]
  if (isAuthority)
    return [
      { rule: 'ofAnAuthority', says: 'It is the certificate of an authority. Name the one that your client shows.' },
    ]
  if (isBy(issuers, authorities)) return []
  const by = issuers[0] === undefined ? 'nobody' : spelled(issuers[0])
  if (isBy(issuers, letsEncrypt))
    return takesLetsEncrypt
      ? []
      : [{ rule: 'letsEncrypt', says: `It is by Let's Encrypt, which counts for homologation only. ${order}` }]
  const heir = successors.find(({ name }) => isBy(issuers, [name]))
  if (heir === undefined) return [{ rule: 'authority', says: `It is by ${by}, whom Enedis does not list. ${order}` }]
  const says = `It is by ${by}, whom Enedis does not list; ${heir.name} came after ${heir.of}, which it does.`
  return [{ rule: 'successor', says: `${says} Ask the homologation team before you rely on it.` }]
}

function ofNames(names: readonly string[]): Judged[] {
  const wildcard = names.find((name) => name.includes('*'))
  const found: Judged[] = []
  if (wildcard !== undefined)
    found.push({ rule: 'wildcard', says: `It is good for ${wildcard}. Order one for a single name, without "*".` })
  const plain = names.filter((name) => !name.includes('*'))
  // Many authorities add the name with www unasked.
  const own = plain.filter((name) => !plain.some((other) => name === `www.${other}`))
  if (own.length < 2) return found
  const shortest = own.reduce((a, b) => (b.length < a.length ? b : a))
  const isOneDomain = own.every((name) => name === shortest || name.endsWith(`.${shortest}`))
  const says = `It is good for ${own.length} names (${own.join(', ')}).`
  return isOneDomain
    ? [...found, { rule: 'severalNames', says: `${says} They are of one domain; a certificate for one name is safer.` }]
    : [...found, { rule: 'multiDomain', says: `${says} Order one for a single name.` }]
}

function ofPurpose({ purposes }: CertificateContent): Judged[] {
  if (purposes === null || purposes.includes(clientAuth) || purposes.includes(anyPurpose)) return []
  const says =
    'It is not made for clients: its extended key usage lacks clientAuth, and a server may refuse it for that.'
  return [{ rule: 'purpose', says: `${says} Ask your authority for one with it.` }]
}

function ofDates({ validFrom, validTo }: CertificateContent, now: Instant): Judged[] {
  const [begins, ends, today] = [validFrom, validTo, now].map(parisDay) as [string, string, string]
  if (now < validFrom) return [{ rule: 'notYetValid', says: `It is not valid before ${begins}.` }]
  if (now > validTo)
    return [{ rule: 'expired', says: `It expired on ${ends}. Renew it, and ask for the change by a SPICE ticket.` }]
  const askBy = workingDaysBefore(ends, noticeDays)
  const when = `It expires on ${ends}; its renewal is asked for by a SPICE ticket ${noticeDays} working days ahead`
  return today <= askBy
    ? [{ rule: 'renewal', says: `${when}, on ${askBy} at the latest.` }]
    : [{ rule: 'renewalDue', says: `${when}, which was ${askBy}. Ask at once.` }]
}

/** The names a certificate is good for; the old place for one is the subject. */
function namesOf({ hostNames, subject }: CertificateContent): string[] {
  const old =
    hostNames.length === 0 && /^[^\s.]+(\.[^\s.]+)+$/.test(subject.commonName ?? '') ? subject.commonName : null
  return [...new Set([...hostNames, ...(old === null ? [] : [old])].map((name) => name.toLowerCase()))]
}

/** By the names borne, as the FAQ lists names; who signed in truth, only Enedis can tell. */
function isBy(issuers: readonly CertificateName[], names: readonly string[]): boolean {
  const borne = issuers.flatMap(({ commonName, organization }) => [commonName ?? '', organization ?? ''])
  const among = new RegExp(`\\b(${names.join('|')})\\b`, 'i')
  return borne.some((name) => among.test(name.replaceAll('’', "'")))
}

function spelled({ commonName, organization }: CertificateName): string {
  const both = [commonName, organization].filter((part) => part !== null)
  return both.length === 0 ? 'somebody without a name' : both.join(', ')
}
