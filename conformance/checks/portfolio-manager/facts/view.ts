import { walkBack, type Past } from '../../../past.ts'
import type { Evidence } from '../../../evidence.ts'

/** A share as it stands: what is pending or active, or why it ended. */
export type Share = {
  status: 'pending' | 'active' | 'ended'
  because?: string
  level: 'Read' | 'Read Write'
  sharer: string
  values: Readonly<Record<string, string>>
}
export type Connection = { status: string; because?: string; values: Readonly<Record<string, string>> }

/** What is true of a provider's customers at one moment, as far as checks ask. Ids as on the wire. */
export type View = {
  you: string
  /** What the story calls accounts, properties and meters. */
  names: Readonly<Record<string, string>>
  connections: Readonly<Record<string, Connection>>
  properties: Readonly<Record<string, { owner: string }>>
  meters: Readonly<Record<string, { property: string }>>
  propertyShares: Readonly<Record<string, Share>>
  meterShares: Readonly<Record<string, Share>>
  /** Notices that do not count as read. */
  unread: readonly string[]
}

/** As much of the provider's state as a view shows. */
type State = {
  you: string
  names: {
    account: Record<string, string>
    property: Record<string, string>
    meter: Record<string, Record<string, string>>
  }
  properties: Record<string, { owner: string }>
  meters: Record<string, { property: string }>
  connections: Record<string, Connection>
  propertyShares: Record<string, Share>
  meterShares: Record<string, Share>
  notifications: Record<string, { to: string; read: boolean }>
}

const pasts = new WeakMap<Evidence, Past<View>>()

/** What was true at each moment of a story. */
export function truth(evidence: Evidence): Past<View> {
  const known = pasts.get(evidence) ?? walkBack(evidence, (state) => viewOf(state as State))
  pasts.set(evidence, known)
  return known
}

function viewOf(state: State): View {
  const { you, names, notifications } = state
  const meters = Object.entries(names.meter).flatMap(([name, ids]) => Object.values(ids).map((id) => [id, name]))
  const others = [...Object.entries(names.account), ...Object.entries(names.property)].map(([name, id]) => [id, name])
  return {
    you,
    names: Object.fromEntries([...others, ...meters]) as Record<string, string>,
    connections: yours(state.connections, you, connection),
    properties: mapped(state.properties, ({ owner }) => ({ owner })),
    meters: mapped(state.meters, ({ property }) => ({ property })),
    propertyShares: yours(state.propertyShares, you, share),
    meterShares: yours(state.meterShares, you, share),
    unread: Object.keys(notifications).filter((id) => notifications[id]?.to === you && !notifications[id].read),
  }
}

const connection = ({ status, because, values }: Connection): Connection => ({
  status,
  ...(because !== undefined && { because }),
  values: { ...values },
})
const share = ({ status, because, level, sharer, values }: Share): Share => ({
  status,
  ...(because !== undefined && { because }),
  level,
  sharer,
  values: { ...values },
})

/** What lies between you and others, by the other's id: the provider keeps it under both ids. */
function yours<In, Out>(records: Record<string, In>, you: string, look: (record: In) => Out): Record<string, Out> {
  const own = Object.entries(records).filter(([key]) => key.startsWith(`${you}/`))
  return Object.fromEntries(own.map(([key, record]) => [key.slice(you.length + 1), look(record)]))
}

function mapped<In, Out>(records: Record<string, In>, look: (record: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(records).map(([id, record]) => [id, look(record)]))
}
