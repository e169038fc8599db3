import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

const root = new URL('../..', import.meta.url).pathname
const contracts = resolve(root, process.env['WATTPROOF_CONTRACTS'] ?? '../shared/contracts')

/** Providers whose bodies are held against their own schemas. */
export const schemas = {
  portfolioManager: { title: 'Portfolio Manager', about: 'schema 26.0', files: ['espm-26.0/main.xsd'] },
  pge: {
    title: 'Share My Data',
    about: 'schemas of August 2018',
    files: [
      'pge/atom.xsd',
      'pge/pge-share-my-data-espiDerived-20180821.xsd',
      'pge/pge-share-my-data-retailcustomer-20180802.xsd',
    ],
  },
} as const
export type Provider = keyof typeof schemas

/** Whether a provider's schema set is on this machine. It is not ours to ship. */
export const hasSchemaOf = (provider: Provider) => filesOf(provider).every((file) => existsSync(file))

/** What to say where it is not, loudly: nothing was held against the schema. */
export const schemaMissingOf = (provider: Provider) =>
  `No schema at ${filesOf(provider).join(', ')}: bodies were NOT validated. Set WATTPROOF_CONTRACTS to the folder that holds schemas/.`

/** The same for Portfolio Manager. */
export const hasSchema = hasSchemaOf('portfolioManager')
export const schemaMissing = schemaMissingOf('portfolioManager')

const validators = new Map<Provider, XsdValidator>()

/** What a provider's schema has against a body; nothing when it is valid. */
export function schemaComplaints(body: string, provider: Provider = 'portfolioManager'): string[] {
  const validator = validators.get(provider) ?? compile(provider)
  validators.set(provider, validator)
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

/** Whether the program that integrators hold bodies to a schema with is on this machine. */
export const hasXmllint = () => spawnSync('xmllint', ['--version']).status === 0
export const xmllintMissing = 'xmllint was NOT TRIED, because it is not here: apt-get install libxml2-utils'

/** What xmllint has against files of a provider; nothing when all are valid. */
export function xmllintComplaints(files: readonly string[], provider: Provider): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'wattproof-xsd-'))
  const own = filesOf(provider)
  const schema = own.length === 1 ? (own[0] as string) : join(folder, 'all.xsd')
  if (own.length > 1) writeFileSync(schema, importing(own))
  const complaints = xmllintSays(schema, files)
  rmSync(folder, { recursive: true })
  return complaints
}

/** What xmllint has against files by a schema; nothing when all are valid. */
export function xmllintSays(schema: string, files: readonly string[]): string[] {
  const complaints: string[] = []
  // So many names fit on a command line anywhere.
  for (let at = 0; at < files.length; at += 500) {
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, ...files.slice(at, at + 500)], {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    })
    if (status !== 0)
      complaints.push(...stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates')))
  }
  return complaints
}

function filesOf(provider: Provider): string[] {
  return schemas[provider].files.map((file) => join(contracts, 'schemas', file))
}

/** One schema as it stands; several, each of a namespace of its own, under one that imports them. */
function compile(provider: Provider): XsdValidator {
  xmlRegisterFsInputProviders()
  const files = filesOf(provider)
  const [first = ''] = files
  const text = files.length === 1 ? readFileSync(first) : Buffer.from(importing(files))
  const schema = XmlDocument.fromBuffer(text, { url: files.length === 1 ? first : join(first, '../all.xsd') })
  try {
    return XsdValidator.fromDoc(schema)
  } finally {
    schema.dispose()
  }
}

function importing(files: readonly string[]): string {
  const imports = files.map((file) => {
    const [, namespace] = /targetNamespace="([^"]+)"/.exec(readFileSync(file, 'utf8')) ?? []
    return `<xs:import namespace="${namespace}" schemaLocation="${pathToFileURL(file).pathname}"/>`
  })
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`
}
