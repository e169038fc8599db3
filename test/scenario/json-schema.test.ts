import { readFile } from 'node:fs/promises'
import { toJsonSchema } from '@valibot/to-json-schema'
import { expect, test } from 'vitest'
import { providers } from '../../mocks/index.ts'
import { scenarioJsonSchema, type Convert, type JsonSchema } from '../../src/scenario/json-schema.ts'
import { card } from './water-board.ts'

const convert: Convert = (schema) => toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' })

/** What stands at a path of words in a schema. */
function at(schema: JsonSchema, ...path: (string | number)[]): JsonSchema {
  return path.reduce((here: unknown, word) => (here as Record<string | number, unknown>)[word], schema) as JsonSchema
}

test('the committed schema says what the providers say today', async () => {
  const committed = JSON.parse(await readFile('scenarios/scenario.schema.json', 'utf8')) as unknown
  const current = JSON.parse(JSON.stringify(await scenarioJsonSchema(providers, convert))) as unknown

  expect(committed, 'run: node .config/scenario-schema.mjs').toEqual(current)
})

test('an editor offers the actions of each door, with what they do', async () => {
  const schema = await scenarioJsonSchema([card], convert)

  const words = at(schema, 'properties', 'steps', 'items', 'properties')
  expect(at(words, 'customer')).toMatchObject({
    enum: ['waterBoard.shareProperty', 'waterBoard.addMeter'],
    enumDescriptions: ['shares a property with you', 'adds a meter'],
  })
  expect(at(words, 'utility')).toMatchObject({ enum: ['waterBoard.readMeters'] })
})

test('an editor asks of `with` what the chosen action asks', async () => {
  const schema = await scenarioJsonSchema([card], convert)

  expect(at(schema, 'properties', 'steps', 'items', 'allOf', 1)).toEqual({
    if: { type: 'object', properties: { customer: { const: 'waterBoard.addMeter' } }, required: ['customer'] },
    then: {
      required: ['with'],
      properties: {
        with: {
          type: 'object',
          required: ['as', 'property', 'meter'],
          additionalProperties: false,
          properties: {
            as: { type: 'string', minLength: 1, description: 'The name of one account in this story.' },
            property: { type: 'string', minLength: 1, description: 'The name of one property in this story.' },
            meter: { type: 'string', minLength: 1, description: 'Gives a new meter its name.' },
          },
        },
      },
    },
  })
})

test('an editor offers endpoints, refusals, switches and limits by name', async () => {
  const schema = await scenarioJsonSchema([card], convert)

  const fault = at(schema, 'properties', 'faults', 'items', 'properties')
  expect(at(fault, 'on', 'anyOf', 0, 'enum')).toEqual([
    '*',
    'connection.*',
    'meterShare.*',
    'connection.answer',
    'meterShare.answer',
    'meterShare.list',
  ])
  expect(at(fault, 'refusal', 'enum')).toEqual(['throttled'])
  expect(at(schema, 'properties', 'dialect', 'anyOf', 0, 'enum')).toEqual(['plain', 'odd'])
  const switches = at(schema, 'properties', 'dialect', 'anyOf', 1, 'properties', 'waterBoard', 'anyOf', 1, 'properties')
  expect(at(switches, 'noticeOrder')).toEqual({
    enum: ['oldest', 'newest'],
    default: 'oldest',
    description: 'Which notice is first? Source: WB, none.',
  })
  expect(Object.keys(at(schema, 'properties', 'limits', 'properties', 'waterBoard', 'properties'))).toEqual([
    'requests',
  ])
})

test('an editor knows the words of what is given, at any depth', async () => {
  const schema = await scenarioJsonSchema([card], convert)

  const given = at(schema, 'properties', 'given', 'properties', 'waterBoard', 'properties')
  expect(at(given, 'properties', 'additionalProperties', 'properties', 'owner')).toMatchObject({
    description: 'The name of one account in this story.',
  })
})
