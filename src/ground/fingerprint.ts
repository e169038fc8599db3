import { createHash } from 'node:crypto'

/** A token that is signed: what it says, and the signature. */
const signed = /^(eyJ[\w-]*\.[\w-]+)\.[\w-]+$/

/**
 * Stands for a secret wherever one would be kept: two of them compare, neither can be used again. A signed token is
 * known by what it says: its signature comes of a key that is minted anew for each run.
 */
export function fingerprint(secret: string): string {
  const said = signed.exec(secret)?.[1] ?? secret
  return `sha256:${createHash('sha256').update(said).digest('base64url').slice(0, 22)}`
}
