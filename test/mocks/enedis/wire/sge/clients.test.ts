import { createClientAsync } from 'soap'
import { describe, expect, test } from 'vitest'
import { sge } from '../../../../../mocks/enedis/wire/sge/index.ts'
import { decodeRequest, encodeRequest } from '../../../../../src/toolbox/soap/index.ts'
import type { SoapService } from '../../../../../src/toolbox/soap/index.ts'
import { example } from '../../../../support/soap/arbitrary.ts'
import { hasOfficial, officialMissing, officialWsdlOf } from '../../../../support/soap/official.ts'
import { whileServing } from '../../../../support/soap/serve.ts'
import type { ZeepResult } from '../../../../support/soap/zeep.ts'
import { callWithZeep, hasZeep, outlineByZeep, zeepMissing } from '../../../../support/soap/zeep.ts'

type Service = SoapService & { path: string }
const services: Service[] = Object.values(sge)

if (!hasZeep()) console.warn(zeepMissing)
if (!hasOfficial()) console.warn(officialMissing)

const headerOf = ({ requestHeader }: Service) => requestHeader && example(requestHeader.shape)
const acknowledged = ({ replyHeader }: Service) => (replyHeader ? example(replyHeader.shape) : undefined)

type Work = (origin: string, asked: Map<string, unknown>) => Promise<void>

/** Serves all nineteen, each of which answers with an example of its reply or refuses, and remembers what it was asked. */
async function whileServingAll(work: Work, { refusing = false } = {}): Promise<void> {
  const asked = new Map<string, unknown>()
  const served = services.map((service) => ({
    path: service.path,
    service,
    answer: (request: { body: unknown }) => {
      asked.set(service.operation, request)
      if (refusing) {
        return {
          fault: { code: 'Server' as const, text: 'Erreur fonctionnelle', detail: example(service.fault.shape) },
        }
      }
      return { body: example(service.reply.shape), header: acknowledged(service) }
    },
  }))
  await whileServing(served, (origin) => work(origin, asked))
}

test('the npm package soap builds a client of each service from our description and calls it', async () => {
  await whileServingAll(async (origin, asked) => {
    for (const service of services) {
      const client = await createClientAsync(`${origin}${service.path}?wsdl`)

      const [reply, raw] = await client[`${service.operation}Async`](example(service.request.shape))

      expect(asked.get(service.operation)).toEqual({ body: example(service.request.shape), header: undefined })
      expect(raw).toContain(`:${service.reply.name} `)
      expect(wordsIn(reply)).toEqual(wordsIn(example(service.reply.shape)))
    }
  })
})

describe.skipIf(!hasZeep())('zeep', () => {
  test('builds a client of each service from our description, calls it with its header and reads the reply', async () => {
    await whileServingAll(async (origin, asked) => {
      const results = await callWithZeep(services.map((service) => callOf(service, `${origin}${service.path}?wsdl`)))

      for (const [at, service] of services.entries()) {
        expect(asked.get(service.operation)).toEqual({
          body: example(service.request.shape),
          header: headerOf(service) ?? undefined,
        })
        const header = service.replyHeader && { acquittement: acknowledged(service) }
        expect(plain(results[at])).toEqual(plain({ reply: example(service.reply.shape), header }))
      }
    })
  })

  test('reads the fault of each service with the code of its detail', async () => {
    const work: Work = async (origin) => {
      const results = await callWithZeep(services.map((service) => callOf(service, `${origin}${service.path}?wsdl`)))

      for (const [at, service] of services.entries()) {
        const { resultat } = example(service.fault.shape) as { resultat: { code: string } }
        expect(results[at]).toMatchObject({ fault: { code: 'soap:Server', text: 'Erreur fonctionnelle' } })
        expect(decoded(detailOf(results[at]))).toContain(`<resultat code="${resultat.code}">`)
      }
    }

    await whileServingAll(work, { refusing: true })
  })

  test.skipIf(!hasOfficial())("sees in our descriptions every field of Enedis's own, and as often", async () => {
    await whileServingAll(async (origin) => {
      const about = services.map((service) => ({ elements: namesOf(service) }))
      const at = (wsdl: (service: Service) => string) =>
        outlineByZeep(about.map((one, index) => ({ ...one, wsdl: wsdl(services[index] as Service) })))

      const ours = await at(({ path }) => `${origin}${path}?wsdl`)
      const theirs = await at(({ operation }) => officialWsdlOf(operation))

      expect(ours).toEqual(theirs)
    })
  })

  test.skipIf(!hasOfficial())("built from Enedis's own descriptions, sends what we read", async () => {
    await whileServingAll(async (origin, asked) => {
      const calls = services.map((service) => ({
        ...callOf(service, officialWsdlOf(service.operation)),
        address: `${origin}${service.path}`,
      }))

      const results = await callWithZeep(calls)

      for (const [at, service] of services.entries()) {
        expect(asked.get(service.operation)).toMatchObject({ body: example(service.request.shape) })
        expect(plain(results[at])).toMatchObject({ reply: plain(example(service.reply.shape)) })
      }
    })
  })
})

test('a request with another prefix, or none but that of its own name, is the same request', () => {
  for (const service of services) {
    const text = encodeRequest(service, { body: example(service.request.shape) })

    const renamed = text.replaceAll('ope:', 'x-1:').replace('xmlns:ope', 'xmlns:x-1').replaceAll('soap:', 'SOAP-ENV:')

    const envelope = renamed.replace('xmlns:soap', 'xmlns:SOAP-ENV')
    expect(decodeRequest(service, envelope).body).toEqual(example(service.request.shape))
  }
})

function callOf(service: Service, wsdl: string) {
  const header = headerOf(service)
  return {
    wsdl,
    operation: service.operation,
    body: example(service.request.shape),
    ...(service.requestHeader ? { header: { entete: header } } : {}),
  }
}

const namesOf = ({ request, reply, requestHeader, replyHeader, fault }: Service) =>
  [request, reply, requestHeader, replyHeader, fault].flatMap((message) =>
    message ? [`{${message.namespace}}${message.name}`] : [],
  )

const detailOf = (result: ZeepResult | undefined) => (result && 'fault' in result && result.fault.detail) || ''
const decoded = (text: string) => text.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&')

/** The texts in a reply that no client turns into a number or a date, sorted. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[-+.:\dTZ]*$/.test(value) ? [] : [value]
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  return Object.values(value).flatMap(wordsIn).sort()
}

/** What zeep read and what was written, without what they spell differently: numbers, texts with attributes, instants, absence. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString()
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).flatMap(([name, field]) => {
    if (field === null || field === undefined || field === '') return []
    return [[name === '_value_1' ? 'value' : name, plain(field)]]
  })
  return Object.fromEntries(fields)
}
