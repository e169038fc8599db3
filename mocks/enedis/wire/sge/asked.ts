import type { Direction, OrderRight } from '../../model/index.ts'

/** Which way the energy goes, as the newer services say it. */
export const directionOf = { SOUTIRAGE: 'consumption', INJECTION: 'production' } as const satisfies Record<
  string,
  Direction
>

/** By which right data is asked for, as V3 and M023 say it. Source: WSDL, cadreAcces. */
export const rightOf = {
  ACCORD_CLIENT: 'agreement',
  SERVICE_ACCES: 'accessService',
  EST_TITULAIRE: 'holder',
} as const satisfies Record<string, OrderRight>

/** Both ways of a request that names them by yes and no. */
export function directionsIn({ soutirage, injection }: ByYesAndNo): Direction[] {
  return [...(soutirage ? (['consumption'] as const) : []), ...(injection ? (['production'] as const) : [])]
}

/** A way of publishing, corrected only where that is said. */
export function publicationIn({ mesuresCorrigees = false, periodiciteTransmission }: Publication) {
  return { corrected: mesuresCorrigees, periodicity: periodiciteTransmission }
}

type ByYesAndNo = { soutirage?: boolean | undefined; injection?: boolean | undefined }
type Publication = { mesuresCorrigees?: boolean; periodiciteTransmission: string }
