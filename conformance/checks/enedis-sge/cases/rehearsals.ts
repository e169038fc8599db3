import { rehearsalsOf } from '../../../homologation/enedis-sge/rehearsals.ts'
import type { Rehearsal } from '../../../readiness.ts'
import { checkOf } from '../cases.check.ts'
import { attemptsAt, callOf } from './attempts.ts'
import { codeShown, expectation } from './words.ts'

/** Both catalogues as a client rehearses them. */
export const rehearsals: readonly Rehearsal[] = rehearsalsOf({
  expects: expectation,
  checkOf,
  called: (evidence, one) => {
    const call = attemptsAt(evidence, one)
      .flatMap((attempt) => callOf(attempt, one) ?? [])
      .at(-1)
    return call && { at: call.entry.at, ms: call.entry.real.ms ?? 0, code: codeShown(call) }
  },
})
