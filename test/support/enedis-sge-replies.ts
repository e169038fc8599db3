import type { SgeServiceName } from '../../mocks/enedis/model/index.ts'
import { sge } from '../../mocks/enedis/wire/sge/index.ts'
import { encodeRequest, type ContentOf, type SoapService } from '../../src/toolbox/soap/index.ts'
import { readEnvelope } from '../../src/toolbox/soap/envelope.ts'
import { read } from '../../src/toolbox/xml/shape/index.ts'
import { answered, login, type Sge } from './enedis-sge.ts'
import { hasOfficial, officialSchemaOf } from './soap/official.ts'

type Reply<Name extends SgeServiceName> = ContentOf<(typeof sge)[Name]['reply']>
type Request<Name extends SgeServiceName> = ContentOf<(typeof sge)[Name]['request']>

/** What a service tells: its reply, decoded, and held against Enedis's own schema where that is on this machine. */
export async function told<Name extends SgeServiceName>(
  world: Sge,
  name: Name,
  body: Request<Name>,
): Promise<Reply<Name>> {
  const { status, code, text } = await asked(world, name, body)
  if (status !== 200) throw new Error(`${name} refused: ${code}. ${text}`)
  const complaints = complaintsOf(name, text)
  if (complaints.length > 0) throw new Error(`${name} told what Enedis's schema refuses: ${complaints.join(' ')}`)
  return replyIn(name, text)
}

/** The code with which a service refuses, or 200. */
export async function codeOf<Name extends SgeServiceName>(world: Sge, name: Name, body: Request<Name>) {
  const { status, code } = await asked(world, name, body)
  return status === 200 ? '200' : code
}

async function asked(world: Sge, name: SgeServiceName, body: object) {
  const service: SoapService & { path: string } = sge[name]
  return answered(await world.call('POST', service.path, encodeRequest(service, { body })))
}

/** What an envelope holds. */
export function replyIn<Name extends SgeServiceName>(name: Name, text: string): Reply<Name> {
  const { body } = readEnvelope(text)
  return read(body.element, sge[name].reply.shape, body.outer) as Reply<Name>
}

const judges = new Map<SgeServiceName, (document: string) => string[]>()

/** What Enedis's own schema has against the body of an envelope; nothing where the schema is not here. */
export function complaintsOf(name: SgeServiceName, envelope: string): string[] {
  if (!hasOfficial()) return []
  const judge = judges.get(name) ?? officialSchemaOf(sge[name].operation)
  judges.set(name, judge)
  return judge(bodyOf(envelope))
}

/** The document that stands in the body of one of our own envelopes, which names its namespaces itself. */
export function bodyOf(envelope: string): string {
  return /<soap:Body>(.*)<\/soap:Body>/s.exec(envelope)?.[1] ?? ''
}

/** What a client asks of detailed measures unless a test says otherwise: the curve of a day, with an agreement. */
export const detailed = {
  v2: (pointId: string, more: Partial<Request<'mesuresDetailleesV2'>['demande']> = {}) => ({
    demande: {
      initiateurLogin: login,
      pointId,
      mesuresTypeCode: 'COURBE' as const,
      grandeurPhysique: 'PA',
      soutirage: true,
      injection: false,
      dateDebut: '2026-09-14',
      dateFin: '2026-09-15',
      mesuresCorrigees: false,
      accordClient: true,
      ...more,
    },
  }),
  v3: (pointId: string, more: Partial<Request<'mesuresDetailleesV3'>['demande']> = {}) => ({
    demande: {
      initiateurLogin: login,
      pointId,
      mesuresTypeCode: 'COURBE' as const,
      grandeurPhysique: 'PA',
      dateDebut: '2026-09-14',
      dateFin: '2026-09-15',
      mesuresCorrigees: false,
      sens: 'SOUTIRAGE' as const,
      cadreAcces: 'ACCORD_CLIENT' as const,
      ...more,
    },
  }),
}
