import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = new URL('../..', import.meta.url).pathname
const contracts = resolve(root, process.env['WATTPROOF_CONTRACTS'] ?? '../shared/contracts')
const folder = join(contracts, 'schemas/data-connect-v5')
const capture = join(contracts, 'samples/enedis/v5-consumption-load-curve.json')

/** Which document describes what; those of production are copies of those of consumption. */
const documents = {
  daily_consumption: '03-metering-consommation-daily.json',
  consumption_load_curve: '04-metering-consommation-detail.json',
  daily_consumption_max_power: '05-metering-power.json',
  daily_production: '06-metering-production-daily.json',
  production_load_curve: '07-metering-production-detail.json',
  contracts: '08-contract.json',
  addresses: '09-address.json',
  identity: '10-customer.json',
  contact_data: '11-contact.json',
} as const
export type Resource = keyof typeof documents

/** Whether Enedis's documents of v5 are on this machine. They are not ours to ship. */
export const hasSwagger = Object.values(documents).every((file) => existsSync(join(folder, file)))
export const swaggerMissing = `No documents in ${folder}: v5 bodies were NOT validated. Set WATTPROOF_CONTRACTS.`

/** The same for a captured load curve. */
export const hasCapture = existsSync(capture)
export const captureMissing = `No sample at ${capture}: shapes were NOT compared. Set WATTPROOF_CONTRACTS.`
export const capturedCurve = () => JSON.parse(readFileSync(capture, 'utf8')) as unknown

type Schema = {
  type?: string
  required?: string[]
  properties?: Record<string, Schema>
  items?: Schema
  enum?: string[]
}
type Operation = { responses: Record<string, { schema?: Schema }> }
type Document = { paths: Record<string, { get: Operation }> }

/** What the Swagger of a resource has against an answer; nothing when it is valid. Undeclared names are not. */
export function swaggerComplaints(resource: Resource, body: string, status = 200): string[] {
  const document = JSON.parse(readFileSync(join(folder, documents[resource]), 'utf8')) as Document
  const [path] = Object.values(document.paths)
  const declared = path?.get.responses[status]
  if (declared === undefined) return [`status ${status} is not declared`]
  return declared.schema === undefined ? [] : against(declared.schema, JSON.parse(body), 'body')
}

function against(schema: Schema, value: unknown, at: string): string[] {
  if (schema.type === 'object') return againstObject(schema, value, at)
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${at} is no array`]
    return value.flatMap((one, number) => against(schema.items ?? {}, one, `${at}[${number}]`))
  }
  if (schema.type !== 'string') return [`${at} has a type this reader does not know: ${schema.type}`]
  if (typeof value !== 'string') return [`${at} is no string`]
  // The documents explain their values in place: "PT30M : Pas de 30 minutes".
  const values = schema.enum?.map((one) => one.split(' : ')[0])
  return values === undefined || values.includes(value) ? [] : [`${at} is ${value}, not one of ${values.join(', ')}`]
}

function againstObject({ properties = {}, required = [] }: Schema, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`]
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`)
  const members = Object.entries(value).flatMap(([name, member]) => {
    const declared = properties[name]
    return declared === undefined ? [`${at}.${name} is not declared`] : against(declared, member, `${at}.${name}`)
  })
  return [...missing, ...members]
}

/** What a body looks like without what it tells: names in order, lists by their first member. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])]
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.entries(value).map(([name, member]) => [name, shapeOf(member)])
}
