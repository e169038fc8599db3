import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../scenario/root.ts'

/** The version of this package, as its package.json has it. */
export function version(): string {
  const { version: own } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }
  return own
}
