import { encodeFault } from '../../../../src/toolbox/soap/index.ts'
import type { EnedisSettings } from '../../dialect/index.ts'
import type { Refusal } from '../../errors/index.ts'
import { ancienneErreur, erreur, erreurAuCodeLong } from './headers.ts'
import { sge } from './index.ts'

type SgeService = (typeof sge)[keyof typeof sge]

/** Which service answers at a path; nothing where none does. */
export function serviceAt(path: string): SgeService | undefined {
  return Object.values(sge).find((service) => service.path === path)
}

/**
 * A refusal as a fault: the code stands in the detail, which clients read first. The order of a history speaks its older
 * dictionary, those of M023 give no detail. Source: WSDL and SGECLIENT, faults.
 */
export function encodeRefusalOfSge(
  refusal: Refusal,
  service: SgeService | undefined,
  { longCode, m023Fault }: EnedisSettings,
): string {
  const { code: written = 'SGT500', message: value } = refusal
  if (service !== undefined && isM023(service) && m023Fault === 'plain') {
    return encodeFault(service, { code: 'Server', text: plainText(service, { code: written, text: value }) })
  }
  const isOld = service?.fault === ancienneErreur
  const code = isOld || longCode === 'truncate' ? written.slice(0, 6) : written
  const told = { code: 'Server', text: value, detail: { resultat: { value, code } } } as const
  if (isOld) return encodeFault({ ...anyService, fault: ancienneErreur }, told)
  return encodeFault({ ...anyService, fault: code.length > 6 ? erreurAuCodeLong : erreur }, told)
}

/** Of a fault only the shape of its detail depends on the service. */
const anyService = sge.recherchePoint

/** By its letters: fine measures, billed measures, contract and technical data. */
const lettersOf = new Map<SgeService, string>([
  [sge.commandeMesuresFines, 'MFI'],
  [sge.commandeMesuresFacturantes, 'MFA'],
  [sge.commandeInformationsTechniques, 'ITC'],
])
const isM023 = (service: SgeService) => lettersOf.has(service)

/** Only the technical one has been seen; in the others our text names the code, for it stands nowhere else. */
function plainText(service: SgeService, { code, text }: { code: string; text: string }): string {
  const letters = lettersOf.get(service) ?? ''
  return code.startsWith('SGT5') ? `Erreur Technique ${letters}` : `Erreur Fonctionnelle ${letters} : ${code} ${text}`
}
