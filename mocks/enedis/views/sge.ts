import type { ContratId, Login, PartyId, SgeEnvironment, SgeServiceName } from '../model/sge/index.ts'

/** Who calls a web service of SGE, and on which platform. */
export type SgeCaller = {
  party: PartyId
  login: Login
  environment: SgeEnvironment
  service: SgeServiceName
}

/** What a request says of its sender: all that whoever judges the caller needs of it. */
export type SgeSender = {
  service: SgeServiceName
  /** As it was written. */
  login: string | undefined
  contract: ContratId | undefined
  /** The one point it is about; nothing where it names none, or several. */
  point: string | undefined
}
