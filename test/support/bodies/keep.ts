import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Provider } from '../xsd.ts'

const kept = new Set<string>()

/**
 * Keeps a body that the mock emitted, once, until the whole suite is over: then all are held against the schema. Bodies
 * made under switches that break the schema are kept apart.
 */
export function keepBody(
  folder: string,
  text: string,
  { provider, breaksSchema }: { provider: Provider; breaksSchema: boolean },
): void {
  const hash = createHash('sha256').update(text).digest('hex')
  const name = `${provider}.${hash}.${breaksSchema ? 'switched' : 'valid'}.xml`
  if (kept.has(name)) return
  kept.add(name)
  writeFileSync(join(folder, name), text)
}
