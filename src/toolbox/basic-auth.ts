/** A name and a password as they came in. */
export type BasicCredentials = { username: string; password: string }

/** Reads an `Authorization: Basic` header (RFC 7617, in UTF-8); undefined where it is missing or is something else. */
export function basicCredentials(header: string | undefined): BasicCredentials | undefined {
  const [, token] = /^Basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(header ?? '') ?? []
  if (!token) return undefined
  const pair = decodeUtf8(Buffer.from(token, 'base64'))
  const colon = pair?.indexOf(':') ?? -1
  if (pair === undefined || colon < 0) return undefined
  return { username: pair.slice(0, colon), password: pair.slice(colon + 1) }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
