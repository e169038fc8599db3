import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

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
    console.error(`\nBodies that break Portfolio Manager's schema:\n${invalid.join('\n')}\n`)
    process.exitCode = 1
  }
}

async function validateBodies(folder: string): Promise<string[]> {
  const names = readdirSync(folder)
  if (names.length === 0) return []
  const { hasSchema, schemaComplaints, schemaMissing } = await import('../xsd.ts')
  const emitted = names.filter((name) => name.endsWith('.valid.xml'))
  if (!hasSchema) {
    console.error(`\n${schemaMissing} (${names.length} distinct bodies emitted)\n`)
    return []
  }
  const invalid = emitted.flatMap((name) => {
    const [complaint] = schemaComplaints(readFileSync(join(folder, name), 'utf8'))
    return complaint === undefined ? [] : [`  ${join(folder, name)}\n    ${complaint}`]
  })
  const aside = names.length - emitted.length
  console.log(
    `\n${emitted.length - invalid.length} of ${emitted.length} distinct Portfolio Manager bodies are valid by its schema 26.0` +
      ` (${aside} more were made under switches that break it).\n`,
  )
  return invalid
}
