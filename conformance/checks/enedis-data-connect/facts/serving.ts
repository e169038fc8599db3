import type { Evidence, Turn } from '../../../evidence.ts'
import { callsIn, callsOf, isForData, isForMeasures, type Call } from './calls.ts'
import { givenOf } from './pages.ts'
import { daysLater, parisDay } from './paris.ts'
import { servicesTold } from './services.ts'
import { inTheEnd, isOpen, openUntil, truth, type Consent } from './view.ts'
import { isTold } from './windows.ts'

/** Requests of a turn for measures of a usage point. */
export function servingCalls(evidence: Evidence, turn: Turn, usagePoint: string): Call[] {
  return callsIn(evidence, turn).filter((call) => isForMeasures(call) && call.usagePoint === usagePoint)
}

/** Whether there is anything new to ask for: who has yesterday may leave a usage point alone until tomorrow. */
export function isDue(evidence: Evidence, usagePoint: string, turn: Turn): boolean {
  return !isTold(evidence, usagePoint, daysLater(parisDay(turn.at), -1), turn)
}

/** Consents that the client knows of, that stand at the beginning of a turn, and that have something new for it. */
export function dueAt(evidence: Evidence, turn: Turn): Consent[] {
  return heldAt(evidence, turn).filter(({ usagePoint }) => isDue(evidence, usagePoint, turn))
}

/** Whether the client could know of a consent: it had it before, or was told of its usage point. */
function isKnown(evidence: Evidence, { id: consent, usagePoint }: Consent, { id }: { id: number }): boolean {
  const [first] = evidence.turns
  if (
    first &&
    truth(evidence)
      .before(first)
      .consents.some((one) => one.id === consent)
  )
    return true
  if (givenOf(evidence).some(({ call, usagePoints }) => call.id <= id && usagePoints.includes(usagePoint))) return true
  return servicesTold(evidence).some(({ call, usagePoints }) => call.id <= id && usagePoints.includes(usagePoint))
}

/** Consents that the client knows of, and that calls find at a moment, with nothing amiss at Enedis's side. */
export function heldAt(evidence: Evidence, moment: { id: number; at: string }): Consent[] {
  const { consents } = truth(evidence).after(moment)
  return consents.filter((one) => isOpen(one, moment.at) && one.flaw === null && isKnown(evidence, one, moment))
}

/** A consent that calls find no more: since when, and because of what. */
export type Ended = { consent: Consent; until: string; by: string }

/** Every consent that is over when the story ends. */
export function endedOf(evidence: Evidence): Ended[] {
  const end = evidence.journal.all().last()?.at ?? ''
  return inTheEnd(evidence).consents.flatMap((consent) => {
    const until = openUntil(consent)
    if (until > end) return []
    return [{ consent, until, by: until === consent.expiresAt ? 'expiry' : (consent.ended?.by ?? 'expiry') }]
  })
}

/** The refusal from which the client could know that a consent is over. */
export function firstWordOfEnd(evidence: Evidence, ended: Ended): Call | undefined {
  return callsAfterEnd(evidence, ended).find(
    (call) => call.refusal === 'noConsent' && call.answered && call.entry.fault === undefined,
  )
}

/** Requests for data of a usage point between the end of a consent and the next one. */
export function callsAfterEnd(evidence: Evidence, { consent, until }: Ended): Call[] {
  const { id, usagePoint } = consent
  return callsOf(evidence).filter((call) => {
    if (!isForData(call) || call.usagePoint !== usagePoint || call.at < until) return false
    const { consents } = truth(evidence).after(call)
    return !consents.some((one) => one.usagePoint === usagePoint && one.id !== id && one.grantedAt >= until)
  })
}
