import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A schema that a description imports, by its whole path. */
export type Imported = { namespace: string; file: string }
/** Somebody's own description of a service: where it lies, and the schemas of its messages. */
export type Description = { file: string; imports: readonly Imported[] }

/** The description of an operation, wherever in a folder of WSDL and XSD it lies; nothing where none describes it. */
export function descriptionOf(folder: string, operation: string): Description | undefined {
  const says = new RegExp(`<(?:\\w+:)?operation\\s+name="${operation}"`)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.wsdl')) continue
    const file = join(folder, name)
    const text = readFileSync(file, 'utf8')
    if (says.test(text)) return { file, imports: importsIn(text, file) }
  }
  return undefined
}

function importsIn(text: string, file: string): Imported[] {
  return [...text.matchAll(/<(?:\w+:)?import\s[^>]*>/g)].flatMap(([one]) => {
    const [, namespace] = /namespace="([^"]+)"/.exec(one) ?? []
    const [, location] = /schemaLocation="([^"]+)"/.exec(one) ?? []
    return namespace !== undefined && location !== undefined ? [{ namespace, file: join(dirname(file), location) }] : []
  })
}

/**
 * The schema of envelopes whose bodies and details hold only what a description knows. Header blocks of others may be
 * there, as SOAP 1.1 has it.
 */
export function envelopeSchemaOf({ imports }: Description): string {
  const known = imports.map(
    ({ namespace, file }) => `<xs:import namespace="${namespace}" schemaLocation="${pathToFileURL(file).pathname}"/>`,
  )
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="${soap}" targetNamespace="${soap}"
    elementFormDefault="qualified">${known.join('')}${envelope}</xs:schema>`
}

const soap = 'http://schemas.xmlsoap.org/soap/envelope/'
const anything = '<xs:anyAttribute processContents="skip"/>'
const blocks = (how: string, most: string) =>
  `<xs:complexType><xs:sequence><xs:any namespace="##any" processContents="${how}" minOccurs="0" maxOccurs="${most}"/>` +
  `</xs:sequence>${anything}</xs:complexType>`
// Dictionaries may bring a schema of SOAP along, in whose place this one stands: it has what they use of it.
const envelope = `
  <xs:element name="Envelope"><xs:complexType><xs:sequence>
    <xs:element name="Header" minOccurs="0">${blocks('lax', 'unbounded')}</xs:element>
    <xs:element name="Body">${blocks('strict', '1')}</xs:element>
  </xs:sequence>${anything}</xs:complexType></xs:element>
  <xs:attribute name="mustUnderstand" type="xs:boolean"/>
  <xs:attribute name="actor" type="xs:anyURI"/>
  <xs:attribute name="encodingStyle" type="xs:anyURI"/>
  <xs:element name="Fault"><xs:complexType><xs:sequence>
    <xs:element form="unqualified" name="faultcode" type="xs:QName"/>
    <xs:element form="unqualified" name="faultstring" type="xs:string"/>
    <xs:element form="unqualified" name="faultactor" type="xs:anyURI" minOccurs="0"/>
    <xs:element form="unqualified" name="detail" minOccurs="0">${blocks('strict', 'unbounded')}</xs:element>
  </xs:sequence></xs:complexType></xs:element>`
