import { readFileSync } from 'node:fs'
import { Agent } from 'node:https'
import type { Client } from 'soap'
import { ClientSSLSecurity, createClientAsync } from 'soap'
import type { SgeServiceName } from '../../../mocks/enedis/model/index.ts'
import type { Shape } from '../../../src/toolbox/xml/shape/index.ts'
import { serviceNamed } from '../enedis-sge.ts'
import { acknowledgedIn, plain, type Heard } from './plain.ts'
import type { VillageByTls } from './village.ts'

/** Calls a service with a client that the npm package soap builds from a description: ours, or one that is given. */
export async function callWithSoap(
  { origin, tls }: Pick<VillageByTls, 'origin' | 'tls'>,
  name: SgeServiceName,
  body: object,
  wsdl?: string,
): Promise<Heard> {
  const { path, operation, request } = serviceNamed(name)
  const [ca, cert, key] = [tls.ca, tls.certificate, tls.key].map((file) => readFileSync(file)) as [
    Buffer,
    Buffer,
    Buffer,
  ]
  const httpsAgent = new Agent({ ca, cert, key })
  try {
    const client = await createClientAsync(wsdl ?? `${origin}${path}?wsdl`, { wsdl_options: { httpsAgent } })
    client.setSecurity(new ClientSSLSecurity(key, cert, ca, { keepAlive: false }))
    if (wsdl !== undefined) client.setEndpoint(`${origin}${path}`)
    return await heard(client, operation, inOrder(request.shape, body) as object)
  } finally {
    httpsAgent.destroy()
  }
}

async function heard(client: Client, operation: string, body: object): Promise<Heard> {
  const call = client[`${operation}Async`] as (body: object) => Promise<[unknown, string, unknown]>
  try {
    const [reply, , header] = await call.call(client, body)
    return { reply: plain(reply), acknowledged: acknowledgedIn(header) }
  } catch (error) {
    const { root } = error as { root?: { Envelope: { Body: { Fault: Fault } } } }
    if (root === undefined) return { failed: String(error) }
    const { faultcode, faultstring, detail } = plain(root.Envelope.Body.Fault) as Fault
    const { code = null, value = faultstring } = detail?.erreur.resultat ?? {}
    return { fault: { by: faultcode, code, says: value } }
  }
}

type Fault = {
  faultcode: string
  faultstring: string
  detail?: { erreur: { resultat: { code: string; value: string } } }
}

/** The same with its elements in the order of the schema, which the npm package soap leaves to its caller. */
function inOrder(shape: Shape, value: unknown): unknown {
  if (shape.content === 'simple' || typeof value !== 'object' || value === null) return value
  const places = Object.keys(shape.children)
  const sorted = Object.entries(value).sort(([one], [other]) => places.indexOf(one) - places.indexOf(other))
  const ordered = sorted.map(([name, part]) => {
    const of = shape.children[name]?.of
    if (of === undefined) return [name, part]
    return [name, Array.isArray(part) ? part.map((each) => inOrder(of, each)) : inOrder(of, part)]
  })
  return Object.fromEntries(ordered)
}
