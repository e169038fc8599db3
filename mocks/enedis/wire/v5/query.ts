import { refuse } from '../../errors/index.ts'
import type { CustomerId, Day, UsagePointId } from '../../model/index.ts'
import { isDay } from '../day.ts'
import { isPrm } from '../prm.ts'

type Query = Readonly<Record<string, string>>

/** What is asked of measures: of which usage point, and from which day up to, not including, which. */
export type AskedWindow = {
  usagePoint: UsagePointId
  /** Whom the client takes for the holder; null: it does not say. */
  person: CustomerId | null
  from: Day
  until: Day
}

/** Reads the parameters of a metering resource. Source: SWAGGER, metering v5: usage_point_id, start, end, person_id. */
export function decodeWindow(query: Query): AskedWindow {
  const usagePoint = decodeUsagePoint(query)
  if (!query.start) throw refuse.startMissing()
  if (!query.end) throw refuse.endMissing()
  if (!isDay(query.start)) throw refuse.startMalformed()
  if (!isDay(query.end)) throw refuse.endMalformed()
  return { usagePoint, person: decodePerson(query), from: query.start, until: query.end }
}

/** Reads the only parameter that customer data have. */
export function decodeUsagePoint({ usage_point_id: told }: Query): UsagePointId {
  if (!told) throw refuse.usagePointMissing()
  if (!isPrm(told)) throw refuse.usagePointMalformed()
  return told
}

function decodePerson({ person_id: told }: Query): CustomerId | null {
  if (!told) return null
  if (!/^\d{10}$/.test(told)) throw refuse.badRequest()
  return told as CustomerId
}
