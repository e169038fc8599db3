import { getRequestListener } from '@hono/node-server'

/**
 * Puts Hono's Response in the place of the native one, which makes a stream of every body. Only for a command, whose
 * whole process is ours: a sandbox inside somebody's test process changes no global of theirs.
 */
export function useLightResponses(): void {
  getRequestListener(() => new Response(null), { overrideGlobalObjects: true })
}
