import type { Evidence, Turn } from '../../../evidence.ts'
import { askedIn, listOf, wordsOf, type Words } from '../../../homologation/enedis-sge/asked.ts'
import type { Case } from '../../../homologation/enedis-sge/case.ts'
import { serviceCalls, serviceCallsIn, type ServiceCall } from './calls.ts'
import { differences } from './requests.ts'

/** A case that was to be made, with what the client called for it. */
export type Attempt = {
  wanted: Words
  /** The turn in which it was asked for, unless the client came by itself. */
  turn: Turn | undefined
  calls: readonly ServiceCall[]
}

/** Every time that a case was to be made in a story. */
export function attemptsAt(evidence: Evidence, one: Case): Attempt[] {
  const { turns, journal } = evidence
  if (turns.some(({ ask }) => ask === 'case')) {
    return turns.flatMap((turn) => {
      const step =
        turn.ask === 'case'
          ? journal
              .step()
              .list()
              .find(({ id }) => id === turn.id)
          : undefined
      const [id, wanted] = wordsOf((step?.args ?? {}) as Words)
      return id === one.id ? [{ wanted, turn, calls: serviceCallsIn(evidence, turn) }] : []
    })
  }
  return attemptUnasked(evidence, one)
}

/** A client that nobody asks may make the cases in its own order, and again: what it did last of each counts. */
function attemptUnasked(evidence: Evidence, one: Case): Attempt[] {
  const list = listOf(evidence.scenario.id)
  const wanted = list === undefined ? undefined : askedIn(list).get(one.id)
  if (wanted === undefined) return []
  const made = serviceCalls(evidence).filter(
    ({ service, asked }) => service === one.service && differences(asked, wanted).length === 0,
  )
  const last = made.at(-1)
  return last === undefined ? [] : [{ wanted, turn: undefined, calls: [last] }]
}

/** The call that an attempt is judged by: the last one of its service, or the last of all. */
export function callOf({ calls }: Attempt, { service }: Case): ServiceCall | undefined {
  return calls.findLast((call) => call.service === service) ?? calls.at(-1)
}

/** What the client said a case had come to, in the turn in which it made it. */
export function saidOf({ said }: Evidence, { turn }: Attempt, { id }: Case): string | undefined | null {
  if (turn === undefined) return null
  const lines = said.filter((line) => line.turn === turn).flatMap(({ words }) => words['outcomes'] ?? [])
  if (lines.length === 0) return null
  const outcomes = lines as ({ case?: unknown; code?: unknown } | null)[]
  const one = outcomes.findLast((outcome) => outcome?.case === id)
  return one ? String(one.code) : undefined
}
