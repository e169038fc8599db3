import type { Ids } from '../ground/ids.ts'

/** Something worth a reader's eye that is not a refusal: a hazard met, a limit passed, a path we do not simulate. */
export type Finding = { finding: string; says: string; source?: string; level?: 'info' | 'warning' }

/** The name of an action of the room's own that the house will play later: `utility.publishReadings`. */
export type ActionName = `utility.${string}` | `customer.${string}`

/**
 * What a rule may know and do beyond its state. Effects are only told here; the world files them in the same
 * change, so a throw takes them back too.
 */
export type House<Settings = Readonly<Record<string, string>>> = {
  /** The world's time, ISO 8601 in UTC with milliseconds. */
  readonly now: string
  readonly ids: Ids
  readonly dialect: Settings
  /** Plays an action after a duration such as PT4H, and returns the id to cancel it by. */
  later(delay: string, action: ActionName, args: object): string
  /** Plays an action at an instant. */
  at(instant: string, action: ActionName, args: object): string
  cancel(due: string): void
  /** Puts a notice in the outbox, to be delivered to the client under test. */
  notify(kind: string, to: string | null, content: object): string
  note(finding: Finding): void
}
