import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

const root = new URL('../..', import.meta.url).pathname
const contracts = resolve(root, process.env['WATTPROOF_CONTRACTS'] ?? '../shared/contracts')
const main = join(contracts, 'schemas/espm-26.0/main.xsd')

/** Whether the provider's schema set is on this machine. It is not ours to ship. */
export const hasSchema = existsSync(main)

/** What to say where it is not, loudly: nothing was held against the schema. */
export const schemaMissing = `No schema at ${main}: bodies were NOT validated. Set WATTPROOF_CONTRACTS to the folder that holds schemas/espm-26.0.`

let validator: XsdValidator | undefined

/** What Portfolio Manager's schema 26.0 has against a body; nothing when it is valid. */
export function schemaComplaints(body: string): string[] {
  validator ??= compile()
  try {
    const document = XmlDocument.fromString(body)
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
    return []
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim())
    return [error instanceof Error ? error.message : String(error)]
  }
}

function compile(): XsdValidator {
  xmlRegisterFsInputProviders()
  const schema = XmlDocument.fromBuffer(readFileSync(main), { url: main })
  try {
    return XsdValidator.fromDoc(schema)
  } finally {
    schema.dispose()
  }
}
