import type { Memory, Run } from '../../../conformance/clients/enedis-data-connect/index.ts'

type Sent = { method?: string; token?: string | null; body?: string; headers?: Readonly<Record<string, string>> }

/** Sends a call beside those of the good client: whatever comes of it changes nothing. */
export async function alsoCall(run: Run, url: string, { method = 'GET', token, body, headers = {} }: Sent = {}) {
  const shown = token === undefined ? run.memory.token?.value : token
  const all = new Headers({ accept: 'application/json', ...headers })
  if (shown) all.set('authorization', `Bearer ${shown}`)
  await run.service.send({ method, url, headers: all, body }).catch(() => undefined)
}

/** Asks for measures beside the good client, in other words than it would. */
export async function alsoAsk(run: Run, resource: string, asked: Readonly<Record<string, string>>): Promise<void> {
  await run.habits.token(run, { api: '', url: '' })
  const query = new URLSearchParams(asked).toString()
  await alsoCall(run, `${run.setting.url}/mesure_synchrone_auto/v2/${resource}?${query}`)
}

/** Asks what a consent has opened, beside the good client. */
export async function alsoAskForServices(run: Run, query: object): Promise<void> {
  await run.habits.token(run, { api: '', url: '' })
  const headers = { 'content-type': 'application/json' }
  await alsoCall(run, run.habits.servicesAddress(run), { method: 'POST', body: JSON.stringify(query), headers })
}

/** Asks for a token beside the good client, which gets none. */
export async function alsoAskForToken(run: Run, { method, body, headers }: Sent): Promise<void> {
  const { clientId, clientSecret } = run.setting
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const shown = { authorization: `Basic ${basic}`, ...headers }
  await alsoCall(run, run.habits.tokenAddress(run), {
    ...(method && { method }),
    ...(body && { body }),
    headers: shown,
    token: null,
  })
}

/** Something that a wrong client keeps besides its memory, anew in each story. */
export function keptBeside<T>(empty: () => T): (run: { memory: Memory }) => T {
  const kept = new WeakMap<Memory, T>()
  return ({ memory }) => {
    const known = kept.get(memory) ?? empty()
    kept.set(memory, known)
    return known
  }
}
