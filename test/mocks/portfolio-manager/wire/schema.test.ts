import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../../src/contract/refusal.ts'
import { hasSchema, schemaComplaints, schemaMissing } from '../../../support/xsd.ts'
import { corpus as main } from './corpus.ts'
import { parts } from './corpus-parts.ts'
import { dataCorpus } from './data-corpus.ts'
import { variantsOf } from './variants.ts'

const corpus = { ...main, ...parts, ...dataCorpus }

/** What our own table says against a body; nothing when it lets it through. */
function ourComplaint(decode: (text: string) => unknown, body: string): string | undefined {
  try {
    decode(body)
  } catch (error) {
    if (error instanceof Refusal && error.refusal === 'notSchemaValid') return error.message
    throw error
  }
  return undefined
}

const short = (body: string) => (body.length > 200 ? `${body.slice(0, 200)}… (${body.length})` : body)
const all = Object.entries(corpus).flatMap(([root, { decode, good, bad }]) => [
  ...good.map((body) => ({ root, decode, body, verdict: 'good' })),
  ...bad.map((body) => ({ root, decode, body, verdict: 'bad' })),
])

describe('our table', () => {
  test.each(all)('finds this $root $verdict: $body', ({ decode, body, verdict }) => {
    const complaint = ourComplaint(decode, body)

    if (verdict === 'good') expect(complaint).toBeUndefined()
    else expect(complaint).toMatch(/^Invalid XML: \S.*\.$/)
  })
})

describe.runIf(hasSchema)('the provider’s schema 26.0', () => {
  test.each(all)('agrees that this $root is $verdict: $body', ({ body, verdict }) => {
    const complaints = schemaComplaints(body)

    if (verdict === 'good') expect(complaints).toEqual([])
    else expect(complaints).not.toEqual([])
  })

  test.each(Object.entries(corpus))('agrees with our table on every variant of a good %s', (_, { decode, good }) => {
    const variants = good.filter((body) => body.length < 5000).flatMap(variantsOf)

    const disagreed = variants
      .filter((body) => !isOurs(body))
      .map((body) => ({ body: short(body), ours: ourComplaint(decode, body), schema: schemaComplaints(body)[0] }))
      .filter(({ ours, schema }) => (ours === undefined) !== (schema === undefined))

    expect(variants.length).toBeGreaterThan(10)
    expect(disagreed).toEqual([])
  })
})

/** Where we know better on purpose: a body of no entries or of both kinds says nothing that a meter could take. */
function isOurs(body: string): boolean {
  const kinds = ['<meterConsumption', '<meterDelivery'].filter((kind) => body.includes(kind))
  if (body.startsWith('<wasteDataList')) return !body.includes('<wasteData>') && !body.includes('<wasteData ')
  return body.startsWith('<meterData') && kinds.length !== 1
}

if (!hasSchema) console.error(schemaMissing)
