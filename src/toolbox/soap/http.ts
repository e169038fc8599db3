import type { Context } from 'hono'
import { xml } from '../xml/index.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the house's own variables are none of the toolbox's business
type Call = Context<any>

const contentType = { 'Content-Type': 'text/xml; charset=utf-8' }

/** Answers with an envelope. */
export const soapReply = (c: Call, text: string): Response => xml(c, text, 200, contentType)

/** Answers with an envelope that holds a fault: SOAP 1.1 over HTTP has one status for all of them. */
export const soapFault = (c: Call, text: string): Response => xml(c, text, 500, contentType)

/** Answers with the description of a service. */
export const wsdlReply = (c: Call, text: string): Response => xml(c, text, 200, contentType)

const spoken = new Set(['text/xml', 'application/soap+xml'])

/** Whether a body is announced as an envelope: as SOAP 1.1 does, or as those do who have read of SOAP 1.2. */
export function isSoap(type: string | undefined): boolean {
  return spoken.has((type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '')
}

/** Whether an address asks for the description rather than for the service: `?wsdl`, however it is written. */
export function asksForWsdl(url: string): boolean {
  return [...new URL(url).searchParams.keys()].some((name) => name.toLowerCase() === 'wsdl')
}
