import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

const root = new URL('../../..', import.meta.url).pathname
/** Where they lie, to be read and left as they are. */
export const officialFolder = join(
  resolve(root, process.env['WATTPROOF_CONTRACTS'] ?? '../shared/contracts'),
  'schemas/sge',
)

/** Whether Enedis's own descriptions are on this machine. They are not ours to ship. */
export const hasOfficial = () => existsSync(officialFolder)
export const officialMissing = `No folder ${officialFolder}: SGE's messages were NOT held against Enedis's own schemas. Set WATTPROOF_CONTRACTS to the folder that holds schemas/.`

/** The files of Enedis's description of an operation. */
export function officialWsdlOf(operation: string): string {
  const says = new RegExp(`<(\\w+:)?operation\\s+name="${operation}"`)
  const found = wsdls().find((file) => says.test(readFileSync(file, 'utf8')))
  if (!found) throw new Error(`Enedis's folder describes no operation ${operation}.`)
  return found
}

function wsdls(): string[] {
  const files = readdirSync(officialFolder, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith('.wsdl')).map((file) => join(officialFolder, file))
}

/** What holds documents against everything that Enedis's description of an operation imports. */
export function officialSchemaOf(operation: string): (document: string) => string[] {
  xmlRegisterFsInputProviders()
  const wsdl = officialWsdlOf(operation)
  const text = readFileSync(wsdl, 'utf8')
  const imports = [...text.matchAll(/<(?:\w+:)?import\s[^>]*>/g)].map(([one]) => {
    const [, namespace = ''] = /namespace="([^"]+)"/.exec(one) ?? []
    const [, location = ''] = /schemaLocation="([^"]+)"/.exec(one) ?? []
    return `<xs:import namespace="${namespace}" schemaLocation="${join(dirname(wsdl), location)}"/>`
  })
  const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`
  const schema = XmlDocument.fromString(all, { url: join(dirname(wsdl), 'all.xsd') })
  const validator = XsdValidator.fromDoc(schema)
  schema.dispose()
  return (document) => complaintsOf(validator, document)
}

/** What a schema that stands by itself has against a document. */
export function complaintsBy(schema: string): (document: string) => string[] {
  const document = XmlDocument.fromString(schema)
  const validator = XsdValidator.fromDoc(document)
  document.dispose()
  return (text) => complaintsOf(validator, text)
}

function complaintsOf(validator: XsdValidator, text: string): string[] {
  const document = XmlDocument.fromString(text)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim())
    throw error
  } finally {
    document.dispose()
  }
}
