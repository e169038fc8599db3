import { withDifferences } from './index.ts'
import { asks, Session, type Ask } from './session.ts'

/**
 * The good client as a command: asked by WATTPROOF_ASK, it says what it concluded in lines `wattproof: {…}`. With
 * `--serve` it stays, listens at WATTPROOF_CLIENT_URL, and is asked there by HTTP.
 */
const listens = process.argv.includes('--serve')
// What listens hears of being asked first, so a turn opens no second ear.
const session = new Session({ ...withDifferences(), listens: false })
const say = (words: object) => console.log(`wattproof: ${JSON.stringify(words)}`)

const answer = async ({ ask, ...told }: { ask: string; now?: string; redirectedTo?: string }) => {
  const { now, redirectedTo } = told
  const env = {
    ...process.env,
    ...(now !== undefined && { WATTPROOF_NOW: now }),
    ...(redirectedTo !== undefined && { WATTPROOF_REDIRECTED_TO: redirectedTo }),
  }
  if (!isAsk(ask))
    return { ok: false, says: `This client does not know the ask "${ask}". It knows ${asks.join(', ')}.` }
  await session.turn({ env, say }, ask)
  return { ok: true, says: '' }
}

if (listens) await session.listen({ env: process.env, say }, answer)
else {
  const { ok, says } = await answer({ ask: process.env['WATTPROOF_ASK'] ?? 'sync' })
  if (!ok) console.error(says)
  process.exitCode = ok ? 0 : 2
  await session.close()
}

function isAsk(ask: string): ask is Ask {
  return asks.some((one) => one === ask)
}
