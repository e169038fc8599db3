import type { HttpDelivery, NoticeKind, NoticeToSpell, SpellingDesk } from '../../../src/contract/notice.ts'
import type { PgeSettings } from '../dialect/index.ts'
import type { NoticeContent, NoticeResource } from '../views.ts'
import { addressesAt, type Addresses } from '../wire/addresses.ts'
import { encodeBatchList } from '../wire/batch-list.ts'

const mail = (title: string): NoticeKind => ({
  title,
  basis: 'documented',
  source: 'PAGE, milestones and portal: e-mails',
})

/** What PG&E sends: notices to the registered address, and e-mails, which stay in the outbox. */
export const notices = {
  packageReady: {
    title: 'what was asked for asynchronously is ready',
    basis: 'observed',
    source: 'WIRE, BatchList with one or two resources',
  },
  daily: {
    title: 'the package of the evening is ready',
    basis: 'documented',
    source: 'PAGE, daily subscription: Notify me as data is ready',
  },
  authorization: {
    title: 'an authorization was given, changed or ended',
    basis: 'documented',
    source: 'PAGE, notifications of authorization events, June 2018',
  },
  'mail.confirmationLink': mail('the link that confirms the address of the business contact'),
  'mail.accepted': mail('the registration is accepted'),
  'mail.testsCompleted': mail('all tests are completed'),
  'mail.approved': mail('the registration is approved'),
  'mail.certificateApplied': mail('the new certificate is in use'),
  'mail.registrationRevoked': mail('the registration is revoked by order of the CPUC'),
  'mail.registrationClosed': mail('the registration is closed'),
  'mail.thirdPartyCancelled': mail('the customer is told that a third party cancelled'),
} as const satisfies Record<string, NoticeKind>

/**
 * A notice as it goes over the wire: XML with its length, because a client reads as many bytes as it says; the
 * addresses begin as those the client used. Source: WIRE and CLIENT; the content type is inferred (INF).
 */
export function spellNotice({ content }: NoticeToSpell, desk: SpellingDesk<PgeSettings>): HttpDelivery {
  const { resources, origin, transactionId } = content as NoticeContent
  const at = addressesAt(origin ?? desk.address('api'))
  const body = encodeBatchList(resources.map((one) => addressOf(one, at)))
  const transaction = transactionId === null ? [] : [[desk.dialect.transactionHeader, transactionId] as const]
  return {
    method: 'POST',
    headers: [['Content-Type', 'application/xml'], ['Content-Length', String(Buffer.byteLength(body))], ...transaction],
    body,
  }
}

function addressOf(one: NoticeResource, at: Addresses): string {
  if (one.kind === 'authorization') return at.authorization(one.id)
  return at.prepared(one.kind, one.id, one.correlationId)
}
