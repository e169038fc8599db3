import type { Audit, Day, PropertyId, PropertyUseId, UseDetailId } from './ids.ts'

/** What a part of a property is used for: `type` is the word of the schema, such as `office`. */
export type PropertyUse = { id: PropertyUseId; property: PropertyId; type: string; name: string; audit: Audit }

/** One revision of a detail of a use: it stands from its day on, until a later one. */
export type UseDetail = {
  id: UseDetailId
  use: PropertyUseId
  detail: string
  /** Left out: the detail is named, and holds nothing. */
  value?: string
  /** Square feet or meters, where the detail is an area. */
  units?: string
  currentAsOf: Day
  temporary: boolean
  /** The provider filled it in, because the client did not and benchmarking needs it. */
  assumed: boolean
}
