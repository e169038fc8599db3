import { branch, documentOf, each, leaf } from '../../../src/toolbox/xml/index.ts'
import type { PmSettings } from '../dialect.ts'
import type { NotificationView } from '../views.ts'
import { eastern } from './times.ts'

/** What happened to a provider's access. Source: XSD26, notificationType; `username` came after schema 4.0 (X10). */
export function encodeNotifications(notices: readonly NotificationView[], settings: PmSettings): string {
  return documentOf(
    branch(
      'notificationList',
      each(notices, (notice) =>
        branch(
          'notification',
          leaf('notificationTypeCode', notice.type),
          leaf('notificationId', notice.id),
          leaf('description', notice.description),
          leaf('accountId', notice.accountId),
          leaf('username', settings.schemaEra === '26' ? notice.username : undefined),
          leaf('propertyId', notice.propertyId),
          leaf('meterId', notice.meterId),
          leaf('notificationCreatedDate', eastern(notice.createdDate, settings)),
          leaf('notificationCreatedBy', notice.createdBy),
          leaf('notificationCreatedByAccountId', notice.createdByAccountId),
        ),
      ),
    ),
  )
}
