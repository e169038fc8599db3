import { subscribe } from 'node:diagnostics_channel'
import { inject } from 'vitest'
import type { Provider } from '../xsd.ts'
import { keepBody } from './keep.ts'
import { keepEnvelopes, type Call } from './envelopes.ts'

/** What the XML reply of the toolbox publishes, as far as we look into it. */
type Reply = { text: string; c: Call & { env?: { exchange?: Exchange } } }
type Exchange = {
  open: { provider: string }
  surface: { id: string }
  endpoint: { name: string } | null
  world: { dialectOf(open: unknown): Readonly<Record<string, string>> }
}

/** Switches of a provider that have it send what its own schema refuses. */
const breaking: Readonly<Record<Provider, Readonly<Record<string, string>>>> = {
  portfolioManager: { schemaEra: '4', legacyShareAuditNames: 'on', metricsAttr: 'present' },
  pge: {
    authMsBug: 'on',
    indefinite: 'farFuture',
    billingAddress: 'mainAddress',
    noData: 'emptyFeed',
    tokenBody: 'xml',
  },
}

const folder = inject('emittedBodies')

subscribe('wattproof:xml', (message) => {
  const { text, c } = message as Reply
  const exchange = c.env?.exchange
  if (exchange === undefined) return
  // What stands in the place of a service in a test is none of the mock's.
  if (exchange.endpoint?.name.endsWith('.probe')) return
  if (exchange.surface.id === 'sge') return keepEnvelopes(folder, text, c)
  if (!Object.hasOwn(breaking, exchange.open.provider)) return
  const provider = exchange.open.provider as Provider
  const dialect = exchange.world.dialectOf(exchange.open)
  const breaksSchema = Object.entries(breaking[provider]).some(([name, value]) => dialect[name] === value)
  keepBody(folder, text, { of: provider, breaksSchema })
})
