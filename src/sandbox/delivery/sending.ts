import type { Delivery } from '../../contract/notice.ts'
import type { Credentials } from '../../toolbox/certificates/index.ts'

/** How one attempt went. `refused`: answered, and not with 2xx. `failed`: nothing arrived. */
export type Attempted = { outcome: 'delivered' | 'refused' | 'failed'; status?: number; says?: string }

/** What one attempt sends, and where to. */
export type Sending<D extends Delivery = Delivery> = {
  to: string
  delivery: D
  /** What the provider shows of itself over https. */
  certificate: Credentials | null
  /** Trusts nobody's certificate or key, as a provider does whose list lacks the receiver's. */
  isWary: boolean
  /** Folders for files: the world's, and in it the provider's own, by name. */
  deposits: { root: string; provider: string } | null
  /** File with the private key that opens SFTP servers where an address has no password. */
  sftpKey: string | null
}

/** Real time that a receiver has to answer in. */
export const patienceMs = 5_000

export const noAnswer = 'No answer within five seconds.'

/** What a carrier says of an attempt that came to nothing. */
export function failed(says: string): Attempted {
  return { outcome: 'failed', says }
}

/** The shortest that an error tells. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { message, code, name } = error as NodeJS.ErrnoException
  return message || (code ?? name)
}
