import { expect, test } from 'vitest'
import { decodeRequest, SoapError } from '../../../src/toolbox/soap/index.ts'
import { milkman } from './toy.ts'

const soap = 'http://schemas.xmlsoap.org/soap/envelope/'
const order = '<door>7</door><from>2026-11-22</from><daily>1</daily><bottle><litres>1</litres></bottle>'
const body = `<soap:Body><m:orderMilk xmlns:m="urn:milkman">${order}</m:orderMilk></soap:Body>`
const header = '<soap:Header><r:milkRound xmlns:r="urn:milkman:round"><street>Rue</street></r:milkRound></soap:Header>'
const envelope = (inside: string, namespace = soap) =>
  `<?xml version="1.0"?><soap:Envelope xmlns:soap="${namespace}">${inside}</soap:Envelope>`
const asked = { door: '7', from: '2026-11-22', daily: true, bottle: [{ litres: 1 }] }

test('a request is read with its header or without', () => {
  expect(decodeRequest(milkman, envelope(body))).toEqual({ body: asked, header: undefined })
  expect(decodeRequest(milkman, envelope(header + body))).toEqual({ body: asked, header: { street: 'Rue' } })
})

test.each([
  [
    'two prefixes for one namespace',
    envelope(body).replace('<soap:Body', `<b:Body xmlns:b="${soap}"`).replace('/soap:Body', '/b:Body'),
  ],
  [
    'no prefix for the envelope',
    envelope(body)
      .replaceAll('soap:', '')
      .replace('xmlns:soap', 'xmlns')
      .replaceAll('<door', '<door xmlns=""')
      .replaceAll('<from', '<from xmlns=""')
      .replaceAll('<daily', '<daily xmlns=""')
      .replaceAll('<bottle', '<bottle xmlns=""'),
  ],
  [
    'a prefix that another namespace usually has',
    envelope(body)
      .replaceAll('soap:', 'm:')
      .replace('xmlns:soap', 'xmlns:m')
      .replaceAll('m:orderMilk', 'x:orderMilk')
      .replace('xmlns:m="urn', 'xmlns:x="urn'),
  ],
  [
    'namespaces declared on the envelope',
    envelope(body)
      .replace(' xmlns:m="urn:milkman"', '')
      .replace('<soap:Envelope', '<soap:Envelope xmlns:m="urn:milkman"'),
  ],
  [
    'an encoding style and white space',
    envelope(body).replace('<m:orderMilk', `\n  <m:orderMilk soap:encodingStyle="${soap}"`),
  ],
  ['a header block that nobody knows', envelope(`<soap:Header><w:Security xmlns:w="urn:w"/></soap:Header>${body}`)],
  [
    'a known header that must be understood',
    envelope(header.replace('<r:milkRound', '<r:milkRound soap:mustUnderstand="1"') + body),
  ],
])('%s makes no difference', (_, text) => {
  expect(decodeRequest(milkman, text).body).toEqual(asked)
})

test.each([
  [
    'Client',
    "Element '{urn:dairy}orderMilk': it is not the request of this service. Expected is ( {urn:milkman}orderMilk ).",
    envelope(body).replace('urn:milkman"', 'urn:dairy"'),
  ],
  ['Client', "Element 'door': the value 'x' does not match [0-9]{1,3}.", envelope(body).replace('>7<', '>x<')],
  [
    'Client',
    "Element '{urn:milkman}door': no namespace is expected.",
    envelope(body).replace('<m:orderMilk', '<m:orderMilk xmlns="urn:milkman"'),
  ],
  [
    'Client',
    "Element 'm:door': this element is not expected. Expected is ( door ).",
    envelope(body).replaceAll('door>', 'm:door>'),
  ],
  [
    'Client',
    "Element 'm:orderMilk': missing child element(s). Expected is ( bottle ).",
    envelope(body).replace(/<bottle>.*<\/bottle>/, ''),
  ],
  [
    'Client',
    "Element 'r:milkRound': missing child element(s). Expected is ( street ).",
    envelope(header + body).replace('<street>Rue</street>', ''),
  ],
  [
    'MustUnderstand',
    "Element '{urn:w}Security': it must be understood, and is not.",
    envelope(`<soap:Header><w:Security xmlns:w="urn:w" soap:mustUnderstand="1"/></soap:Header>${body}`),
  ],
  [
    'VersionMismatch',
    `Element '{http://www.w3.org/2003/05/soap-envelope}Envelope': an Envelope of ${soap} is expected.`,
    envelope(body, 'http://www.w3.org/2003/05/soap-envelope'),
  ],
  ['Client', `Element 'order': an Envelope of ${soap} is expected.`, '<order/>'],
  ['Client', "Element 'soap:Envelope': the envelope has no body.", envelope('')],
  ['Client', "Element 'soap:Body': the body is empty.", envelope('<soap:Body/>')],
  [
    'Client',
    "Element '{urn:w}Foot': it is no part of an envelope of SOAP 1.1.",
    envelope(`${body}<w:Foot xmlns:w="urn:w"/>`),
  ],
  ['Client', "Element 'soap:Envelope': the envelope has more than one body.", envelope(body + body)],
  [
    'Client',
    "Element 'more': the body holds one element, and this is a second.",
    envelope(body.replace('</soap:Body>', '<more/></soap:Body>')),
  ],
  ['Client', "Element 'm:orderMilk': its prefix is not bound.", envelope(body).replace(' xmlns:m="urn:milkman"', '')],
  ['Client', 'Not well-formed XML: a document type declaration is not allowed (line 1).', '<!DOCTYPE a><a/>'],
] as const)('%s: %s', (code, message, text) => {
  const error = caught(() => decodeRequest(milkman, text))

  expect(error).toBeInstanceOf(SoapError)
  expect(error).toMatchObject({ code, message })
})

function caught(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}
