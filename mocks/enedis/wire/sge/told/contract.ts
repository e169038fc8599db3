import type { ContentOf } from '../../../../../src/toolbox/soap/index.ts'
import type { SupplierCalendar } from '../../../model/index.ts'
import type { ContractSituation } from '../../../views/index.ts'
import { tariffLabels } from '../../contract/situation.ts'
import type { donneesTechniquesContractuelles } from '../donnees-techniques-contractuelles.ts'
import { known } from '../known.ts'
import { coded, kva } from './labels.ts'

type Reply = ContentOf<(typeof donneesTechniquesContractuelles)['reply']>
type Contract = NonNullable<Reply['point']['situationContractuelle']>

/** The tariff of a point, the power it subscribes to, and by which hours its supplier counts. Source: WSDL, structureTarifaire. */
export function contractTold({ tariff, subscribedPowerKva, powers, calendar }: ContractSituation): Contract {
  const classes = powers.map(({ id, label, kva: power }) => ({ code: id, libelle: label, puissance: kva(power) }))
  return {
    structureTarifaire: known({
      formuleTarifaireAcheminement: tariff && coded(tariff, tariffLabels[tariff]),
      longueUtilisation: tariff && { contexte: useTold(tariff) },
      puissanceSouscriteMax: subscribedPowerKva === null ? null : kva(subscribedPowerKva),
      denivelePuissances: classes.length === 0 ? null : { classesTemporelles: { classeTemporelle: classes } },
      calendrierFrn: calendar && calendars[calendar],
    }),
  }
}

/** How long a power is used is the letters after the domain of a tariff. Source: INF, of the formulas' names. */
function useTold(tariff: string) {
  const [, letters = ''] = /^(?:BTINF|BTSUP|HTA)(CU|MU|LU)/.exec(tariff) ?? []
  return coded(letters, uses[letters] ?? letters)
}

const uses: Readonly<Record<string, string>> = {
  CU: 'Courte utilisation',
  MU: 'Moyenne utilisation',
  LU: 'Longue utilisation',
}

/** Numbers of calendars are ours, as in the measures. */
const calendars = {
  BASE: coded('FC000001', 'Base'),
  HPHC: coded('FC000002', 'Heures Pleines Heures Creuses'),
} as const satisfies Record<SupplierCalendar, unknown>
