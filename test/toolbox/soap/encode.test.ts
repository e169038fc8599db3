import { Hono } from 'hono'
import { expect, test } from 'vitest'
import {
  asksForWsdl,
  encodeFault,
  encodeReply,
  encodeRequest,
  isSoap,
  soapFault,
  soapReply,
  wsdlOf,
} from '../../../src/toolbox/soap/index.ts'
import { milkman } from './toy.ts'

const open =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">'

test('a reply has its header block before its body, and names without namespace inside', () => {
  const text = encodeReply(milkman, {
    header: { result: { value: 'Thank you', code: 'M200' } },
    body: { orderId: 'A1', visit: [] },
  })

  expect(text).toBe(
    `${open}<soap:Header><r:receipt xmlns:r="urn:milkman:round"><result code="M200">Thank you</result></r:receipt></soap:Header>` +
      '<soap:Body><m:orderMilkResponse xmlns:m="urn:milkman"><orderId>A1</orderId></m:orderMilkResponse></soap:Body></soap:Envelope>',
  )
})

test('a request without a header says nothing of one', () => {
  const text = encodeRequest(milkman, {
    body: { door: '7', from: '2026-11-22', daily: false, bottle: [{ litres: 1 }] },
  })

  expect(text).toMatch(/^[^H]*<soap:Body><m:orderMilk xmlns:m="urn:milkman"><door>7<\/door>/)
})

test('a fault has its detail, or none', () => {
  const detail = { result: { value: 'Nobody lives there.', code: 'M404' } }

  expect(encodeFault(milkman, { code: 'Server', text: 'No milk', detail })).toBe(
    `${open}<soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring>No milk</faultstring><detail>` +
      '<r:trouble xmlns:r="urn:milkman:round"><result code="M404">Nobody lives there.</result></r:trouble>' +
      '</detail></soap:Fault></soap:Body></soap:Envelope>',
  )
  expect(encodeFault(milkman, { code: 'Server', text: 'No milk' })).not.toContain('detail')
})

test('replies are text/xml with 200, faults with 500', async () => {
  const app = new Hono().get('/ok', (c) => soapReply(c, '<a/>')).get('/no', (c) => soapFault(c, '<b/>'))

  const [ok, no] = [await app.request('/ok'), await app.request('/no')]

  expect([ok.status, ok.headers.get('Content-Type'), await ok.text()]).toEqual([200, 'text/xml; charset=utf-8', '<a/>'])
  expect([no.status, no.headers.get('Content-Type'), await no.text()]).toEqual([500, 'text/xml; charset=utf-8', '<b/>'])
})

test.each([
  ['text/xml', true],
  ['Text/XML;charset=UTF-8', true],
  ['application/soap+xml; charset=utf-8; action=""', true],
  ['application/json', false],
  [undefined, false],
])('%s announces an envelope: %s', (type, is) => {
  expect(isSoap(type)).toBe(is)
})

test.each([
  ['?wsdl', true],
  ['?WSDL', true],
  ['?singleWsdl=1&wsdl=1', true],
  ['', false],
  ['?id=wsdl', false],
])('%j asks for the description: %s', (query, asks) => {
  expect(asksForWsdl(`http://localhost/milk${query}`)).toBe(asks)
})

test('a service that declares no action has none in its description, and one without headers no headers', () => {
  const bare = { ...milkman, action: null, requestHeader: null, replyHeader: null }

  expect(wsdlOf(milkman, 'http://x/milk')).toContain('<soap:operation soapAction="" style="document"/>')
  expect(wsdlOf(bare, 'http://x/milk')).not.toMatch(/soap:operation|soap:header|milkRound/)
  expect(wsdlOf(bare, 'http://x/milk')).toContain('<soap:address location="http://x/milk"/>')
})
