import { generations, type Generation } from './memory.ts'

/** A consent that was given before this client began. */
export type HeldConsent = { name: string; usagePoint: string | null; autorisation: string | null }

/** What the client must know to do its work. */
export type Setting = {
  /** Base address of API and consent page. */
  url: string
  /** Of Data Connect, as we were told to use it. */
  generation: Generation
  clientId: string
  clientSecret: string
  /** A token that was had before this client began; nobody has told how old it is. */
  keptToken: string | undefined
  heldConsents: readonly HeldConsent[]
  /** Refresh tokens of v4 that were had before this client began, by their names. */
  keptRefreshTokens: ReadonlyMap<string, string>
  /** The authority that signed the provider's certificate. */
  authorityFile: string | undefined
  /** Where this client listens for browsers. */
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

/** Reads the environment in which Wattproof asks its client; nothing while Enedis has opened no application for it. */
export function settingFrom(env: Env): Setting | undefined {
  const own = applicationIn(env, '') ?? applicationIn(env, 'SANDBOX_')
  if (own === undefined) return undefined
  const need = (name: string): string => {
    const value = env[name]
    if (value) return value
    throw new Error(`${name} is missing: have Wattproof start this client, or set what "wattproof env" prints.`)
  }
  return {
    url: need('WATTPROOF_ENEDIS_URL'),
    generation: generations.find((one) => one === env['WATTPROOF_ENEDIS_GENERATION']) ?? 'v2',
    ...own,
    keptToken: env['WATTPROOF_ENEDIS_ACCESS_TOKEN'],
    heldConsents: heldIn(env),
    keptRefreshTokens: startingWith(env, 'WATTPROOF_ENEDIS_REFRESH_TOKEN_'),
    authorityFile: env['WATTPROOF_CA_FILE'],
    ownUrl: env['WATTPROOF_CLIENT_URL'],
    redirectedTo: env['WATTPROOF_REDIRECTED_TO'],
    now: need('WATTPROOF_NOW'),
    pace: Number(env['WATTPROOF_PACE'] ?? 1),
    stateDir: env['WATTPROOF_STATE_DIR'],
  }
}

/** The application of production, or, before there is one, that of the sandbox. */
function applicationIn(env: Env, where: '' | 'SANDBOX_'): Pick<Setting, 'clientId' | 'clientSecret'> | undefined {
  const [clientId, clientSecret] = ['CLIENT_ID', 'CLIENT_SECRET'].map((name) => env[`WATTPROOF_ENEDIS_${where}${name}`])
  return clientId && clientSecret ? { clientId, clientSecret } : undefined
}

/** Numbers stay text: a usage point may begin with zeros. */
function heldIn(env: Env): HeldConsent[] {
  const [points, autorisations] = [
    startingWith(env, 'WATTPROOF_ENEDIS_PRM_'),
    startingWith(env, 'WATTPROOF_ENEDIS_AUTORISATION_ID_'),
  ]
  return [...new Set([...points.keys(), ...autorisations.keys()])].map((name) => ({
    name,
    usagePoint: points.get(name) ?? null,
    autorisation: autorisations.get(name) ?? null,
  }))
}

function startingWith(env: Env, prefix: string): Map<string, string> {
  const own = Object.entries(env).flatMap(([name, value]) => (name.startsWith(prefix) && value ? [[name, value]] : []))
  return new Map(own.map(([name = '', value = '']) => [name.slice(prefix.length), value]))
}
