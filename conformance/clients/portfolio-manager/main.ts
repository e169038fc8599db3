import { portfolioManagerClient } from './index.ts'

/** The good client as a command: asked by WATTPROOF_ASK, it says what it concluded in lines `wattproof: {…}`. */
const { asks } = portfolioManagerClient({ verifiesOwners: process.argv.includes('--verifies-owners') })
const ask = process.env['WATTPROOF_ASK'] ?? 'sync'
const turn = Object.hasOwn(asks, ask) ? asks[ask] : undefined

if (turn === undefined) {
  console.error(`This client does not know the ask "${ask}". It knows ${Object.keys(asks).join(', ')}.`)
  process.exitCode = 2
} else {
  const env = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']))
  await turn({ env, say: (words) => console.log(`wattproof: ${JSON.stringify(words)}`) })
}
