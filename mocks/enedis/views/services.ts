import type { AuthorisationId, Day, Siren, UsagePointId } from '../model/ids.ts'

/** Kinds of data that are subscribed to: curve, peaks, energy, indexes, and what contracts and meters are. */
export const serviceKinds = ['CDC', 'PMAX', 'IDX', 'ENERGIE', 'ITC'] as const
export type ServiceKind = (typeof serviceKinds)[number]

export const serviceStates = ['DEMANDE', 'ACTIF', 'TERMINE', 'SUPPRIME'] as const
export type ServiceState = (typeof serviceStates)[number]

export const serviceTypes = ['ACCES', 'CCDC', 'TRANSREC', 'OPPENR'] as const
export type ServiceType = (typeof serviceTypes)[number]

/** The right to one kind of data of a usage point, which a consent brings. */
export type SubscribedService = {
  id: number
  usagePoint: UsagePointId
  kind: ServiceKind
  /** `PT30M`, `P1D`, or NA where nothing comes at intervals. */
  step: string
  state: ServiceState
  from: Day
  until: Day
  withdraws: boolean
  injects: boolean
  /** Of the holder, where that is a company. */
  holder: Siren | null
  beneficiary: Siren
  authorisation: { id: AuthorisationId; label: string; type: 'EXPLICITE' | 'IMPLICITE' }
}
