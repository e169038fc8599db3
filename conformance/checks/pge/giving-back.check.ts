import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { callsOf, isOver, isTroubled, named, tokenOf, truth, type Call } from './facts/index.ts'
import { noneOf } from './none-of.ts'

const givesAll = check({
  id: 'pge/giving-back/gives-all-back',
  title: 'gives back every authorization it holds when it is asked to',
  requirement: 'PGE-BACK-1',
  level: 'must',
  remedy: 'DELETE each Authorization of the list that is a customer’s and has status 1.',
  when: (evidence) => evidence.turns.filter((turn) => turn.ask === 'revoke' && !isTroubled(evidence, turn)),
  then: (evidence, turn) => {
    const { authorizations } = truth(evidence).after(turn)
    const stood = Object.values(authorizations).filter((one) => one.how === 'online' && !isOver(one, turn.at))
    return stood.map(({ id }) => {
      const given = deletions(evidence).find((call) => call.turn === turn && call.subscription === id && call.done)
      const says = `Asked to give back, the client ${given ? 'gave back' : 'kept'} ${named(evidence, id)}.`
      return { holds: given !== undefined, says, rests: given ? [given] : [turn] }
    })
  },
})

const withClientToken = noneOf(
  {
    id: 'pge/giving-back/client-token',
    title: 'gives back with the client access token',
    requirement: 'PGE-BACK-2',
    remedy: 'DELETE Authorization takes a client access token; the customer’s own is answered 403.',
  },
  deletions,
  (evidence, { bearer }) => tokenOf(evidence, bearer)?.class !== 'client',
  'to give back carried a token of another class',
)

const once = check({
  id: 'pge/giving-back/once',
  title: 'gives each authorization back once',
  requirement: 'PGE-BACK-3',
  level: 'must',
  remedy: 'A DELETE cannot be taken back: note that it was done before anything else, and do not repeat it.',
  when: (evidence) => deletions(evidence).filter(({ heard }) => heard),
  then: (evidence, call) => {
    const again = deletions(evidence).filter((other) => other.id > call.id && other.subscription === call.subscription)
    const says = `The client gave back ${named(evidence, call.subscription ?? '')} ${again.length + 1} times.`
    return [{ holds: again.length === 0, says, rests: [call, ...again] }]
  },
})

const onlyWhenAsked = check({
  id: 'pge/giving-back/only-when-asked',
  title: 'gives nothing back that it was not asked to give back',
  requirement: 'PGE-BACK-4',
  level: 'must',
  remedy: 'Trouble, refusals and empty feeds are no reason to DELETE: it cannot be undone, and the customer is told.',
  when: (evidence) => evidence.turns.filter(({ ask }) => ask !== 'revoke' && ask !== 'session'),
  then: (evidence, turn) => {
    const bad = deletions(evidence).filter((call) => call.turn === turn)
    const says = `Asked to ${turn.ask}, the client gave back ${bad.length} authorizations.`
    return [{ holds: bad.length === 0, says, rests: bad.length > 0 ? bad : [turn] }]
  },
})

/** How a client gives authorizations back. */
export const givingBack: readonly Check[] = [givesAll, withClientToken, once, onlyWhenAsked]

function deletions(evidence: Evidence): Call[] {
  return callsOf(evidence).filter(({ endpoint }) => endpoint === 'authorization.delete')
}
