import type { Entry, NoticeSent } from '../../../../src/index.ts'
import type { Evidence } from '../../../evidence.ts'

/** What a notice names: an authorization that changed, or a package that is ready. */
export type Named = { kind: string; id: string; correlationId?: string }
/** A notice that the client has received, and what it names. */
export type Told = { id: number; at: string; entry: Entry<NoticeSent>; kind: string; names: readonly Named[] }

/** Every notice that reached the client, as often as it did. */
export function toldTo(evidence: Evidence): Told[] {
  const sent = evidence.journal.entries().filter((entry): entry is Entry<NoticeSent> => entry.kind === 'notice')
  return sent
    .filter(({ notice, outcome }) => outcome === 'delivered' && !notice.startsWith('mail.'))
    .map((entry) => {
      const { resources = [] } = entry.content as { resources?: Named[] }
      return { id: entry.id, at: entry.at, entry, kind: entry.notice, names: resources }
    })
}
