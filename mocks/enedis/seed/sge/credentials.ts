import type { CertificateFiles } from '../../../../src/contract/certificate.ts'
import type { Credential } from '../../../../src/contract/provider.ts'
import type { Given } from '../given.ts'
import { sgeOf } from './given.ts'
import { defaultContract, defaultLogin } from './parties.ts'

type Known = {
  address: { http: string; https: string } | undefined
  certificate: CertificateFiles | undefined
}

/** What a client of the web services must know. */
export function credentialsOfSge(given: Given, { address, certificate }: Known): Credential[] {
  const { environment, party } = sgeOf(given)
  const [login = defaultLogin] = party.users ?? []
  return [
    { variable: 'WATTPROOF_ENEDIS_SGE_URL', value: address?.https ?? '', says: 'SGE, with a client certificate' },
    { variable: 'WATTPROOF_ENEDIS_SGE_HTTP_URL', value: address?.http ?? '', says: 'the same without TLS' },
    { variable: 'WATTPROOF_ENEDIS_SGE_ENVIRONMENT', value: environment, says: 'which platform of SGE answers there' },
    { variable: 'WATTPROOF_ENEDIS_SGE_LOGIN', value: login, says: 'your user' },
    {
      variable: 'WATTPROOF_ENEDIS_SGE_CONTRACT',
      value: party.contract ?? defaultContract,
      says: 'the number of your contract',
    },
    ...shown(certificate),
  ]
}

function shown(files: CertificateFiles | undefined): Credential[] {
  if (files === undefined) return []
  return [
    {
      variable: 'WATTPROOF_ENEDIS_SGE_CERTIFICATE',
      value: files.certificateFile,
      says: 'file with your client certificate',
    },
    { variable: 'WATTPROOF_ENEDIS_SGE_KEY', value: files.keyFile, says: 'file with its key' },
  ]
}
