import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import {
  asksForWsdl,
  decodeRequest,
  encodeFault,
  encodeReply,
  isSoap,
  SoapError,
  soapFault,
  soapReply,
  wsdlOf,
  wsdlReply,
} from '../../../src/toolbox/soap/index.ts'
import type { Asked, ContentOf, Fault, SoapService } from '../../../src/toolbox/soap/index.ts'

/** What a service of a test answers: a reply, or a fault. */
export type Answer<S extends SoapService> =
  | { body: ContentOf<S['reply']>; header?: ContentOf<S['replyHeader']> | undefined }
  | { fault: Fault<ContentOf<S['fault']>> }

/** A service at its path, as a room will have it: one that answers by `answer`. */
export type Served<S extends SoapService = SoapService> = {
  path: string
  service: S
  answer: (asked: Asked<S>) => Answer<S>
}

/** Serves services on this machine for as long as the work lasts. */
export async function whileServing(served: readonly Served[], work: (origin: string) => Promise<void>): Promise<void> {
  const app = new Hono()
  for (const one of served) {
    app.get(one.path, (c) =>
      asksForWsdl(c.req.url) ? wsdlReply(c, wsdlOf(one.service, bare(c.req.url))) : c.notFound(),
    )
    app.post(one.path, async (c) => {
      if (!isSoap(c.req.header('Content-Type'))) return c.text('no envelope', 415)
      try {
        const answer = one.answer(decodeRequest(one.service, await c.req.text()))
        if ('fault' in answer) return soapFault(c, encodeFault(one.service, answer.fault))
        return soapReply(c, encodeReply(one.service, answer))
      } catch (error) {
        if (!(error instanceof SoapError)) throw error
        return soapFault(c, encodeFault(one.service, { code: error.code, text: error.message }))
      }
    })
  }
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

const bare = (url: string) => url.replace(/\?.*/, '')
