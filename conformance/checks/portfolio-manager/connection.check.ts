import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import {
  answersOf,
  callsIn,
  named,
  saidIn,
  smoothSyncs,
  statusAt,
  syncs,
  truth,
  uses,
  type Answer,
} from './facts/index.ts'
import { answersTwice, hasRejectedShare, leftUnanswered } from './facts/requests.ts'

const answered = check({
  id: 'portfolio-manager/connection/answered',
  title: 'answers each request for a connection that it is shown',
  requirement: 'PM-CONNECT-1',
  level: 'must',
  remedy: 'POST /connect/account/{accountId} with Accept or Reject for each account in the pending list.',
  when: (evidence) => smoothSyncs(evidence),
  then: (evidence, turn) =>
    leftUnanswered(evidence, turn, ({ kind, id }) => kind === 'account' && !hasRejectedShare(evidence, id, turn)),
})

const answersOnce = check({
  id: 'portfolio-manager/connection/answers-once',
  title: 'answers each request for a connection once',
  requirement: 'PM-CONNECT-2',
  level: 'must',
  remedy: 'Remember what you have answered: the second answer is refused with -200.',
  when: answersOf,
  then: (evidence, answer) => answersTwice(evidence, answer, 'account'),
})

const knowsCustomers = check({
  id: 'portfolio-manager/connection/knows-customers',
  title: 'knows the customers it is connected with',
  requirement: 'PM-CONNECT-3',
  level: 'must',
  needs: 'words',
  remedy: 'Take GET /customer/list for the truth about who is connected.',
  when: (evidence) => toldConnections(evidence, smoothSyncs(evidence)),
  then: (evidence, { turn, accounts }) =>
    connectedAt(evidence, turn)
      .filter((account) => !cameUnseen(evidence, account, turn))
      .map((account) => ({
        holds: accounts.includes(account),
        says: `${named(evidence, { kind: 'account', id: account })} is connected; the client ${accounts.includes(account) ? 'says so' : 'does not say so'}.`,
        rests: [turn],
      })),
})

const connectionUnseen = check({
  id: 'portfolio-manager/connection/accepted-unseen',
  title: 'notices a connection that came about with a share it or a colleague accepted',
  requirement: 'PM-CONNECT-4',
  level: 'must',
  needs: 'words',
  remedy: 'After accepting a share, take the account id from it and record its owner as connected.',
  when: (evidence) => toldConnections(evidence, smoothSyncs(evidence)),
  then: (evidence, { turn, accounts }) =>
    connectedAt(evidence, turn)
      .filter((account) => cameUnseen(evidence, account, turn))
      .map((account) => ({
        holds: accounts.includes(account),
        says: `${named(evidence, { kind: 'account', id: account })} was connected without the client answering its request; the client ${accounts.includes(account) ? 'noticed' : 'does not list it as connected'}.`,
        rests: [turn],
      })),
})

const claimsNone = check({
  id: 'portfolio-manager/connection/claims-none',
  title: 'takes nobody for connected who never was',
  requirement: 'PM-CONNECT-5',
  level: 'must',
  needs: 'words',
  remedy: 'An owner of a shared item is not a customer of yours until a connection is accepted.',
  when: (evidence) => toldConnections(evidence, syncs(evidence)),
  then: (evidence, { turn, accounts }) => {
    const { connections } = truth(evidence).after({ id: turn.until })
    const wereNever = accounts.filter((id) => !['connected', 'ended'].includes(connections[id]?.status ?? ''))
    const names = wereNever.map((id) => named(evidence, { kind: 'account', id })).join(', ')
    const says = `Of ${accounts.length} accounts the client takes for connected, ${wereNever.length} never were. ${names}`
    return [{ holds: wereNever.length === 0, says: says.trim(), rests: [turn] }]
  },
})

const heedsDisconnect = check({
  id: 'portfolio-manager/connection/heeds-disconnect',
  title: 'stops asking about an account after its customer has disconnected',
  requirement: 'PM-CONNECT-6',
  level: 'must',
  remedy: 'On DISCONNECT mark the account as not connected: calls with its id answer 403 from then on.',
  when: (evidence) => evidence.journal.step('customer.disconnect').succeeded(),
  then: (evidence, step) =>
    syncs(evidence)
      .filter(({ id }) => id > step.id)
      .flatMap((turn) => {
        const asked = callsIn(evidence, turn).filter(
          (call) => uses(call) && call.item?.kind === 'account' && call.refusal === 'notConnected',
        )
        const says = `After the customer left, the client asked about its account ${asked.length} times in a run.`
        return [{ holds: asked.length === 0, says, rests: asked.length > 0 ? asked : [step] }]
      }),
})

export const connection: readonly Check[] = [
  answered,
  answersOnce,
  knowsCustomers,
  connectionUnseen,
  claimsNone,
  heedsDisconnect,
]

/** Turns in which the client said whom it takes for connected. */
function toldConnections(evidence: Evidence, turns: readonly Turn[]): { turn: Turn; accounts: string[] }[] {
  return turns.flatMap((turn) => {
    const said = saidIn(evidence, turn, 'connections')
    return said === undefined ? [] : [{ turn, accounts: said.map(({ account }) => account) }]
  })
}

function connectedAt(evidence: Evidence, turn: Turn): string[] {
  const { connections } = truth(evidence).after({ id: turn.until })
  return Object.keys(connections).filter((id) => connections[id]?.status === 'connected')
}

/** The account was not connected when the story began, and no answer of the client made it so. */
function cameUnseen(evidence: Evidence, account: string, turn: Turn): boolean {
  const item = { kind: 'account', id: account } as const
  if (statusAt(evidence, item, { id: 0 }) === 'connected') return false
  const isOwn = ({ kind, id, call, action }: Answer) =>
    kind === 'account' && id === account && call.done && action === 'Accept' && call.id <= turn.until
  return !answersOf(evidence).some(isOwn)
}
