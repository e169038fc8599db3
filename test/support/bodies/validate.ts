import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Provider } from '../xsd.ts'

declare module 'vitest' {
  interface ProvidedContext {
    emittedBodies: string
  }
}

/** Before the suite: a folder for every body the mock emits. After it: all of them are held against the schema. */
export default function collectBodies(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wattproof-bodies-'))
  project.provide('emittedBodies', folder)
  return async () => {
    const invalid = await validateBodies(folder)
    if (invalid.length === 0) return rmSync(folder, { recursive: true })
    console.error(`\nBodies that break their provider's schema:\n${invalid.join('\n')}\n`)
    process.exitCode = 1
  }
}

async function validateBodies(folder: string): Promise<string[]> {
  const names = readdirSync(folder)
  if (names.length === 0) return []
  const xsd = await import('../xsd.ts')
  const of = (whom: string) => names.filter((name) => name.startsWith(`${whom}.`))
  const invalid = (Object.keys(xsd.schemas) as Provider[]).flatMap((provider) => {
    const own = of(provider)
    return own.length === 0 ? [] : validateOf(provider, { folder, names: own, xsd })
  })
  const envelopes = of('sge')
  if (envelopes.length === 0) return invalid
  const { validateEnvelopes } = await import('./validate-envelopes.ts')
  return [...invalid, ...(await validateEnvelopes({ folder, names: envelopes }))]
}

type Emitted = { folder: string; names: string[]; xsd: typeof import('../xsd.ts') }

function validateOf(provider: Provider, { folder, names, xsd }: Emitted): string[] {
  if (!xsd.hasSchemaOf(provider)) {
    console.error(`\n${xsd.schemaMissingOf(provider)} (${names.length} distinct bodies emitted)\n`)
    return []
  }
  const emitted = names.filter((name) => name.endsWith('.valid.xml'))
  const invalid = emitted.flatMap((name) => {
    const [complaint] = xsd.schemaComplaints(readFileSync(join(folder, name), 'utf8'), provider)
    return complaint === undefined ? [] : [`  ${join(folder, name)}\n    ${complaint}`]
  })
  const linted = lint(provider, { folder, names: emitted, xsd })
  const { title, about } = xsd.schemas[provider]
  console.log(
    `\n${emitted.length - invalid.length} of ${emitted.length} distinct ${title} bodies are valid by its ${about}, and ${linted.says}` +
      ` (${names.length - emitted.length} more were made under switches that break it).\n`,
  )
  return [...invalid, ...linted.complaints]
}

/** The same with xmllint, where there is one: whoever doubts us will use that. */
function lint(provider: Provider, { folder, names, xsd }: Emitted): { complaints: string[]; says: string } {
  if (!xsd.hasXmllint()) return { complaints: [], says: xsd.xmllintMissing }
  const files = names.map((name) => join(folder, name))
  const complaints = xsd.xmllintComplaints(files, provider)
  return { complaints, says: complaints.length === 0 ? 'xmllint agrees' : 'xmllint does NOT agree' }
}
