/**
 * Writes the coverage of every room into its README.md, and the table of providers into the front page. Run it when a
 * room learns or forgets something; a test tells you when.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const quiet = { middlewareMode: true, ws: false, watch: null, hmr: false }
const vite = await createServer({ root, configFile: false, appType: 'custom', logLevel: 'error', server: quiet })

const { providers } = await vite.ssrLoadModule('/mocks/index.ts')
const { coverageOf, glanceAt, withCoverage, withGlance } = await vite.ssrLoadModule('/src/contract/coverage.ts')
const open = await Promise.all(providers.map(async (card) => ({ card, room: (await card.open()).room })))
await vite.close()

for (const { card, room } of open)
  await rewrite(`${root}mocks/${card.id}/README.md`, (page) => withCoverage(page, coverageOf(room)))
await rewrite(`${root}README.md`, (page) => withGlance(page, glanceAt(open)))

async function rewrite(file, anew) {
  await writeFile(file, anew(await readFile(file, 'utf8')))
  console.log(`Written: ${file}`)
}
