import type { Customer } from './customer.ts'
import type { CustomerId, Members, UsagePointId } from './ids.ts'
import type { ReadingChange } from './reading.ts'
import type { UsagePoint } from './usage-point.ts'

/** The part of the state that measures come from: whoever reads or changes a meter needs no more. */
export type Metering = {
  customers: Record<CustomerId, Customer>
  usagePoints: Record<UsagePointId, UsagePoint>
  readingChanges: Record<string, ReadingChange>
  settings: {
    /** When in the morning, in Paris, the readings of the day before are published: `08:00`. */
    publishAt: string
  }
  index: {
    /** Points whose contracts somebody holds, now or before. */
    usagePointsOf: Record<CustomerId, Members<UsagePointId>>
    /** What was changed of a point's readings. */
    changesOf: Record<UsagePointId, Members<string>>
    /** Points by the INSEE code of their municipality. */
    pointsIn: Record<string, Members<UsagePointId>>
  }
}
