import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { callsIn, callsOf, grantsOf, isForData, nextSync, spelled, truth, type Call, type View } from './facts/index.ts'
import { noneOf } from './none-of.ts'

/** Two certificates may each be tried on a call or two. */
const mostRefused = 4

const onTokens = noneOf(
  {
    id: 'pge/certificate/on-token-calls',
    title: 'shows its certificate on token calls',
    requirement: 'PGE-CERT-1',
    remedy:
      'Give certificate and key to the HTTP client of your OAuth library too: token calls are mutual TLS as well.',
  },
  (evidence) => overTls(evidence).filter(isForTokens),
  (evidence, call) => isRefusedFor(evidence, call, 'none was shown'),
  'for tokens came without a certificate',
)

const onResources = noneOf(
  {
    id: 'pge/certificate/on-resource-calls',
    title: 'shows its certificate on each call for a resource',
    requirement: 'PGE-CERT-2',
    remedy: 'Use one connection pool with certificate and key for every call to api.pge.com.',
  },
  (evidence) => overTls(evidence).filter((call) => !isForTokens(call)),
  (evidence, call) => isRefusedFor(evidence, call, 'none was shown'),
  'for resources came without a certificate',
)

const keepsOld = check({
  id: 'pge/certificate/keeps-old',
  title: 'shows the old certificate until the provider takes the new one',
  requirement: 'PGE-CERT-3',
  level: 'must',
  remedy:
    'A new certificate takes days to be applied: change over when the old one is refused, or when the e-mail has come.',
  when: (evidence) =>
    evidence.turns.filter((turn) => {
      const { nextCertificate } = truth(evidence).after(turn).registration
      const worked = overTls(evidence).some((call) => call.id < turn.id && call.heard)
      return nextCertificate !== null && worked && callsIn(evidence, turn).some(isOverTls)
    }),
  then: (evidence, turn) => {
    const early = callsIn(evidence, turn).filter((call) =>
      isRefusedFor(evidence, call, 'not the one that is registered'),
    )
    const says = `While the new certificate was waiting to be applied, the client showed ${early.length > 0 ? 'it' : 'the old one'}.`
    return [{ holds: early.length === 0, says, rests: early.length > 0 ? early : [turn] }]
  },
})

const takesNew = check({
  id: 'pge/certificate/takes-new',
  title: 'shows the new certificate once the provider has applied it, and goes on',
  requirement: 'PGE-CERT-4',
  level: 'must',
  remedy: 'When the certificate that worked is refused, show the new one; when that is taken, keep to it.',
  when: (evidence) => applied(evidence),
  then: (evidence, moment) => {
    const turn = nextSync(evidence, moment)
    if (turn === undefined) return []
    const data = callsIn(evidence, turn).find((call) => isOverTls(call) && call.heard && isForData(call))
    const says = `After the new certificate was applied, the client ${data ? `asked for data: ${spelled(data)}` : 'got no data'}.`
    return [{ holds: data !== undefined, says, rests: data ? [data] : [turn] }]
  },
})

const doesNotHammer = check({
  id: 'pge/certificate/does-not-hammer',
  title: 'does not go on calling with a certificate that was refused',
  requirement: 'PGE-CERT-5',
  level: 'must',
  remedy:
    '"Invalid Certificate" does not pass by itself: try your other certificate, if any, then end the run and tell a person.',
  when: (evidence) => evidence.turns.filter((turn) => refusedIn(evidence, turn).length > 0),
  then: (evidence, turn) => {
    const refused = refusedIn(evidence, turn)
    const says = `In one run the certificate was refused ${refused.length} times.`
    return [{ holds: refused.length <= mostRefused, says, rests: refused }]
  },
})

/** How a client shows its certificate, and comes from an old one to a new one. */
export const certificate: readonly Check[] = [onTokens, onResources, keepsOld, takesNew, doesNotHammer]

function overTls(evidence: Evidence): Call[] {
  return callsOf(evidence).filter(isOverTls)
}

function isOverTls({ entry }: Call): boolean {
  return entry.request.url.startsWith('https:')
}

function isForTokens({ endpoint }: Call): boolean {
  return endpoint === 'token.create' || endpoint === 'testToken.create'
}

function refusedIn(evidence: Evidence, turn: Evidence['turns'][number]): Call[] {
  return callsIn(evidence, turn).filter(({ refusal }) => refusal === 'certificateInvalid')
}

/** The provider does not say what is wrong with a certificate; its journal does. */
function isRefusedFor({ journal }: Evidence, { id, refusal }: Call, why: string): boolean {
  if (refusal !== 'certificateInvalid') return false
  return journal
    .findings('certificate-refused')
    .where(({ about, says }) => about === id && says.includes(why))
    .some()
}

/** Moments at which an uploaded certificate took the place of the one before it. */
function applied(evidence: Evidence): { id: number }[] {
  const waits = (view: View) => view.registration.nextCertificate !== null
  const past = truth(evidence)
  const isKept = grantsOf(evidence).length > 0
  return evidence.journal.entries().filter((entry) => isKept && waits(past.before(entry)) && !waits(past.after(entry)))
}
