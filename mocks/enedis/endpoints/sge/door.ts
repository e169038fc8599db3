import { endpoint, type Call, type Endpoint } from '../../../../src/contract/endpoint.ts'
import {
  asksForWsdl,
  decodeRequest,
  encodeReply,
  isSoap,
  SoapError,
  soapReply,
  textOf,
  wsdlOf,
  wsdlReply,
  type Asked,
  type ContentOf,
} from '../../../../src/toolbox/soap/index.ts'
import { keepSender, mustListen, type SgeVisit } from '../../access/index.ts'
import { refuse } from '../../errors/index.ts'
import type { SgeServiceName } from '../../model/index.ts'
import { acquittementDe, acquittementPDe } from '../../wire/sge/acquittement.ts'
import { sge } from '../../wire/sge/index.ts'
import { senderOf } from '../../wire/sge/sender.ts'
import { heldReply, fitsOfficial } from './official.ts'

type Service<Name extends SgeServiceName> = (typeof sge)[Name]
/** What a client asks of a service, and what it is told. */
export type AskedOf<Name extends SgeServiceName> = ContentOf<Service<Name>['request']>
type ReplyOf<Name extends SgeServiceName> = ContentOf<Service<Name>['reply']>

type About = Pick<Endpoint, 'name' | 'basis' | 'source'> & {
  /** Where it is found, if not at its own path, */
  at?: `/${string}`
  /** and whether it is, where that is a question. */
  isFound?: (dialect: SgeVisit['dialect']) => boolean
}
type Handle<Name extends SgeServiceName> = (c: Call, visit: SgeVisit, asked: AskedOf<Name>) => ReplyOf<Name>

/**
 * A web service of SGE: what it answers, and its description at `?wsdl`. A handler gets the request decoded, with its
 * sender judged in `visit.caller`, and gives back what its reply holds; header and envelope are put around it here.
 *
 *     ...sgeDoor('recherchePoint', { name: 'recherchePoint.search', basis: 'documented', source: 'SGEGUIDE, …' },
 *       (c, { store, caller, now, dialect }, { criteres }) => ({ points: … }))
 */
export function sgeDoor<Name extends SgeServiceName>(
  name: Name,
  { at, isFound = () => true, ...about }: About,
  handle: Handle<Name>,
): Endpoint[] {
  const service = sge[name] as Service<Name> & { path: `/${string}` }
  const path = at ?? service.path
  const noun = about.name.split('.', 1)[0] ?? name
  const described = {
    name: `${noun}.describe`,
    by: 'client',
    basis: 'documented',
    source: 'WSDL, which a service tells at its own address; ours is written from the fields it lists',
  } as const
  const mustBeFound = ({ dialect }: SgeVisit) => {
    if (!isFound(dialect)) throw refuse.sgePathUnknown()
  }
  const asks: Door = (c, visit) => {
    mustBeFound(visit)
    return answer(c, visit, name, handle)
  }
  const looks: Door = (c, visit) => {
    mustBeFound(visit)
    return describe(c, visit, name)
  }
  return [
    endpoint(`POST ${path}`, { ...about, by: 'client', identify: 'later', surface: 'sge' }, asks),
    endpoint(`GET ${path}`, { ...described, identify: 'never', surface: 'sge' }, looks),
  ]
}

type Door = (c: Call, visit: SgeVisit) => Response | Promise<Response>

async function answer<Name extends SgeServiceName>(
  c: Call,
  visit: SgeVisit,
  name: Name,
  handle: Handle<Name>,
): Promise<Response> {
  mustListen(c, visit)
  const { body, header } = await asked(c, visit, name)
  visit.decoded(body)
  keepSender(c, senderOf(name, body))
  visit.identify()
  const reply = handle(c, visit, body)
  return soapReply(c, heldReply(c, encoded(name, { header, body, reply })))
}

/** Reads a request. One that the description of the service does not allow is told so, and the journal why. */
async function asked<Name extends SgeServiceName>(c: Call, visit: SgeVisit, name: Name): Promise<Asked<Service<Name>>> {
  const bytes = await c.req.arrayBuffer()
  const text = orMistake(visit, () => textIn(c, bytes))
  if (text === undefined) throw refuse.sgeMalformed()
  const read = orMistake(visit, () => decodeRequest(sge[name] as Service<Name>, text))
  const fits = await fitsOfficial(c, visit, { operation: sge[name].operation, text })
  if (read === undefined || !fits) throw refuse.sgeMalformed()
  return read
}

function textIn({ req }: Call, bytes: ArrayBuffer): string {
  const type = req.header('content-type')
  if (!isSoap(type)) throw new SoapError(`The body is announced as ${type ?? 'nothing'}: send text/xml.`)
  return textOf(bytes, type)
}

function orMistake<Read>({ note }: SgeVisit, reading: () => Read): Read | undefined {
  try {
    return reading()
  } catch (error) {
    if (!(error instanceof SoapError)) throw error
    note({ finding: 'request-malformed', level: 'warning', says: error.message })
    return undefined
  }
}

type Exchanged = { header: unknown; body: unknown; reply: unknown }

function encoded(name: SgeServiceName, { header, body, reply }: Exchanged): string {
  const service = sge[name]
  if (service.replyHeader === null) return encodeReply(service, { body: reply as never })
  if (service !== sge.commandeHistorique) {
    return encodeReply(service, { body: reply as never, header: acquittementDe(header as never) })
  }
  const { affaireId } = reply as ReplyOf<'commandeHistorique'>
  const { pointId, initiateurLogin } = (body as AskedOf<'commandeHistorique'>).demande.donneesGenerales
  const about = { pointId, loginDemandeur: initiateurLogin, affaireId }
  return encodeReply(service, { body: reply as never, header: acquittementPDe(header as never, about) })
}

function describe(c: Call, { origin }: SgeVisit, name: SgeServiceName): Response {
  if (!asksForWsdl(c.req.url)) throw refuse.sgeWrongMethod().with({ allow: 'POST' })
  const service = sge[name]
  return wsdlReply(c, wsdlOf(service, `${origin}${service.path}`))
}
