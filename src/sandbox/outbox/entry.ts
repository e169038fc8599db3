import type { Delivery, HttpDelivery } from '../../contract/notice.ts'
import { bodyOf, type NoticeSent } from '../../ground/journal/index.ts'
import type { Attempted } from '../delivery/index.ts'
import type { Notice } from '../world/state.ts'
import { asTold, contentTold, fileTold } from './told.ts'

/** How an attempt went, and what a fault did to it. */
export type Tried = Omit<Attempted, 'outcome'> & { outcome: Attempted['outcome'] | 'lost'; fault?: string; to?: string }
/** What there is to tell of a notice that may never have gone out. */
export type Told = Pick<NoticeSent, 'outcome' | 'status' | 'says' | 'fault'>

/** A delivery as the journal keeps it: requests as they went over the wire, files by name, size and hash. */
export function noticeEntry(
  { kind, to, content, file }: Notice,
  attempt: number,
  told: Told,
  delivery?: Delivery,
): NoticeSent {
  const entry: NoticeSent = { kind: 'notice', notice: kind, to, content: contentTold(content), attempt, ...told }
  return asTold({ ...entry, ...(file && { file }), ...(delivery && sent(delivery)) })
}

function sent(delivery: Delivery): Pick<NoticeSent, 'file' | 'sent'> {
  return 'file' in delivery ? { file: fileTold(delivery) } : { sent: sentAs(delivery) }
}

function sentAs({ method, headers, body }: HttpDelivery): NonNullable<NoticeSent['sent']> {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return { method, headers: headers.map(([name, value]) => [name, value]), body: bodyOf(type, body) }
}
