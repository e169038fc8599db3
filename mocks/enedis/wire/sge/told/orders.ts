import type { EnedisSettings } from '../../../dialect/index.ts'
import type { FoundService, Ordered, Prestation, Worded } from '../../../views/index.ts'
import { dayTold } from '../moments.ts'

const worded = ({ code, label }: Worded) => ({ code, libelle: label })

function prestation({ rank, fiche, option }: Prestation) {
  return { rang: rank, fiche: worded(fiche), ...(option && { option: worded(option) }) }
}

/** The services of the catalogue that an order brought. */
export const prestationsDe = ({ prestations }: Pick<Ordered, 'prestations'>) => ({
  prestation: prestations.map(prestation),
})

/** The only one that an order of access brings. */
export function unePrestationDe({ prestations: [only] }: Pick<Ordered, 'prestations'>) {
  return { prestation: prestation(only as Prestation) }
}

type Offsets = Pick<EnedisSettings, 'soapDateOffset'>

/** A service of the first families, or an opposition, as a search tells it. */
export function serviceSouscritMesures(found: FoundService, dialect: Offsets) {
  const { type, label, corrected, periodicity } = found
  return {
    ...serviceTold(found, dialect),
    serviceSouscritType: { code: type, libelle: label },
    ...(corrected !== null && { mesuresCorrigees: corrected }),
    ...(periodicity !== null && { periodiciteTransmission: periodicity }),
  }
}

/** A service of access, as its search tells it. */
export function serviceAcces(found: FoundService, dialect: Offsets) {
  const { type, publications } = found
  return {
    ...serviceTold(found, dialect),
    serviceSouscritCode: type,
    ...(publications.length > 0 && {
      optionsPublication: {
        optionPublication: publications.map(({ corrected, periodicity, from, until }) => ({
          mesuresCorrigees: corrected,
          periodiciteTransmission: periodicity,
          dateDebut: dayTold(from, dialect),
          ...(until !== null && { dateFin: dayTold(until, dialect) }),
        })),
      },
    }),
  }
}

/** What both searches tell. */
function serviceTold(found: FoundService, dialect: Offsets) {
  const { until, measures, step } = found
  return {
    serviceSouscritId: found.id,
    pointId: found.usagePoint,
    serviceSouscritLibelle: found.label,
    injection: found.directions.includes('production'),
    soutirage: found.directions.includes('consumption'),
    ...(found.contract !== null && { contratId: found.contract }),
    etatCode: found.state,
    dateDebut: dayTold(found.from, dialect),
    ...(until !== null && { dateFin: dayTold(until, dialect) }),
    ...(found.endedBecause !== null && { motifFinLibelle: found.endedBecause }),
    ...(measures !== null && { mesuresTypeCode: measures }),
    ...(step !== null && { mesuresPas: step }),
  }
}
