import { machine } from '../../ground/clock.ts'
import { isLoopback, listen } from '../listen/index.ts'
import { controlApp } from './app.ts'
import type { Control } from './route.ts'

/** Where the control API listens, and what it speaks for. */
export type ControlOptions = Pick<Control, 'sandbox' | 'shelf' | 'version'> & {
  port: number
  /** Loopback when left out; anything wider makes every request show the token. */
  hosts?: readonly string[] | undefined
  /** One made up here when left out. */
  token?: string | undefined
  onDefect?: ((error: unknown) => void) | undefined
}

/** A control API that listens. */
export type OpenControl = {
  address: string
  port: number
  /** What requests must show, where the port can be reached from other machines. */
  token: string | null
  close: () => Promise<void>
}

/** Opens the control API on its port. */
export async function openControl({ port, hosts, onDefect, ...options }: ControlOptions): Promise<OpenControl> {
  const isOpenToOthers = hosts !== undefined && !hosts.every(isLoopback)
  const token = isOpenToOthers ? (options.token ?? machine.secret()) : null
  let guarded = { port, addresses: hosts ?? [], token }
  const control = { ...options, address: () => `http://localhost:${guarded.port}` }
  const app = controlApp({ control, guarded: () => guarded, onDefect })
  const listening = await listen({
    port,
    surface: { serve: (request) => app.fetch(request), ...(onDefect && { onDefect }) },
    purpose: 'control API',
    ...(hosts && { hosts }),
  })
  guarded = { ...guarded, port: listening.port, addresses: listening.addresses }
  return { address: control.address(), port: listening.port, token, close: listening.close }
}
