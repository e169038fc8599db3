import type { Day, Direction, PartyId, SgeEnvironment, UsagePointId } from '../../../model/index.ts'
import type { Stage } from '../../../model/reading.ts'
import type { CurveQuantity, DialQuantity, SeenUsagePoint } from '../../../views/index.ts'

/** Which version of the service is asked: that of until 2023, or today's. */
export type Version = 'v2' | 'v3'

/** What is asked of the measures of a point. */
export type DetailedAsked = {
  version: Version
  party: PartyId
  environment: SgeEnvironment
  usagePoint: UsagePointId
  of: 'COURBE' | 'ENERGIE' | 'PMAX' | 'INDEX'
  /** As it was written: which of them fit depends on what is asked. */
  quantity: string
  directions: Direction[]
  stage: Stage
  by: 'day' | 'month'
  from: Day
  /** The first day that is not asked for. */
  until: Day
  /** By what right. */
  right: 'agreement' | 'noAgreement' | 'accessService' | 'holder'
}

/** The same of a point that is there, in the directions that it has. */
export type Telling = {
  asked: DetailedAsked
  point: SeenUsagePoint
  directions: readonly Direction[]
  /** Whether it is asked of the platform of homologation as it was found, which fails at some. */
  isBroken: boolean
}

/** Which quantities can be asked of which measures; TOUT is all of them. Source: SGEGUIDE, grandeurPhysique. */
const quantities = {
  COURBE: ['PA', 'PRI', 'PRC', 'E'],
  ENERGIE: ['EA'],
  PMAX: ['PMA'],
  INDEX: ['EA', 'ERI', 'ERC'],
} as const satisfies Record<DetailedAsked['of'], readonly (CurveQuantity | DialQuantity | 'PMA')[]>

/** The quantities that a request means; none where what it names is not one of the measures it asks for. */
export function quantitiesMeant<Of extends DetailedAsked['of']>(
  of: Of,
  quantity: string,
): (typeof quantities)[Of][number][] {
  const all: readonly (typeof quantities)[Of][number][] = quantities[of]
  return quantity === 'TOUT' ? [...all] : all.filter((one) => one === quantity)
}
