import { usualBoundMs } from './bounded.ts'
import { wordsOf, type Answered, type Asking, type ClientUnderTest, type Words } from './client.ts'
import { reserveAddress, type ReservedAddress } from './port.ts'
import { Running } from './process.ts'

/**
 * Starts a client that keeps running for the length of a story, at an address we choose, and asks it by HTTP:
 * `GET /wattproof` answers once it is ready, and the reply to `POST /wattproof {ask, now}` means that it is idle.
 * `redirectedTo` tells it of a browser that was sent to it, and that it may have met, `with` what it needs to know.
 */
export function servedClient(
  command: string,
  { boundMs = usualBoundMs, traits = [] }: { boundMs?: number; traits?: readonly string[] } = {},
): ClientUnderTest {
  let serving: { running: Running; address: string } | undefined
  let own: ReservedAddress | undefined
  const begin = async ({ WATTPROOF_WITH: _, ...env }: Asking['env']) => {
    const url = env['WATTPROOF_CLIENT_URL'] ?? (own ??= await reserveAddress()).url
    const running = new Running(command, { ...env, WATTPROOF_ASK: 'serve', WATTPROOF_CLIENT_URL: url })
    const trouble = await waitUntilReady({ running, address: `${url}/wattproof` }, boundMs)
    if (trouble === undefined) serving = { running, address: `${url}/wattproof` }
    else await running.end()
    return trouble
  }
  return {
    title: command,
    traits,
    ask: async ({ ask, env, hear }) => {
      const trouble = serving === undefined ? await begin(env) : undefined
      if (serving === undefined) return { exit: 1, hung: false, output: trouble ?? '', words: [] }
      const { running, address } = serving
      running.tell(hear)
      const asking = {
        ...{ ask, now: env['WATTPROOF_NOW'], redirectedTo: env['WATTPROOF_REDIRECTED_TO'] },
        with: wordsOfWith(env['WATTPROOF_WITH']),
      }
      const { words, ...answered } = await askByHttp(address, asking, boundMs)
      for (const said of words) hear?.(said)
      await pause()
      return { ...answered, words: [...running.takeWords(), ...words] }
    },
    stop: async () => {
      await serving?.running.end()
      await own?.release()
      serving = own = undefined
    },
  }
}

function wordsOfWith(json: string | undefined): unknown {
  return json === undefined ? undefined : JSON.parse(json)
}

async function askByHttp(address: string, asking: object, boundMs: number): Promise<Answered> {
  const signal = AbortSignal.timeout(boundMs)
  const headers = { 'content-type': 'application/json' }
  try {
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(asking), signal })
    const output = await answer.text()
    const words = output.split('\n').flatMap((line): Words[] => [wordsOf(line)].filter((said) => said !== undefined))
    return { exit: answer.ok ? 0 : 1, hung: false, output, words }
  } catch (error) {
    return { exit: null, hung: signal.aborted, output: String(error), words: [] }
  }
}

async function waitUntilReady({ running, address }: { running: Running; address: string }, boundMs: number) {
  const signal = AbortSignal.timeout(boundMs)
  for (;;) {
    const answer = await fetch(address, { signal }).catch(() => undefined)
    if (answer?.ok) return undefined
    if (running.hasEnded) return `The client ended before it answered at ${address}. ${running.output}`
    if (signal.aborted)
      return `The client did not answer GET ${address} within ${boundMs} ms: serve there what WATTPROOF_CLIENT_URL says.`
    await pause()
  }
}

/** Long enough for lines on their way through a pipe, and between two looks at a server that starts. */
function pause(): Promise<void> {
  return new Promise((wake) => setTimeout(wake, 20))
}
