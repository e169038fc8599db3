/** A key by which files are decrypted, in hexadecimal; of the former scheme with its vector. */
export type FileKey = { key: string; iv: string | null }

/** A certificate and its key, as files. */
export type CertificateFiles = { certificateFile: string; keyFile: string }

/** Words of what we are asked, by their names. */
export type Words = Readonly<Record<string, unknown>>

/** What the client must know to do its work. */
export type Setting = {
  /** Base address of the web services. */
  url: string
  environment: 'production' | 'homologation'
  /** Who calls, and under which contract. */
  login: string
  contract: string
  /** The certificates we have: the one in use, and the one to replace it. */
  certificates: readonly CertificateFiles[]
  /** The authority that signed the provider's certificate. */
  authorityFile: string | undefined
  /** The folder in which our files are put. */
  deposits: string | undefined
  /** Keys of files, as we were told them. */
  fileKeys: readonly FileKey[]
  /** What we are told with what we are asked. */
  told: Words
  /** What time it is. The client never asks the machine. */
  now: string
  /** How many times shorter pauses may be than they are at the provider. */
  pace: number
  /** Folder in which to remember; in memory only, if there is none. */
  stateDir: string | undefined
}

type Env = Readonly<Record<string, string | undefined>>

/** Reads the environment in which Wattproof asks its client; nothing while Enedis has opened no access for it. */
export function settingFrom(env: Env): Setting | undefined {
  const login = env['WATTPROOF_ENEDIS_SGE_LOGIN']
  const contract = env['WATTPROOF_ENEDIS_SGE_CONTRACT']
  if (!login || !contract) return undefined
  const need = (name: string): string => {
    const value = env[name]
    if (value) return value
    throw new Error(`${name} is missing: have Wattproof start this client, or set what "wattproof env" prints.`)
  }
  return {
    url: need('WATTPROOF_ENEDIS_SGE_URL'),
    environment: env['WATTPROOF_ENEDIS_SGE_ENVIRONMENT'] === 'homologation' ? 'homologation' : 'production',
    login,
    contract,
    certificates: ['', 'NEXT_'].flatMap((which) => certificateIn(env, which)),
    authorityFile: env['WATTPROOF_CA_FILE'],
    deposits: env['WATTPROOF_DEPOSITS'],
    fileKeys: fileKeysIn(env),
    told: JSON.parse(env['WATTPROOF_WITH'] ?? '{}') as Words,
    now: need('WATTPROOF_NOW'),
    pace: Number(env['WATTPROOF_PACE'] ?? 1),
    stateDir: env['WATTPROOF_STATE_DIR'],
  }
}

function certificateIn(env: Env, which: string): CertificateFiles[] {
  const [certificateFile, keyFile] = ['CERTIFICATE', 'KEY'].map((name) => env[`WATTPROOF_ENEDIS_SGE_${which}${name}`])
  return certificateFile && keyFile ? [{ certificateFile, keyFile }] : []
}

const keyName = 'WATTPROOF_ENEDIS_FLOW_KEY'

/** Several keys may be told: the one in use, the one that comes next, and that of the former scheme with its vector. */
function fileKeysIn(env: Env): FileKey[] {
  const names = Object.keys(env).filter((name) => name.startsWith(keyName))
  return names.sort().flatMap((name) => {
    const key = env[name]
    return key ? [{ key, iv: name.endsWith('_128') ? env['WATTPROOF_ENEDIS_FLOW_IV'] || null : null }] : []
  })
}
