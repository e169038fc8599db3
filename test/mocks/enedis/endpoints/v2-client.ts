import type { Apis } from '../../../support/enedis-apis.ts'

export const peaks = { mesuresPas: 'P1D', grandeurPhysique: 'PMA' }

export type Query = Readonly<Record<string, string | undefined>>

/** Asks a resource of 2026 for Claire's measures from a day up to another. */
export const ask = (apis: Apis, resource: string, dateDebut: string, dateFin: string, more: Query = {}) =>
  apis.read(`/mesure_synchrone_auto/v2/${resource}`, { pointId: apis.prm(), dateDebut, dateFin, ...more })

/** How an API of 2026 refuses. */
export async function refusedAs(answer: Response): Promise<[status: number, code: string, says: string]> {
  const body = (await answer.json()) as { error: string; error_description: string }
  return [answer.status, body.error, body.error_description]
}
