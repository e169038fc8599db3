import type { Read, Shape } from '../xml/shape/index.ts'

/** An element with a namespace that an envelope carries: its own children have none. */
export type Message<S extends Shape = Shape> = {
  namespace: string
  /** What our own documents call the namespace; readers resolve prefixes and do not care. */
  prefix: string
  name: string
  shape: S
  /** What a description calls the part that it is, if not by its name: some clients name header blocks so. */
  part?: string
}

/** A service of one operation, as its WSDL describes it: document style, literal use. */
export type SoapService = {
  name: string
  /** The namespace of the WSDL itself. */
  namespace: string
  operation: string
  /** What clients send as SOAPAction; null where the WSDL declares no action. */
  action: string | null
  request: Message
  reply: Message
  /** The header block a request may carry. */
  requestHeader: Message | null
  /** The header block a reply carries. */
  replyHeader: Message | null
  /** What the detail of a fault holds. */
  fault: Message
}

/** What reading a message yields, and what is needed to write one; nothing where there is no such message. */
export type ContentOf<M> = M extends Message<infer S> ? Read<S> : undefined

/** Declares a message of a namespace. */
export function message<S extends Shape>(
  { namespace, prefix }: { namespace: string; prefix: string },
  name: string,
  shape: S,
): Message<S> {
  return { namespace, prefix, name, shape }
}

/** Declares a service, and keeps the types of what its messages hold. */
export function soapService<const S extends SoapService>(service: S): S {
  return service
}
