import { isRecord, jsonIn } from './refusals.ts'

/** A service that a consent has opened: of which usage point, in which direction, of what kind, and until when. */
export type ServiceTold = {
  usagePoint: string
  code: string
  consumption: boolean | null
  production: boolean | null
  lastDay: string | null
}

/** The services that are open. A list that is missing, null or empty says the same: there are none, or none yet. */
export function servicesIn(body: string): ServiceTold[] {
  const told = jsonIn(body)
  const list = isRecord(told) ? told['serviceSouscrit'] : undefined
  return Array.isArray(list) ? list.filter(isRecord).flatMap(serviceOf) : []
}

function serviceOf(service: Readonly<Record<string, unknown>>): ServiceTold[] {
  const { pointId, etatCode, mesuresTypeCode, soutirage, injection, dateFin } = service
  const isOpen = etatCode === undefined || etatCode === 'ACTIF' || etatCode === 'DEMANDE'
  if (!isOpen || (typeof pointId !== 'string' && typeof pointId !== 'number')) return []
  return [
    {
      // A number would have lost the zeros that a usage point may begin with.
      usagePoint: String(pointId).padStart(14, '0'),
      code: String(mesuresTypeCode ?? ''),
      consumption: typeof soutirage === 'boolean' ? soutirage : null,
      production: typeof injection === 'boolean' ? injection : null,
      lastDay: typeof dateFin === 'string' ? dateFin.slice(0, 10) : null,
    },
  ]
}
