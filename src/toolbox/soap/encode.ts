import { branch, branchWith, documentOf, leaf, nothing } from '../xml/index.ts'
import type { Markup } from '../xml/index.ts'
import { write } from '../xml/shape/index.ts'
import type { Shape } from '../xml/shape/index.ts'
import { envelopeNamespace } from './envelope.ts'
import type { ContentOf, Message, SoapService } from './service.ts'

/** The body of an envelope, and its header block where the service has one and it is sent. */
type Content<Body extends Message, Header> = { body: ContentOf<Body>; header?: ContentOf<Header> | undefined }

/** What went wrong, as SOAP 1.1 tells it: whose fault it is, a sentence, and the detail that programs read. */
export type Fault<Detail> = {
  code: 'Server' | 'Client' | 'MustUnderstand' | 'VersionMismatch'
  text: string
  detail?: Detail
}

/** Writes what a client sends. */
export function encodeRequest<S extends SoapService>(
  service: S,
  { body, header }: Content<S['request'], S['requestHeader']>,
): string {
  return envelope(headerOf(service.requestHeader, header), encodeMessage(service.request, body))
}

/** Writes what a service answers. */
export function encodeReply<S extends SoapService>(
  service: S,
  { body, header }: Content<S['reply'], S['replyHeader']>,
): string {
  return envelope(headerOf(service.replyHeader, header), encodeMessage(service.reply, body))
}

/** Writes a fault, with a detail as the service declares it or without any. */
export function encodeFault<S extends SoapService>(
  { fault }: S,
  { code, text, detail }: Fault<ContentOf<S['fault']>>,
): string {
  const inside = detail === undefined ? nothing : branch('detail', encodeMessage(fault, detail))
  return envelope(nothing, branch('soap:Fault', leaf('faultcode', `soap:${code}`), leaf('faultstring', text), inside))
}

/** Writes one message by itself, with its namespace: what stands in a body, a header or a detail. */
export function encodeMessage<M extends Message>({ namespace, prefix, name, shape }: M, content: ContentOf<M>): Markup {
  return write<Shape>(`${prefix}:${name}`, shape, content, { [`xmlns:${prefix}`]: namespace })
}

function headerOf(message: Message | null, content: unknown): Markup {
  if (!message || content === undefined) return nothing
  return branch('soap:Header', encodeMessage(message, content as ContentOf<Message>))
}

function envelope(header: Markup, body: Markup): string {
  return documentOf(branchWith('soap:Envelope', { 'xmlns:soap': envelopeNamespace }, header, branch('soap:Body', body)))
}
