import type { Entry, NoticeSent } from '../../../../src/index.ts'
import type { Evidence } from '../../../evidence.ts'
import { callsOf, type Call } from './calls.ts'
import { toldTo, type Told } from './notices.ts'

/** Every attempt to tell the client something, delivered or not. */
export function noticesOf(evidence: Evidence): Entry<NoticeSent>[] {
  return evidence.journal
    .entries()
    .filter((entry): entry is Entry<NoticeSent> => entry.kind === 'notice' && !entry.notice.startsWith('mail.'))
}

/** Requests that the provider took on, to be told of when they are ready. */
export function requestsOf(evidence: Evidence): Call[] {
  return callsOf(evidence).filter(({ status }) => status === 202)
}

/** Requests for packages by the ids that notices name. */
export function retrievalsOf(evidence: Evidence): (Call & { correlationId: string })[] {
  return callsOf(evidence).flatMap((call) => {
    const correlationId = call.query.get('correlationID')
    return correlationId === null ? [] : [{ ...call, correlationId }]
  })
}

/** Ids of the packages that a notice names. */
export function packagesIn(content: unknown): string[] {
  const { resources = [] } = content as { resources?: { correlationId?: string }[] }
  return resources.flatMap(({ correlationId }) => correlationId ?? [])
}

/** The notice a request led to, by the transaction both carry; it may have come before the answer. */
export function noticesFor(evidence: Evidence, request: Call): Entry<NoticeSent>[] {
  const transaction = transactionOf(request)
  return noticesOf(evidence).filter(({ content }) => {
    const { transactionId } = content as { transactionId?: string | null }
    return transaction !== undefined && transactionId === transaction
  })
}

/** Announcements of packages that the client had asked for, the first time each reached it, by how they came. */
export function announced(evidence: Evidence): (Told & { came: 'early' | 'late' | 'usual' })[] {
  const requests = requestsOf(evidence)
  const first = firstTold(evidence)
  return first
    .filter(({ kind }) => kind === 'packageReady')
    .map((told) => {
      const { transactionId } = told.entry.content as { transactionId?: string | null }
      const request = requests.find((one) => transactionOf(one) === transactionId)
      const isLate = noticesOf(evidence).some(
        ({ outcome, content, id }) =>
          outcome === 'postponed' && id < told.id && content !== null && same(content, told),
      )
      const came = isLate ? 'late' : request !== undefined && told.id < request.id ? 'early' : 'usual'
      return { ...told, came }
    })
}

/** Notices that name packages, without those that only repeat another. */
export function firstTold(evidence: Evidence): Told[] {
  const seen = new Set<string>()
  return toldTo(evidence).filter(({ entry }) => {
    const ids = packagesIn(entry.content)
    const isNew = ids.some((id) => !seen.has(id))
    for (const id of ids) seen.add(id)
    return isNew
  })
}

function same(content: unknown, { entry }: Told): boolean {
  return packagesIn(content).join() === packagesIn(entry.content).join()
}

function transactionOf({ entry }: Call): string | undefined {
  const headers = entry.response?.headers ?? []
  return headers.find(([name]) => /transaction/i.test(name))?.[1]
}
