import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sge } from '../../../../../mocks/enedis/wire/sge/index.ts'
import { decodeRequest, encodeMessage, encodeRequest, schemasOf } from '../../../../../src/toolbox/soap/index.ts'
import type { Message, SoapService } from '../../../../../src/toolbox/soap/index.ts'
import { documentOf, parseXml, topScope } from '../../../../../src/toolbox/xml/index.ts'
import { read } from '../../../../../src/toolbox/xml/shape/index.ts'
import { fitting } from '../../../../support/soap/arbitrary.ts'
import { complaintsBy, hasOfficial, officialMissing, officialSchemaOf } from '../../../../support/soap/official.ts'

const services: [string, SoapService][] = Object.entries(sge)

if (!hasOfficial()) console.warn(officialMissing)

test('there are nineteen services, each at a path of its own', () => {
  expect(services).toHaveLength(19)
  expect(new Set(Object.values(sge).map(({ path }) => path)).size).toBe(19)
})

describe.each(services)('%s', (_, service) => {
  const messages = [service.request, service.reply, service.requestHeader, service.replyHeader, service.fault]
  const named = messages
    .filter((message) => message !== null)
    .map((message): [string, Message] => [message.name, message])

  test.each(named)('%s reads as it was written, and fits our own schema', (_, message) => {
    const judge = complaintsBy(schemasOf(service).get(message.namespace) ?? '')

    fc.assert(
      fc.property(fitting(message.shape), (content) => {
        const text = documentOf(encodeMessage(message, content))

        expect(judge(text)).toEqual([])
        expect(read(parseXml(text), message.shape, topScope)).toEqual(content)
      }),
      { numRuns: 25, seed: 7 },
    )
  })

  test.skipIf(!hasOfficial()).each(named)("%s fits Enedis's own schema", (_, message) => {
    const judge = officialSchemaOf(service.operation)

    fc.assert(
      fc.property(fitting(message.shape), (content) => {
        expect(judge(documentOf(encodeMessage(message, content)))).toEqual([])
      }),
      { numRuns: 25, seed: 7 },
    )
  })

  test('a request is read from its envelope, with its header and without', () => {
    const header = service.requestHeader ? fitting(service.requestHeader.shape) : fc.constant(undefined)

    fc.assert(
      fc.property(fitting(service.request.shape), fc.option(header, { nil: undefined }), (body, header) => {
        const text = encodeRequest(service, { body, header })

        expect(decodeRequest(service, text)).toEqual({ body, header })
      }),
      { numRuns: 25, seed: 7 },
    )
  })
})
