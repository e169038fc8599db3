/**
 * Writes scenarios/scenario.schema.json, by which editors complete and check scenario files. Run it when a room
 * learns or forgets a word; a test tells you when.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import { format } from 'prettier'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const load = async (file) => (await runnerImport(root + file, { root, logLevel: 'error' })).module

const { providers } = await load('mocks/index.ts')
const { scenarioJsonSchema } = await load('src/scenario/json-schema.ts')
const schema = await scenarioJsonSchema(providers, (one) =>
  toJsonSchema(one, { typeMode: 'input', errorMode: 'ignore' }),
)
const style = JSON.parse(await readFile(new URL('prettier.json', import.meta.url), 'utf8'))
const file = `${root}scenarios/scenario.schema.json`
await writeFile(file, await format(JSON.stringify(schema), { ...style, parser: 'json' }))
console.log(`Written: ${file}`)
