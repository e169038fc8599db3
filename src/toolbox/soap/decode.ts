import { XmlError } from '../xml/index.ts'
import { Misfit, read } from '../xml/shape/index.ts'
import { readEnvelope, spelled } from './envelope.ts'
import type { Block } from './envelope.ts'
import { SoapError } from './error.ts'
import type { ContentOf, Message, SoapService } from './service.ts'

/** What a client asked, and what it said in the header, which it may leave out. */
export type Asked<S extends SoapService> = {
  body: ContentOf<S['request']>
  header: ContentOf<S['requestHeader']> | undefined
}

/** Reads a request of a service by its shapes. Whatever is wrong with it is thrown as a `SoapError`. */
export function decodeRequest<S extends SoapService>(service: S, text: string): Asked<S> {
  return asSoapError(() => {
    const { header, body } = readEnvelope(text)
    const known = header.find((block) => service.requestHeader && isNamed(block, service.requestHeader))
    refuseMisunderstood(header.filter((block) => block !== known))
    if (!isNamed(body, service.request)) throw new SoapError(notTheRequest(body, service.request))
    const said =
      known && service.requestHeader ? read(known.element, service.requestHeader.shape, known.outer) : undefined
    return { body: read(body.element, service.request.shape, body.outer), header: said } as Asked<S>
  })
}

const isNamed = (block: Block, { namespace, name }: Message) => block.namespace === namespace && block.local === name

/** A block that nobody here knows may be overlooked, unless its sender insists. */
function refuseMisunderstood(blocks: readonly Block[]): void {
  const insisted = blocks.find(({ mustUnderstand }) => mustUnderstand)
  if (insisted) {
    throw new SoapError(`Element '${spelled(insisted)}': it must be understood, and is not.`, 'MustUnderstand')
  }
}

function notTheRequest(found: Block, { namespace, name }: Message): string {
  return `Element '${spelled(found)}': it is not the request of this service. Expected is ( {${namespace}}${name} ).`
}

function asSoapError<Result>(decode: () => Result): Result {
  try {
    return decode()
  } catch (error) {
    if (error instanceof XmlError || error instanceof Misfit) throw new SoapError(error.message)
    throw error
  }
}
