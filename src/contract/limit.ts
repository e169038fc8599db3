import type { Cited } from './evidence.ts'

/** What a world does about a limit: nothing, write a finding, or refuse. */
export const limitModes = ['off', 'observe', 'enforce'] as const
export type LimitMode = (typeof limitModes)[number]

/**
 * How much a caller may ask for in a window. Windows under a minute count paced time (real time times the world's
 * pace), longer ones virtual time.
 */
export type Limit = Cited & {
  window: string
  allowance: number
  mode: LimitMode
  /** The name of the refusal thrown when the allowance is spent. */
  refusal: string
  /** Whether the refusal says in a `Retry-After` header when to come back, in seconds. */
  retryAfter: boolean
  /** Who shares the allowance; the caller alone when left out. */
  per?: 'caller' | 'group'
  /** Whether the window slides along with time; when left out it begins with the first call. */
  slides?: boolean
  /** A time of day at which every window ends. */
  resets?: { at: string; zone: string }
}

/** What a scenario or the control API may set of a limit. */
export type LimitSetting = Partial<Pick<Limit, 'window' | 'allowance' | 'mode' | 'retryAfter'>>

/** What has been used of an allowance at a moment. */
export type LimitUse = { limit: string; allowance: number; window: string; spent: number }
