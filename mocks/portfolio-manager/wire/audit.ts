import { branch, leaf } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { PmSettings } from '../dialect.ts'
import type { Audit } from '../model/index.ts'
import { eastern } from './times.ts'

/** The name of an audit block tells what it is about. Source: XSD26, logType. */
export type AuditName = 'audit' | 'connectionAudit' | 'shareAudit'

export function auditBlock(name: AuditName, audit: Readonly<Audit>, settings: PmSettings): Markup {
  return branch(
    name,
    leaf('createdBy', audit.createdBy),
    leaf('createdByAccountId', audit.createdByAccountId),
    leaf('createdDate', eastern(audit.createdDate, settings)),
    leaf('lastUpdatedBy', audit.lastUpdatedBy),
    leaf('lastUpdatedByAccountId', audit.lastUpdatedByAccountId),
    leaf('lastUpdatedDate', eastern(audit.lastUpdatedDate, settings)),
  )
}
