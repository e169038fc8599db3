import { isAuthorizedOnline } from '../domain/registration-lookup.ts'
import type { Given } from './given.ts'

/** Registers the client's own addresses for it: for redirects, for visitors, and for notices where it takes any. */
export function atClient(given: Given, clientUrl: string): Given {
  const { you } = given
  const at = (path: string) => new URL(path, clientUrl).href
  return {
    ...given,
    you: {
      ...you,
      ...(isAuthorizedOnline(you) && { redirectUri: at('/callback'), portalUri: at('/portal') }),
      notifyUri: you.notifyUri === null ? null : at('/notify'),
    },
  }
}
