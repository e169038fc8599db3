import type { Visit } from '../src/index.ts'

/** What the stranger comes with, in each provider's words. Nobody gave any of it out. */
export const strangersOwn = {
  code: '7f3c2a90-1b4d-4e68-9a55-c0ffee15bad0',
  autorisation_id: '999999937',
  usage_point_id: '99999999999999',
  state: 'a-state-that-nobody-sent',
}

/**
 * Where a browser comes to that the client never sent out, as one does that was tricked into somebody else's
 * authorization: the redirect address of a request, with a code and a state of its own. Where requests name none, as
 * it is registered, it is the one that every story registers for its client.
 */
export function strangersWay(opened: string, clientUrl?: string): string | undefined {
  if (!URL.canParse(opened)) return undefined
  const registered = clientUrl && new URL('callback', `${clientUrl.replace(/\/$/, '')}/`).href
  const redirect = new URL(opened).searchParams.get('redirect_uri') ?? registered
  if (redirect === undefined || !URL.canParse(redirect)) return undefined
  const address = new URL(redirect)
  for (const [name, value] of Object.entries(strangersOwn)) address.searchParams.set(name, value)
  return address.href
}

/** What is said of a visit of the stranger's, if anybody was there to receive it. */
export function strangerMet({ ended }: Visit) {
  if (ended !== 'shown') return undefined
  const says =
    'A browser that the client had not sent out came to its redirect address, with a code and a state of its own.'
  return { finding: 'browser.stranger', level: 'info' as const, says }
}
