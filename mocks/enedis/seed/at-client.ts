import type { Given } from './given.ts'

/** Registers the client's own address for the redirects of its applications. */
export function atClient(given: Given, clientUrl: string): Given {
  const redirectUri = new URL('/callback', clientUrl).href
  return { ...given, you: { ...given.you, redirectUri }, sandbox: { ...given.sandbox, redirectUri } }
}
