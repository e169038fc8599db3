import { generateKeyPair, verify, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'

/** What a token says. Times are in seconds since 1970, of whatever clock the signer goes by. */
export type Claims = Readonly<Record<string, unknown>>

let signing: Promise<KeyObject> | undefined
let checking: KeyObject | undefined

/** Signs a token with RS256. One key for the whole process, minted when the first token is wanted and never kept. */
export async function signJwt(claims: Claims): Promise<string> {
  const [{ SignJWT }, key] = await Promise.all([import('jose/jwt/sign'), (signing ??= mint())])
  return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256' }).sign(key)
}

/** What a token says if this process has signed it; nothing otherwise. Whether it is still good is the reader's to say. */
export function readJwt(token: string): Claims | undefined {
  const [, signed, claims, signature] = /^([\w-]+\.([\w-]+))\.([\w-]+)$/.exec(token) ?? []
  if (signed === undefined || claims === undefined || signature === undefined || checking === undefined)
    return undefined
  if (!verify('RSA-SHA256', Buffer.from(signed), checking, Buffer.from(signature, 'base64url'))) return undefined
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims
}

async function mint(): Promise<KeyObject> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  checking = publicKey
  return privateKey
}
