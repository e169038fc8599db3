import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { accessUntil, heldAt, isOver, named, saidIn, smoothSyncs, truth, type View } from './facts/index.ts'

const daysMs = 86_400_000

const saysEnded = check({
  id: 'pge/known/ended',
  title: 'knows which authorizations have ended',
  requirement: 'PGE-KNOWN-1',
  level: 'must',
  needs: 'words',
  remedy: 'Take an authorization for ended when its status is 0, or when its authorizedPeriod is over.',
  when: (evidence) => told(evidence),
  then: (evidence, { turn, view, said }) =>
    said.flatMap(({ authorization, status }) => {
      const one = view.authorizations[authorization]
      if (one === undefined || !isOver(one, turn.at) || one.ended?.by.startsWith('registration')) return []
      const says = `The client takes ${named(evidence, authorization)}, which has ended, for ${status}.`
      return [{ holds: status === 'ended', says, rests: [turn] }]
    }),
})

const saysActive = check({
  id: 'pge/known/active',
  title: 'knows which authorizations stand',
  requirement: 'PGE-KNOWN-2',
  level: 'must',
  needs: 'words',
  remedy:
    'An authorization stands until PG&E says otherwise: trouble, an empty feed or a changed agreement do not end it.',
  when: (evidence) => told(evidence),
  then: (evidence, { turn, said }) =>
    heldAt(evidence, { id: turn.until, at: turn.at }).map(({ id }) => {
      const found = said.find(({ authorization }) => authorization === id)
      const says = `The client takes ${named(evidence, id)}, which stands, for ${found?.status ?? 'unknown'}.`
      return { holds: found?.status === 'active', says, rests: [turn] }
    }),
})

const saysEnd = check({
  id: 'pge/known/end-date',
  title: 'knows until when each authorization lasts',
  requirement: 'PGE-KNOWN-3',
  level: 'must',
  needs: 'words',
  remedy:
    'authorizedPeriod has start and duration in seconds; a duration of 0 has no end. Read it again after each notice.',
  when: (evidence) => told(evidence),
  then: (evidence, { turn, view, said }) =>
    said.flatMap(({ authorization, status, endsAt }) => {
      const one = view.authorizations[authorization]
      if (one === undefined || status !== 'active' || isOver(one, turn.at) || endsAt === undefined) return []
      const until = accessUntil(one)
      const says = `The client takes ${named(evidence, authorization)} to last until ${endsAt ?? 'for ever'}; it lasts until ${until ?? 'for ever'}.`
      return [{ holds: isNear(endsAt, until), says, rests: [turn] }]
    }),
})

/** What a client says it knows of authorizations. */
export const known: readonly Check[] = [saysEnded, saysActive, saysEnd]

type Told = { turn: Turn; view: View; said: NonNullable<ReturnType<typeof authorizationsSaid>> }

/** What is true and what the client said of each run that nothing disturbed. */
function told(evidence: Evidence): Told[] {
  return smoothSyncs(evidence).flatMap((turn) => {
    const said = authorizationsSaid(evidence, turn)
    return said === undefined ? [] : [{ turn, said, view: truth(evidence).after({ id: turn.until }) }]
  })
}

function authorizationsSaid(evidence: Evidence, turn: Turn) {
  return saidIn(evidence, turn, 'authorizations')
}

/** The same day, more or less: whoever counts days instead of seconds is as right. */
function isNear(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  return Math.abs(Date.parse(one) - Date.parse(other)) <= daysMs
}
