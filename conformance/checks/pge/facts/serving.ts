import type { Evidence, Turn } from '../../../evidence.ts'
import { callsIn, callsOf, isForData, type Call } from './calls.ts'
import { toldTo } from './notices.ts'
import { authorizationOf, grantsOf } from './tokens.ts'
import { accessUntil, inTheEnd, isOver, named, truth, type Authorization } from './view.ts'

/** Requests of a turn for data of one authorization, or of one usage point of it. */
export function servingCalls(evidence: Evidence, turn: Turn, authorization: string, usagePoint?: string): Call[] {
  return callsIn(evidence, turn).filter((call) => {
    if (!isForData(call) || authorizationOf(evidence, call) !== authorization) return false
    return usagePoint === undefined || call.usagePoint === usagePoint || call.endpoint === 'batch.subscription'
  })
}

/** Authorizations that the client has tokens of, and that give access at a moment. */
export function heldAt(evidence: Evidence, moment: { id: number; at: string }): Authorization[] {
  const { authorizations } = truth(evidence).after(moment)
  return Object.values(authorizations).filter(({ id, ...one }) => {
    if (isOver({ id, ...one }, moment.at)) return false
    const grants = grantsOf(evidence).filter(({ call, authorization }) => call.id <= moment.id && authorization === id)
    const last = grants.findLast(({ issued }) => issued.length > 0)
    const token = last?.issued.find((issued) => issued.class === 'refresh')
    // The provider takes none but those it made last: if they were lost on the way, the client has none.
    return last?.call.heard === true && token !== undefined && moment.at < token.expiresAt
  })
}

/** An authorization that ended in the story: since when, and by whom. */
export type Ended = Authorization & { until: string; by: string }

/** Every authorization that gives access no more when the story ends. */
export function endedOf(evidence: Evidence): Ended[] {
  const end = evidence.journal.all().last()?.at ?? ''
  return Object.values(inTheEnd(evidence).authorizations).flatMap((one) => {
    const until = accessUntil(one)
    return until === null || until > end ? [] : [{ ...one, until, by: one.ended?.by ?? 'endDate' }]
  })
}

/** Calls that try to have data, or tokens for it, of an authorization that has ended. */
export function callsAfterEnd(evidence: Evidence, { id, until }: Ended): Call[] {
  return callsOf(evidence).filter(
    (call) =>
      call.at >= until &&
      (isForData(call) || call.endpoint === 'token.create') &&
      authorizationOf(evidence, call) === id &&
      endsBefore(evidence, id, call),
  )
}

/** The first thing from which the client could know that an authorization ends: a notice, a look at it, a refusal. */
export function firstWordOfEnd(evidence: Evidence, { id, until, ended }: Ended): { id: number } | undefined {
  const since = ended?.at ?? until
  const notice = toldTo(evidence).find((told) => told.at >= since && told.names.some((one) => one.id === id))
  const calls = callsOf(evidence).filter((call) => endsBefore(evidence, id, call))
  const look = calls.find((call) => call.heard && isLookAt(call, id))
  const refusal = calls.find(
    (call) => isRefusalOfEnd(call) && authorizationOf(evidence, call) === id && call.entry.fault === undefined,
  )
  const given = calls.find(
    ({ endpoint, done, subscription }) => endpoint === 'authorization.delete' && done && subscription === id,
  )
  const words = [notice, look, refusal, given].filter((word) => word !== undefined)
  return words.sort((one, other) => one.id - other.id)[0]
}

/** Whether a call asks how an authorization stands. */
export function isLookAt({ endpoint, subscription }: Call, id: string): boolean {
  return endpoint === 'authorization.list' || (endpoint === 'authorization.read' && subscription === id)
}

function isRefusalOfEnd({ refusal }: Call): boolean {
  return refusal === 'authorizationEnded' || refusal === 'authorizationOver'
}

/** The customers and agreements of a list, in words. */
export function listed(evidence: Evidence, ids: readonly string[]): string {
  return ids.map((id) => named(evidence, id)).join(', ')
}

/** Whether by then somebody had ended it, or its end date stood as it finally did. */
function endsBefore(evidence: Evidence, id: string, call: Call): boolean {
  const then = truth(evidence).after(call).authorizations[id]
  const final = inTheEnd(evidence).authorizations[id]
  return then !== undefined && final !== undefined && accessUntil(then) === accessUntil(final)
}
