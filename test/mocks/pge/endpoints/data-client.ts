import { heldFor, openDoors, registrationToken, resource, type Asking } from '../../../support/pge-doors.ts'
import type { Told } from '../../../support/pge.ts'
import { authorizedTown } from '../../../support/pge.ts'

type Options = NonNullable<Parameters<typeof openDoors>[1]>

/** A client that has its tokens and asks for resources by their path. */
export async function dataClient(given: Told = authorizedTown, options: Options = {}) {
  const doors = await openDoors(given, options)
  const held = async (customer = 'alice') => {
    const answer = await doors.token({ grant_type: 'refresh_token', refresh_token: heldFor(customer) })
    return String(((await answer.json()) as { access_token: string }).access_token)
  }
  const client = async () => {
    const answer = await doors.token({ grant_type: 'client_credentials' })
    return String(((await answer.json()) as { client_access_token: string }).client_access_token)
  }
  const tokens = { access: '', client: '', registration: registrationToken, none: undefined }
  tokens.client = await client()
  if (doors.state(({ authorizations }) => Object.keys(authorizations).length > 0)) tokens.access = await held()

  async function ask(path: string, token: keyof typeof tokens | { token: string } = 'access', asking: Asking = {}) {
    const value = typeof token === 'string' ? tokens[token] : token.token
    const headers = { ...(value && { authorization: `Bearer ${value}` }), ...asking.headers }
    const answer = await doors.call('GET', path.startsWith('/') ? path : `${resource}/${path}`, undefined, {
      ...asking,
      headers,
    })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  const names = doors.state(({ names }) => structuredClone(names))
  const [subscription = ''] = doors.state(({ authorizations }) => Object.keys(authorizations))
  const power = names.agreement['alice.power'] as string
  return { ...doors, ask, held, tokens, subscription, power, gas: names.agreement['alice.gas'] as string, names }
}

/** Texts of all elements of a name, whatever its prefix. */
export const texts = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<(?:\\w+:)?${name}(?: [^>]*)?>([^<]*)<`, 'g'))].map(([, value = '']) => value)

/** Links of a kind. */
export const links = (text: string, rel: string) =>
  [...text.matchAll(/<ns\d:link [^>]*?href="([^"]*)" rel="(\w+)"/g)].flatMap(([, href = '', kind]) =>
    kind === rel ? [href] : [],
  )

export const week = 'published-min=2026-02-20T08:00:00Z&published-max=2026-02-26T08:00:00Z'
export const month = 'published-min=2026-01-20T08:00:00Z&published-max=2026-02-26T08:00:00Z'
