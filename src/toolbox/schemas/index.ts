import { descriptionOf, envelopeSchemaOf } from './descriptions.ts'
import { libxml } from './library.ts'

export { MissingLibrary } from './library.ts'

/** Says what a description has against an envelope; nothing when it is valid. */
export type Judge = (envelope: string) => string[]

const judges = new Map<string, Promise<Judge | undefined>>()

/**
 * Whoever holds envelopes against somebody's own description of an operation, which lies in a folder of WSDL and XSD;
 * nothing where the folder does not describe it. Compiled once.
 */
export function judgeOf(folder: string, operation: string): Promise<Judge | undefined> {
  const key = `${folder}\n${operation}`
  const known = judges.get(key) ?? compiled(folder, operation)
  judges.set(key, known)
  // Whoever installs what was missing is heard at the next try.
  known.catch(() => judges.delete(key))
  return known
}

async function compiled(folder: string, operation: string): Promise<Judge | undefined> {
  const description = descriptionOf(folder, operation)
  if (description === undefined) return undefined
  const { XmlDocument, XmlLibError, XsdValidator } = await libxml()
  const schema = XmlDocument.fromString(envelopeSchemaOf(description), { url: `${description.file}.envelope.xsd` })
  const validator = XsdValidator.fromDoc(schema)
  schema.dispose()
  const validate = (envelope: string) => {
    const document = XmlDocument.fromString(envelope)
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
  }
  return (envelope) => {
    // Nobody's entities are ever read.
    if (/<!DOCTYPE/i.test(envelope)) return ['Line 1: A document type declaration is not allowed.']
    try {
      validate(envelope)
      return []
    } catch (error) {
      if (!(error instanceof XmlLibError)) throw error
      return error.details.map(({ line, message }) => `Line ${line}: ${message.trim()}`)
    }
  }
}
