import type { ContentOf } from '../../../../../src/toolbox/soap/index.ts'
import type { EnedisSettings } from '../../../dialect/index.ts'
import type { GridSeries, GridsView, ReadPeriod } from '../../../views/index.ts'
import type { consultationMesures } from '../consultation-mesures.ts'
import { known } from '../known.ts'
import { dayTold } from '../moments.ts'
import { coded } from './labels.ts'

type Reply = ContentOf<(typeof consultationMesures)['reply']>
type Serie = NonNullable<Reply['seriesMesuresDateesGrilleTurpe']>['serie'][number]
type Mesure = NonNullable<Serie['mesuresDatees']>['mesure'][number]
type Offsets = Pick<EnedisSettings, 'soapDateOffset'>

/** Energies between readings, newest first, in whole kilowatt-hours. Source: SGEGUIDE, ConsultationMesures. */
export function gridsTold({ turpe, supplier }: GridsView, dialect: Offsets): Reply {
  return known({
    seriesMesuresDateesGrilleTurpe: turpe && seriesTold(turpe, dialect),
    seriesMesuresDateesGrilleFrn: seriesTold(supplier, dialect),
  })
}

const seriesTold = (grid: readonly GridSeries[], dialect: Offsets) => ({
  serie: grid.map((one) => serieTold(one, dialect)),
})

function serieTold({ calendar, timeClass, periods }: GridSeries, dialect: Offsets): Serie {
  return {
    grandeurPhysique: coded('EA', 'Energie active'),
    classeTemporelle: coded(timeClass.id, timeClass.label),
    calendrier: coded(calendar.id, calendar.label),
    unite: 'kWh',
    mesuresDatees: { mesure: periods.map((period) => mesureTold(period, dialect)) },
  }
}

function mesureTold({ from, until, kwh, nature, trigger, status }: ReadPeriod, dialect: Offsets): Mesure {
  return {
    valeur: kwh,
    dateDebut: dayTold(from, dialect),
    dateFin: dayTold(until, dialect),
    nature: coded(nature, natures[nature]),
    declencheur: coded(trigger, triggers[trigger]),
    statut: coded(status, statuses[status]),
  }
}

/** Source: WSDL for the codes, but AUTRE, which is ours; INF for the words. */
const natures = { REEL: 'Réelle', ESTI: 'Estimée' } as const satisfies Record<ReadPeriod['nature'], string>
const triggers = {
  CYCLIQUE: 'Relevé cyclique',
  CFN: 'Changement de fournisseur',
  RES: 'Résiliation',
  AUTRE: 'Modification du contrat',
} as const satisfies Record<ReadPeriod['trigger'], string>
const statuses = { INITIALE: 'Initiale', RECTIFIEE: 'Rectifiée' } as const satisfies Record<
  ReadPeriod['status'],
  string
>
