import type { Memory, Run } from '../../../conformance/clients/pge/index.ts'

/** Sends a call beside those of the good client: whatever comes of it changes nothing. */
export async function alsoCall(run: Run, token: string | null | undefined, url: string, method = 'GET'): Promise<void> {
  const headers = new Headers({ authorization: `Bearer ${token ?? 'undefined'}` })
  await run.service.send({ method, url, headers, body: undefined }).catch(() => undefined)
}

/** Asks for tokens beside the good client, which gets none of them. */
export async function alsoAskForTokens(
  run: Run,
  params: Readonly<Record<string, string>>,
  { method = 'POST', test = run.habits.isInTests(run) } = {},
): Promise<void> {
  const { clientId, clientSecret } = run.setting
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const headers = new Headers({ authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' })
  const url = run.habits.tokenAddress(run, { test })
  const body = method === 'GET' ? undefined : new URLSearchParams(params).toString()
  await run.service.send({ method, url, headers, body }).catch(() => undefined)
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
