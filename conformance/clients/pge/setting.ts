import { dayOf, daysBefore, midnightOf } from './pacific.ts'

/** A client certificate with its key, by file. */
export type CertificateFiles = { certificate: string; key: string }

/** What the client must know to do its work. */
export type Setting = {
  /** Base address of the provider, with certificates. */
  url: string
  clientId: string
  clientSecret: string
  /** From the portal: opens the registration itself, and nothing else. */
  registrationToken: string
  /** The authority that signed the provider's certificate. */
  authorityFile: string | undefined
  certificate: CertificateFiles | undefined
  /** The certificate that is to take the place of the first, once the provider has it. */
  nextCertificate: CertificateFiles | undefined
  /** Refresh tokens that were kept elsewhere before this client began, by their names. */
  keptTokens: Readonly<Record<string, string>>
  /** Where this client listens for browsers and notices. */
  ownUrl: string | undefined
  /** A browser's way back, caught by somebody else because nobody listened. */
  redirectedTo: string | undefined
  /** What time it is. The client never asks the machine. */
  now: string
  /** How many times shorter pauses may be than they are at the provider. */
  pace: number
  /** Folder in which to remember; in memory only, if there is none. */
  stateDir: string | undefined
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads the environment in which Wattproof asks its client; nothing while the provider has given no credentials. */
export function settingFrom(env: Env): Setting | undefined {
  const clientId = env['WATTPROOF_PGE_CLIENT_ID']
  if (!clientId) return undefined
  const need = (name: string): string => {
    const value = env[name]
    if (value) return value
    throw new Error(`${name} is missing: have Wattproof start this client, or set what "wattproof env" prints.`)
  }
  return {
    url: need('WATTPROOF_PGE_URL'),
    clientId,
    clientSecret: need('WATTPROOF_PGE_CLIENT_SECRET'),
    registrationToken: need('WATTPROOF_PGE_REGISTRATION_TOKEN'),
    authorityFile: env['WATTPROOF_CA_FILE'],
    certificate: filesIn(env, 'CERT', 'KEY'),
    nextCertificate: filesIn(env, 'NEXT_CERT', 'NEXT_KEY'),
    keptTokens: startingWith(env, 'WATTPROOF_PGE_REFRESH_TOKEN_'),
    ownUrl: env['WATTPROOF_CLIENT_URL'],
    redirectedTo: env['WATTPROOF_REDIRECTED_TO'],
    now: need('WATTPROOF_NOW'),
    pace: Number(env['WATTPROOF_PACE'] ?? 1),
    stateDir: env['WATTPROOF_STATE_DIR'],
  }
}

/** Midnight some days ago, and now: as far back as this client's business looks when it meets an agreement. */
export function lastDays({ now }: Pick<Setting, 'now'>, days: number): { from: string; to: string } {
  return { from: midnightOf(daysBefore(dayOf(now), days)), to: now }
}

function filesIn(env: Env, certificate: string, key: string): CertificateFiles | undefined {
  const [certificateFile, keyFile] = [env[`WATTPROOF_PGE_${certificate}_FILE`], env[`WATTPROOF_PGE_${key}_FILE`]]
  return certificateFile && keyFile ? { certificate: certificateFile, key: keyFile } : undefined
}

function startingWith(env: Env, prefix: string): Record<string, string> {
  const own = Object.entries(env).filter(([name, value]) => name.startsWith(prefix) && value)
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value ?? '']))
}
