import type { Look } from '../dialect.ts'
import type { Audit } from '../model/index.ts'
import type { SeenAccount } from '../views.ts'

/** Signs something new with its maker and the hour. */
export function signedBy(maker: Pick<SeenAccount, 'id' | 'details'>, { now }: Look): Audit {
  return {
    createdBy: maker.details.username,
    createdByAccountId: maker.id,
    createdDate: now,
    lastUpdatedBy: maker.details.username,
    lastUpdatedByAccountId: maker.id,
    lastUpdatedDate: now,
  }
}

/** Signs a change of something that was there. */
export function touchedBy(record: { audit: Audit }, editor: Pick<SeenAccount, 'id' | 'details'>, { now }: Look): void {
  record.audit.lastUpdatedBy = editor.details.username
  record.audit.lastUpdatedByAccountId = editor.id
  record.audit.lastUpdatedDate = now
}
