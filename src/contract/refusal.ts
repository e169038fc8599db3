import type { Cited } from './evidence.ts'

/** What a room writes down for one refusal. `says` may quote details of the case. */
export type RefusalEntry<Details> = Cited & {
  status: number
  code?: string | undefined
  says: string | ((details: Details) => string)
  headers?: Readonly<Record<string, string>>
}

/** The client's fault or the world's: answered with the provider's own status, code and wording. */
export class Refusal extends Error {
  readonly refusal: string
  readonly status: number
  readonly code: string | undefined
  readonly basis: Cited['basis']
  readonly source: string
  readonly headers: Readonly<Record<string, string>>

  constructor(
    refusal: string,
    entry: Omit<RefusalEntry<never>, 'says'>,
    says: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(says)
    this.refusal = refusal
    this.status = entry.status
    this.code = entry.code
    this.basis = entry.basis
    this.source = entry.source
    this.headers = { ...entry.headers, ...headers }
  }

  /** The same refusal with headers of this one case, such as `Retry-After`. */
  with(headers: Readonly<Record<string, string>>): Refusal {
    const { status, code, basis, source } = this
    return new Refusal(this.refusal, { status, code, basis, source }, this.message, { ...this.headers, ...headers })
  }
}

/** What the provider's web page tells a person who may not do what they tried. The story goes on. */
export class Alert extends Error {
  readonly alert: string
  readonly basis: Cited['basis']
  readonly source: string

  constructor(alert: string, entry: Cited, says: string) {
    super(says)
    this.alert = alert
    this.basis = entry.basis
    this.source = entry.source
  }
}

/** A step cannot happen because of what the client did or left undone. The story ends here, with a finding. */
export class Impossible extends Error {}

/** A name that the scenario did not give to anyone: the author's fault or the caller's, never the client's. */
export class UnknownName extends Error {}

type Entries<Entry extends { says: string | ((details: never) => string) }> = Readonly<Record<string, Entry>>
type DetailsOf<Entry> = Entry extends { says: (details: infer Details) => string } ? [details: Details] : []

/** The throwers of a room's catalogue, one for each entry; `catalogue` is the table itself, for coverage and faults. */
export type Refusals<Table> = { [Name in keyof Table]: (...details: DetailsOf<Table[Name]>) => Refusal } & {
  readonly catalogue: Table
}

/** Turns a table of refusals into functions to throw: `throw refuse.noPendingConnection({ asked })`. */
export function defineRefusals<const Table extends Entries<RefusalEntry<never>>>(table: Table): Refusals<Table> {
  return throwers(
    table,
    (name, entry, says) => new Refusal(name, entry as RefusalEntry<never>, says),
  ) as Refusals<Table>
}

/** A page's alert. */
export type AlertEntry<Details> = Cited & { says: string | ((details: Details) => string) }
/** The throwers of a page's alerts, one for each entry; `catalogue` is the table itself. */
export type Alerts<Table> = { [Name in keyof Table]: (...details: DetailsOf<Table[Name]>) => Alert } & {
  readonly catalogue: Table
}

/** Turns a table of alerts into functions to throw: `throw alert.notFound({ wanted })`. */
export function defineAlerts<const Table extends Entries<AlertEntry<never>>>(table: Table): Alerts<Table> {
  return throwers(table, (name, entry, says) => new Alert(name, entry as Cited, says)) as Alerts<Table>
}

function throwers(
  table: Entries<AlertEntry<never>>,
  make: (name: string, entry: unknown, says: string) => Error,
): object {
  const made: Record<string, unknown> = { catalogue: table }
  for (const [name, entry] of Object.entries(table)) {
    made[name] = (details: never) =>
      make(name, entry, typeof entry.says === 'string' ? entry.says : entry.says(details))
  }
  return made
}
