import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const kept = new Set<string>()

type About = {
  /** Whose schema it is held against, as the first word of its name says. */
  of: string
  breaksSchema: boolean
}

/**
 * Keeps a body that was sent, once, until the whole suite is over: then all are held against the schema. Those that are
 * known to break the schema are kept apart.
 */
export function keepBody(folder: string, text: string, { of, breaksSchema }: About): void {
  const hash = createHash('sha256').update(text).digest('hex')
  const name = `${of}.${hash}.${breaksSchema ? 'switched' : 'valid'}.xml`
  if (kept.has(name)) return
  kept.add(name)
  writeFileSync(join(folder, name), text)
}
