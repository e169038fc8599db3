import { check, type Check, type Observation } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { cases as catalogue, packages, type Case, type PackageName } from '../../homologation/enedis-sge/index.ts'
import { EvidenceLost } from '../../verdict.ts'
import { attemptsAt, callOf, saidOf, type Attempt } from './cases/attempts.ts'
import { secondsBefore, type ServiceCall } from './cases/calls.ts'
import { differences } from './cases/requests.ts'
import { codeShown, expectation, sentence } from './cases/words.ts'

/** How much less than a second may lie between two calls: clocks are not exact. */
const tolerance = 0.8

const requirements: Readonly<Record<PackageName, { known: string; inferred: string }>> = {
  consultation: { known: 'SGE-CASE-1', inferred: 'SGE-CASE-2' },
  commande: { known: 'SGE-CASE-3', inferred: 'SGE-CASE-4' },
  infraJournalier: { known: 'SGE-CASE-5', inferred: 'SGE-CASE-5' },
  historique: { known: 'SGE-CASE-6', inferred: 'SGE-CASE-7' },
}

/** The id of the check that judges a case. */
export function checkOf(id: string): string {
  return `enedis-sge/case/${id}`
}

/** Every case of the homologation catalogues: the call that it wants, once, and what it is to come to. */
export const cases: readonly Check[] = catalogue.map((one) => {
  const { known, inferred } = requirements[one.package]
  return check({
    id: checkOf(one.id),
    title: `makes case ${one.id} of package ${packages[one.package]}: ${one.about}`,
    requirement: one.basis === 'inferred' ? inferred : known,
    level: 'must',
    remedy: `Make one call of ${one.service} with the words that WATTPROOF_WITH tells, and say what it came to.`,
    when: (evidence) => attemptsAt(evidence, one),
    then: (evidence, attempt) => [judged(evidence, one, attempt)],
  })
})

function judged(evidence: Evidence, one: Case, attempt: Attempt): Observation {
  const call = callOf(attempt, one)
  if (call === undefined)
    return { holds: false, says: `The client did not call ${one.service}.`, rests: asking(attempt) }
  const wrong = [
    ...callsTooMany(one, attempt),
    ...(call.service === one.service ? differencesOf(call, attempt) : []),
    ...wrongOutcome(one, call),
    ...wrongWords(evidence, one, attempt, call),
    ...hurry(evidence, attempt),
  ]
  const says = wrong.length === 0 ? `${one.service} answered ${codeShown(call)}.` : sentence(wrong)
  return { holds: wrong.length === 0, says, rests: [...asking(attempt), ...attempt.calls] }
}

function asking({ turn }: Attempt): { id: number }[] {
  return turn === undefined ? [] : [turn]
}

function callsTooMany({ service, after }: Case, { calls }: Attempt): string[] {
  const others = [...new Set(calls.map((call) => call.service))].filter((name) => name !== service && name !== after)
  const wanted = calls.filter((call) => call.service === service)
  return [
    ...(wanted.length === 0 ? [`the client did not call ${service}`] : []),
    ...(wanted.length > 1 ? [`the client called ${service} ${wanted.length} times`] : []),
    ...(others.length > 0 ? [`the client called ${others.join(' and ')}`] : []),
  ]
}

function differencesOf({ asked }: ServiceCall, { wanted }: Attempt): string[] {
  const found = asked === undefined ? [] : differences(asked, wanted)
  return found.length === 0 ? [] : [`asked with ${found.join(', ')}`]
}

function wrongOutcome(one: Case, call: ServiceCall): string[] {
  const isGood = call.status === 200
  const isExpected = one.codes.length === 0 ? isGood : one.codes.includes(call.code ?? '')
  const wrong = `expected ${expectation(one)}`
  if (!isExpected) return [`${wrong}, got ${codeShown(call)}${call.says && !isGood ? ` “${call.says}”` : ''}`]
  if (one.text !== undefined && call.says !== one.text) return [`${wrong}, got “${call.says ?? ''}”`]
  if (one.reply === undefined || !isGood || one.reply.in(call.reply?.text ?? '')) return []
  if (call.reply?.isWhole === false)
    throw new EvidenceLost(`The journal kept only the beginning of what ${one.service} answered.`)
  return [`${wrong}, got another reply`]
}

/** A client that tells outcomes tells this one as it was. */
function wrongWords(evidence: Evidence, one: Case, attempt: Attempt, call: ServiceCall): string[] {
  const said = saidOf(evidence, attempt, one)
  if (said === null) return []
  if (said === undefined) return [`the client did not say what ${one.id} came to`]
  const isSame = call.code === undefined ? /^(SGT|HTTP )?2\d\d$/.test(said) : said === call.code
  return isSame ? [] : [`the client said ${said}, where ${codeShown(call)} came`]
}

function hurry(evidence: Evidence, { calls }: Attempt): string[] {
  const seconds = Math.min(...calls.map((call) => secondsBefore(evidence, call)))
  if (seconds >= tolerance) return []
  return [`called ${seconds.toFixed(1)} s after the call before, where homologation takes one a second`]
}
