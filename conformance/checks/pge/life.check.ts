import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import {
  callsAfterEnd,
  callsIn,
  callsOf,
  endedOf,
  firstWordOfEnd,
  heldAt,
  isLookAt,
  isTroubled,
  named,
  nextSync,
  servingCalls,
  smoothSyncs,
  syncs,
  toldTo,
  truth,
  type Ended,
} from './facts/index.ts'

/** What ends an authorization: one check for each, as clients learn of them in different ways. */
const ends = (
  [
    ['cancelled', ['customer'], 'asks for nothing from the day after a customer cancelled', 'PGE-LIFE-1'],
    ['end-date', ['endDate'], 'stops at the end date without being told', 'PGE-LIFE-2'],
    ['replaced', ['replaced'], 'leaves an authorization alone that a new one has replaced', 'PGE-LIFE-3'],
    ['unlinked', ['unlinked'], 'asks for nothing more once the account was unlinked', 'PGE-LIFE-4'],
    ['moved', ['moved'], 'asks for nothing more at a home that the customer has left', 'PGE-LIFE-5'],
    ['given-back', ['thirdParty'], 'asks for nothing more once the authorization was given back', 'PGE-LIFE-6'],
  ] as const
).map(([name, causes, title, requirement]) =>
  check({
    id: `pge/life/${name}`,
    title,
    requirement,
    level: 'must',
    remedy:
      'Keep status and end of each authorization, compare them with the time before you call, and drop its tokens when it ends.',
    when: (evidence) => endedOf(evidence).filter(({ by }) => (causes as readonly string[]).includes(by)),
    then: (evidence, ended) => afterKnownEnd(evidence, ended),
  }),
)

const findsOut = check({
  id: 'pge/life/finds-out-by-itself',
  title: 'finds out that an authorization has ended although no notice came',
  requirement: 'PGE-LIFE-7',
  level: 'must',
  remedy: 'Read the list of authorizations once a day: notices get lost.',
  when: (evidence) =>
    endedOf(evidence).flatMap((ended) => {
      const isTold = toldTo(evidence).some(
        ({ names, at }) => at >= (ended.ended?.at ?? ended.until) && names.some(({ id }) => id === ended.id),
      )
      const since =
        ended.ended === null
          ? undefined
          : evidence.journal
              .all()
              .where(({ at }) => at >= ended.until)
              .first()
      const turn = since && smoothSyncs(evidence).find(({ id }) => id >= since.id)
      return isTold || turn === undefined || ended.by === 'replaced' || ended.by.startsWith('registration')
        ? []
        : [{ ended, turn }]
    }),
  then: (evidence, { ended, turn }) => {
    // A refusal is no answer: tokens may be lost while the authorization stands.
    const look = callsIn(evidence, turn).find((call) => isLookAt(call, ended.id) && call.heard)
    const says = `No notice told that ${named(evidence, ended.id)} had ended; the client ${look ? 'found out' : 'did not look'}.`
    return [{ holds: look !== undefined, says, rests: [look ?? turn] }]
  },
})

const rereads = check({
  id: 'pge/life/rereads-after-notice',
  title: 'reads an authorization again that a notice names',
  requirement: 'PGE-LIFE-8',
  level: 'must',
  remedy: 'A notice tells that something has changed, and not what: GET the address it names, with a client token.',
  when: (evidence) =>
    toldTo(evidence).flatMap((told) =>
      told.names.filter(({ kind }) => kind === 'authorization').map(({ id }) => ({ told, id })),
    ),
  then: (evidence, { told, id }) => {
    const next = nextSync(evidence, told)
    if (next === undefined || isTroubled(evidence, next)) return []
    const read = callsOf(evidence).find((call) => call.id > told.id && call.id <= next.until && isLookAt(call, id))
    const says = `A notice named ${named(evidence, id)}, and the client ${read ? 'read it again' : 'did not read it again'}.`
    return [{ holds: read !== undefined, says, rests: read ? [told, read] : [told, next] }]
  },
})

const keepsOthers = check({
  id: 'pge/life/keeps-others',
  title: 'goes on with all others when one authorization ends',
  requirement: 'PGE-LIFE-9',
  level: 'must',
  remedy: 'What happens to one authorization says nothing about another: work through them one by one.',
  when: (evidence) =>
    smoothSyncs(evidence).filter((turn) =>
      endedOf(evidence).some(({ until, by }) => until <= turn.at && !by.startsWith('registration')),
    ),
  then: (evidence, turn) =>
    heldAt(evidence, turn).map(({ id }) => {
      const calls = servingCalls(evidence, turn, id)
      const says = `After another had ended, the client made ${calls.length} calls for data of ${named(evidence, id)}.`
      return { holds: calls.length > 0, says, rests: calls.length > 0 ? calls.slice(0, 1) : [turn] }
    }),
})

const extended = check({
  id: 'pge/life/extended',
  title: 'goes on beyond the old end date when the customer has extended it',
  requirement: 'PGE-LIFE-10',
  level: 'must',
  remedy:
    'Take the end from the Authorization each time you read it: authorizedPeriod moves when the customer extends.',
  when: (evidence) => evidence.journal.step('customer.extend').succeeded().list(),
  then: (evidence, step) => {
    const [turn] = smoothSyncs(evidence)
      .filter(({ id }) => id > step.id)
      .slice(-1)
    if (turn === undefined) return []
    return heldAt(evidence, turn).map(({ id }) => {
      const calls = servingCalls(evidence, turn, id)
      const says = `After the extension the client made ${calls.length} calls for data of ${named(evidence, id)}.`
      return { holds: calls.length > 0, says, rests: [step, ...calls.slice(0, 1), turn] }
    })
  },
})

const newHome = check({
  id: 'pge/life/after-re-authorization',
  title: 'goes on with the new authorization when a customer has given one again',
  requirement: 'PGE-LIFE-11',
  level: 'must',
  remedy: 'A new authorization has a Subscription ID and tokens of its own: take both from the answer to its code.',
  when: (evidence) => evidence.turns.filter(({ ask }) => ask === 'authorize'),
  then: (evidence, turn) => {
    const before = truth(evidence).after(turn).authorizations
    const { authorizations } = truth(evidence).after({ id: turn.until })
    const given = Object.values(authorizations).filter(({ id }) => before[id] === undefined)
    const next = nextSync(evidence, turn)
    const isAgain = given.some(({ customer }) => Object.values(before).some((one) => one.customer === customer))
    if (next === undefined || !isAgain || isTroubled(evidence, next)) return []
    return given.map(({ id }) => {
      const calls = servingCalls(evidence, next, id)
      const says = `Authorized again, the client made ${calls.length} calls for data of ${named(evidence, id)}.`
      return { holds: calls.length > 0, says, rests: [turn, ...calls.slice(0, 1)] }
    })
  },
})

/** What becomes of what customers allowed, and what a client makes of it. */
export const life: readonly Check[] = [...ends, findsOut, rereads, keepsOthers, extended, newHome]

/** What was asked after the end, where the client could know of it; who never came to work after it shows nothing. */
function afterKnownEnd(evidence: Evidence, ended: Ended) {
  const later = syncs(evidence).filter(({ at }) => at >= ended.until)
  const word = firstWordOfEnd(evidence, ended)
  if (word === undefined || later.length === 0) return []
  const calls = callsAfterEnd(evidence, ended).filter(({ id }) => id > word.id)
  const says = `After ${named(evidence, ended.id)} had ended at ${ended.until}, the client asked for it ${calls.length} times.`
  return [{ holds: calls.length === 0, says, rests: calls.length > 0 ? [word, ...calls] : [word] }]
}
