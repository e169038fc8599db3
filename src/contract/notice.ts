import type { Cited } from './evidence.ts'

/** A kind of notice that a room sends to the client under test, for faults, `until` and the coverage table. */
export type NoticeKind = Cited & { title: string }

/** A notice as the rule told it, on its way to an address; one without an address stays in the outbox. */
export type NoticeToSpell = { kind: string; to: string | null; content: object }

/**
 * What the `content` of a notice that is a file holds, beside what the room likes to add: state is JSON, so the bytes
 * are base64. Wherever a content is shown, size and hash stand in their place.
 */
export type FileContent = { file: string; bytes: string }

/** What a room may ask while it spells a notice: time and switches, and where this world's surfaces answer by https. */
export type SpellingDesk<Settings> = {
  now: string
  dialect: Settings
  address: (surface: string) => string
}

/** What reaches the client under test: a request to an `http(s):` address, or a file to any other. */
export type Delivery = HttpDelivery | FileDelivery

/** What goes over the wire for a notice. The body's length and the connection are the house's to say, if nobody does. */
export type HttpDelivery = {
  method: string
  headers: readonly (readonly [name: string, value: string])[]
  body: string
}

/** A file by its name, without folders; which folder it is put into is for the address to say. */
export type FileDelivery = { file: string; bytes: Uint8Array }
