/** What the client must know to do its work, and the one rule of business that its makers choose. */
export type Setting = {
  /** Base address of the web services, ending in `/ws` or `/wstest`. */
  url: string
  username: string
  password: string
  /** What time it is. The client never asks the machine. */
  now: string
  /** How many times shorter pauses may be than they are at the provider. */
  pace: number
  /** Folder in which to remember; in memory only, if there is none. */
  stateDir: string | undefined
  /** Whether data are exchanged only with owners who have connected themselves. Source: NRCAN, transfer (T10). */
  verifiesOwners: boolean
}

/** Reads the environment in which Wattproof asks its client. */
export function settingFrom(
  env: Readonly<Record<string, string | undefined>>,
  { verifiesOwners = false } = {},
): Setting {
  const need = (name: string): string => {
    const value = env[name]
    if (value) return value
    throw new Error(`${name} is missing: have Wattproof start this client, or set what "wattproof env" prints.`)
  }
  return {
    url: need('WATTPROOF_PM_URL'),
    username: need('WATTPROOF_PM_USERNAME'),
    password: need('WATTPROOF_PM_PASSWORD'),
    now: need('WATTPROOF_NOW'),
    pace: Number(env['WATTPROOF_PACE'] ?? 1),
    stateDir: env['WATTPROOF_STATE_DIR'],
    verifiesOwners,
  }
}
