import { message, soapService } from '../../../../src/toolbox/soap/index.ts'
import type { Shape } from '../../../../src/toolbox/xml/shape/index.ts'
import { acquittement, entete, erreur } from './headers.ts'
import { b2b } from './namespaces.ts'

type Messages<Request extends Shape, Reply extends Shape> = {
  /** The service and its version, as in its path and in the name of its WSDL: `RecherchePoint/v2.0`. */
  at: string
  operation: string
  /** The namespace of the messages. */
  namespace: string
  /** The namespace of the WSDL, where it is not that of the messages. */
  described?: string
  action?: string | null
  request: Shape & Request
  reply: Shape & Reply
  /** Names of the root elements where they are not the operation and its `Response`. */
  names?: { request?: string; reply?: string }
}

/** A service of SGE with the usual headers: `entete`, which may be left out, and `acquittement`. */
export function serviceAvecEntete<Request extends Shape, Reply extends Shape>(about: Messages<Request, Reply>) {
  return soapService({ ...partsOf(about), requestHeader: entete, replyHeader: acquittement, fault: erreur })
}

/** A service of SGE that has no headers: its faults look like those of the others. */
export function serviceSansEntete<Request extends Shape, Reply extends Shape>(about: Messages<Request, Reply>) {
  return soapService({ ...partsOf(about), requestHeader: null, replyHeader: null, fault: erreur })
}

/** What a service is, apart from its headers and its fault. */
export function partsOf<Request extends Shape, Reply extends Shape>(about: Messages<Request, Reply>) {
  const { at, operation, namespace, described, action = '', request, reply, names } = about
  const here = { namespace, prefix: 'ope' }
  return {
    name: at.replace('/', '-'),
    namespace: described ?? namespace,
    path: `/${at}`,
    operation,
    action,
    request: message<Request>(here, names?.request ?? operation, request),
    reply: message<Reply>(here, names?.reply ?? `${operation}Response`, reply),
  }
}

/** A namespace among those of SGE. */
export const sous = (path: string) => `${b2b}/${path}`
