import type { Visit } from '../src/index.ts'

/** What the stranger comes with. Nobody gave either out. */
const made = { code: '7f3c2a90-1b4d-4e68-9a55-c0ffee15bad0', state: 'a-state-that-nobody-sent' }

/**
 * Where a browser comes to that the client never sent out, as one does that was tricked into somebody else's
 * authorization: the redirect address of a request, with a code and a state of its own.
 */
export function strangersWay(opened: string): string | undefined {
  const redirect = URL.canParse(opened) ? new URL(opened).searchParams.get('redirect_uri') : null
  if (redirect === null || !URL.canParse(redirect)) return undefined
  const address = new URL(redirect)
  for (const [name, value] of Object.entries(made)) address.searchParams.set(name, value)
  return address.href
}

/** What is said of a visit of the stranger's, if anybody was there to receive it. */
export function strangerMet({ ended }: Visit) {
  if (ended !== 'shown') return undefined
  const says =
    'A browser that the client had not sent out came to its redirect address, with a code and a state of its own.'
  return { finding: 'browser.stranger', level: 'info' as const, says }
}
