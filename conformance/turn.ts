import type { Chronicle, Visit } from '../src/index.ts'
import type { Answered, ClientUnderTest, Words } from './client/index.ts'

/** What a turn needs: what is asked, and a browser for the pages that the client sends a customer to. */
export type TurnTaken = {
  ask: string
  /** What the client needs to know to do it; it is told in `WATTPROOF_WITH`, where there is anything. */
  args?: Readonly<Record<string, unknown>>
  env: Readonly<Record<string, string>>
  /** Goes to an address as a customer's browser does. */
  visit: (address: string) => Promise<Visit>
  /** Where a browser is under way to as the turn begins: a customer set out from the provider's pages. */
  arriving?: string | undefined
}

/** So often a browser may come back to a client that does not listen. */
const mostReturns = 5

/**
 * Lets a client have its turn, and plays the browser meanwhile: opens what the client says with `{"open": …}` at once,
 * as the client may wait for what comes of it. Where nobody listens the browser's last address is caught, and the
 * client is asked again with `WATTPROOF_REDIRECTED_TO`.
 */
export async function takeTurn(
  client: ClientUnderTest,
  { ask, args = {}, env, visit, arriving }: TurnTaken,
): Promise<Answered> {
  let visits: Promise<Visit>[] = []
  const hear = ({ open }: Words) => {
    if (typeof open === 'string') visits.push(visit(open))
  }
  const told = Object.keys(args).length > 0 ? { WATTPROOF_WITH: JSON.stringify(args) } : {}
  const asked = (redirectedTo?: string) =>
    client.ask({ ask, hear, env: { ...env, ...told, ...(redirectedTo && { WATTPROOF_REDIRECTED_TO: redirectedTo }) } })
  if (arriving !== undefined) await visit(arriving)
  let answered = await asked(arriving)
  for (let returns = 0; returns < mostReturns && visits.length > 0; returns++) {
    const ended = await Promise.all(visits)
    visits = []
    for (const one of ended)
      if (one.ended === 'unanswered' && one.by === 'client') answered = together(answered, await asked(one.address))
  }
  return answered
}

/** Where the provider's pages have sent a customer's browser since the client was last asked something. */
export function browserSent(journal: Chronicle): string | undefined {
  const steps = journal.step().list()
  const sinceTurn = steps.slice(steps.findLastIndex(({ door }) => door === 'client') + 1)
  const sent = sinceTurn.map(({ result }) => (result as { sendsBrowserTo?: string } | null | undefined)?.sendsBrowserTo)
  return sent.findLast(Boolean)
}

/** What a client says with which it sends a browser somewhere: a request to us, not a conclusion. */
export function isConclusion(words: Words): boolean {
  return Object.keys(words).some((word) => word !== 'open')
}

function together(first: Answered, then: Answered): Answered {
  return {
    exit: first.exit === 0 ? then.exit : first.exit,
    hung: first.hung || then.hung,
    output: [first.output, then.output].filter((text) => text !== '').join('\n'),
    words: [...first.words, ...then.words],
  }
}
