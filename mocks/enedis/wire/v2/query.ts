import { refuse } from '../../errors/index.ts'
import type { Day, UsagePointId } from '../../model/index.ts'
import { isDay } from '../day.ts'
import { isPrm } from '../prm.ts'

type Query = Readonly<Record<string, string>>

/** What is asked of measures: of which usage point, and from which day up to, not including, which. */
export type AskedWindow = { usagePoint: UsagePointId; from: Day; until: Day }

/** Reads what every resource asks for. Source: SWAGGER, mesure_synchrone_auto: pointId, dateDebut, dateFin. */
export function decodeWindow({ pointId, dateDebut, dateFin }: Query): AskedWindow {
  const usagePoint = decodeUsagePoint(pointId)
  if (!dateDebut) throw refuse.startMissing()
  if (!dateFin) throw refuse.endMissing()
  if (!isDay(dateDebut)) throw refuse.startMalformed()
  if (!isDay(dateFin)) throw refuse.endMalformed()
  return { usagePoint, from: dateDebut, until: dateFin }
}

/** Reads the number of a usage point, wherever it stands. */
export function decodeUsagePoint(told: string | undefined): UsagePointId {
  if (!told) throw refuse.usagePointMissing()
  if (!isPrm(told)) throw refuse.usagePointMalformed()
  return told
}

/** Which peaks are asked for: by day or by month, of the point alone or of its phases too. */
export type AskedPeaks = { by: 'day' | 'month'; phases: boolean }

/** Reads what only puissance_conso_max_quotidienne asks for besides, and must be told. Source: SWAGGER. */
export function decodePeaks(query: Query): AskedPeaks {
  return {
    by: oneOf(query, 'mesuresPas', { P1D: 'day', P1M: 'month' } as const),
    phases: oneOf(query, 'grandeurPhysique', { PMA: false, TOUT: true }),
  }
}

function oneOf<Meaning>(query: Query, parameter: string, meanings: Readonly<Record<string, Meaning>>): Meaning {
  const told = query[parameter]
  if (!told) throw refuse.parameterMissing({ parameter })
  if (!Object.hasOwn(meanings, told)) throw refuse.parameterInvalid({ parameter })
  return meanings[told] as Meaning
}
