import type { Audit, Day, PropertyId, PropertyUseId, UseDetailId } from './ids.ts'

/** What a part of a property is used for: `type` is the word of the schema, such as `office`. */
export type PropertyUse = { id: PropertyUseId; property: PropertyId; type: string; name: string; audit: Audit }

/** What a client says of one detail. Without a value: the detail is named, and holds nothing. */
export type UseDetailSaid = {
  detail: string
  value?: string
  /** Square feet or meters, where the detail is an area. */
  units?: string
  currentAsOf: Day
  temporary: boolean
}

/** One revision of a detail: it stands from its day on, until a later one. `assumed`: the provider filled it in. */
export type UseDetail = UseDetailSaid & { id: UseDetailId; use: PropertyUseId; assumed: boolean; audit: Audit }
