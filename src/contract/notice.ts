import type { Cited } from './evidence.ts'

/** A kind of notice that a room sends to the client under test, for faults, `until` and the coverage table. */
export type NoticeKind = Cited & { title: string }

/** A notice as the rule told it, on its way to an address. */
export type NoticeToSpell = { kind: string; to: string; content: object }

/** What a room may ask while it spells a notice: time and switches, and where this world's surfaces answer by https. */
export type SpellingDesk<Settings> = {
  now: string
  dialect: Settings
  address: (surface: string) => string
}

/** What goes over the wire for a notice. The body's length and the connection are the house's to say, if nobody does. */
export type Delivery = { method: string; headers: readonly (readonly [name: string, value: string])[]; body: string }
