import { createHash } from 'node:crypto'

/** Stands for a secret wherever one would be kept: two of them compare, neither can be used again. */
export function fingerprint(secret: string): string {
  return `sha256:${createHash('sha256').update(secret).digest('base64url').slice(0, 22)}`
}
