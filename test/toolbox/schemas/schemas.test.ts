import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeOf } from '../../../src/toolbox/schemas/index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-descriptions-'))
  await mkdir(join(folder, 'services/milk'), { recursive: true })
  await writeFile(join(folder, 'services/milk/milk.wsdl'), wsdl)
  await writeFile(join(folder, 'services/milk.xsd'), xsd)
})
afterAll(() => rm(folder, { recursive: true }))

const wsdl = `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <wsdl:types><xs:schema><xs:import namespace="urn:milk"
    schemaLocation="../milk.xsd"/></xs:schema></wsdl:types>
  <wsdl:portType name="p"><wsdl:operation name="orderMilk"/></wsdl:portType>
</wsdl:definitions>`
const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:milk">
  <xs:element name="order"><xs:complexType><xs:sequence>
    <xs:element name="litres" type="xs:int"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`

const envelope = (body: string, header = '') =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">${header}<s:Body>${body}</s:Body></s:Envelope>`
const order = (litres: string) => `<m:order xmlns:m="urn:milk"><litres>${litres}</litres></m:order>`
const fault = (detail: string) =>
  `<s:Fault><faultcode>s:Server</faultcode><faultstring>No milk</faultstring><detail>${detail}</detail></s:Fault>`

test.each([
  ['a body as described', envelope(order('2'))],
  ['a header of somebody else', envelope(order('2'), '<s:Header><x xmlns="urn:other"/></s:Header>')],
  ['a fault with a detail as described', envelope(fault(order('2')))],
])('lets pass %s', async (_, text) => {
  const judge = await judgeOf(folder, 'orderMilk')

  expect(judge?.(text)).toEqual([])
})

test.each([
  ['a value that does not fit', envelope(order('two')), /litres.*two.*xs:int/],
  ['a body that nobody described', envelope('<x xmlns="urn:other"/>'), /urn:other/],
  ['what is no XML', '<a', /./],
  ['a document type', `<!DOCTYPE a>${envelope(order('2'))}`, /document type/],
  ['a detail that does not fit', envelope(fault(order('two'))), /litres/],
])('has something against %s', async (_, text, says) => {
  const judge = await judgeOf(folder, 'orderMilk')

  expect(judge?.(text)).toEqual([expect.stringMatching(says)])
})

test('knows nothing of an operation that the folder does not describe', async () => {
  expect(await judgeOf(folder, 'orderBread')).toBeUndefined()
})
