/**
 * Writes scenarios/scenario.schema.json, by which editors complete and check scenario files. Run it when a room
 * learns or forgets a word; a test tells you when.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import { format } from 'prettier'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const quiet = { middlewareMode: true, ws: false, watch: null, hmr: false }
const vite = await createServer({ root, configFile: false, appType: 'custom', logLevel: 'error', server: quiet })

const { providers } = await vite.ssrLoadModule('/mocks/index.ts')
const { scenarioJsonSchema } = await vite.ssrLoadModule('/src/scenario/json-schema.ts')
const convert = (schema) => toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' })
const schema = await scenarioJsonSchema(providers, convert)
await vite.close()

const style = JSON.parse(await readFile(new URL('prettier.json', import.meta.url), 'utf8'))
const file = `${root}scenarios/scenario.schema.json`
await writeFile(file, await format(JSON.stringify(schema), { ...style, parser: 'json' }))
console.log(`Written: ${file}`)
