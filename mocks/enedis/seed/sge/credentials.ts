import type { CertificateFiles } from '../../../../src/contract/certificate.ts'
import type { Credential } from '../../../../src/contract/provider.ts'
import type { ContratId } from '../../model/index.ts'
import type { Given } from '../given.ts'
import { flowKeysTold } from './flow-keys.ts'
import { sgeOf } from './given.ts'
import { defaultContract, defaultLogin } from './parties.ts'

type Known = {
  address: { http: string; https: string } | undefined
  certificates: Readonly<Record<string, CertificateFiles>>
}

/** What a client of the web services must know. */
export function credentialsOfSge(given: Given, { address, certificates }: Known): Credential[] {
  const { environment, party } = sgeOf(given)
  const [login = defaultLogin] = party.users ?? []
  const contract = party.contract ?? defaultContract
  return [
    { variable: 'WATTPROOF_ENEDIS_SGE_URL', value: address?.https ?? '', says: 'SGE, with a client certificate' },
    { variable: 'WATTPROOF_ENEDIS_SGE_HTTP_URL', value: address?.http ?? '', says: 'the same without TLS' },
    { variable: 'WATTPROOF_ENEDIS_SGE_ENVIRONMENT', value: environment, says: 'which platform of SGE answers there' },
    { variable: 'WATTPROOF_ENEDIS_SGE_LOGIN', value: login, says: 'your user' },
    { variable: 'WATTPROOF_ENEDIS_SGE_CONTRACT', value: contract, says: 'the number of your contract' },
    ...flowKeysTold(contract as ContratId),
    ...shown('', certificates['sge'], 'your client certificate'),
    ...shown('NEXT_', certificates['sge-next'], 'the one to replace it'),
  ]
}

function shown(which: string, files: CertificateFiles | undefined, says: string): Credential[] {
  if (files === undefined) return []
  const { certificateFile, keyFile } = files
  return [
    { variable: `WATTPROOF_ENEDIS_SGE_${which}CERTIFICATE`, value: certificateFile, says: `file with ${says}` },
    { variable: `WATTPROOF_ENEDIS_SGE_${which}KEY`, value: keyFile, says: 'file with its key' },
  ]
}
