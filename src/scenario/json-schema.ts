import type { Actions, Schema } from '../contract/action.ts'
import { faultSchema } from '../contract/fault.ts'
import { camelCase, type Card, type Room } from '../contract/provider.ts'
import { limitSetting, scenarioFile, stepSchemas, stepWords } from './schema.ts'

/** As much of JSON Schema (draft 7) as editors need. */
export type JsonSchema = { [word: string]: unknown; properties?: Record<string, JsonSchema> }

/** Spells one of our schemas as JSON Schema. Handed in: the library that does it is there only during development. */
export type Convert = (schema: Schema) => object

type Player = { provider: string; title: string; room: Room }

/** The schema by which editors complete and check scenario files, made from what the providers say of themselves. */
export async function scenarioJsonSchema(cards: readonly Card[], convert: Convert): Promise<JsonSchema> {
  const players = await Promise.all(cards.map(playerOf))
  const spell = (schema: Schema): JsonSchema => told(convert(schema)) as JsonSchema
  const { $schema, properties, ...file } = spell(scenarioFile)
  const own = properties ?? {}
  const fault = faultSchemaFor(players, spell)
  return {
    $schema,
    title: 'A Wattproof scenario',
    ...file,
    properties: {
      ...own,
      given: { ...own['given'], minProperties: 1, ...byProvider(players, ({ room }) => inner(spell(room.given))) },
      dialect: { ...described(own['dialect']), anyOf: dialectSchemas(players) },
      limits: { ...described(own['limits']), ...byProvider(players, (player) => limitsSchema(player, spell)) },
      faults: { ...own['faults'], items: fault },
      steps: { ...own['steps'], items: stepSchema(players, fault, spell) },
    },
  }
}

async function playerOf({ id, title, open }: Card): Promise<Player> {
  return { provider: camelCase(id), title, room: (await open()).room }
}

function byProvider(players: readonly Player[], schemaOf: (player: Player) => JsonSchema): JsonSchema {
  const properties = Object.fromEntries(
    players.map((player) => [player.provider, { description: player.title, ...schemaOf(player) }]),
  )
  return { type: 'object', properties, additionalProperties: false }
}

function dialectSchemas(players: readonly Player[]): JsonSchema[] {
  const presets = [...new Set(players.flatMap(({ room }) => Object.keys(room.dialect.presets)))]
  const only = { enum: presets, description: 'A preset of the only provider that is given.' }
  return [only, byProvider(players, ({ room }) => ({ anyOf: switchSchemas(room) }))]
}

function switchSchemas({ dialect: { presets, switches: known } }: Room): JsonSchema[] {
  const preset = { enum: Object.keys(presets), description: 'A named set of answers.' }
  const switches = Object.fromEntries(
    Object.entries(known).map(([name, { question, values, default: usual, source }]) => [
      name,
      { enum: values, default: usual, description: `${question} Source: ${source}.` },
    ]),
  )
  const nested = { type: 'object', properties: switches, additionalProperties: false }
  return [
    preset,
    { type: 'object', properties: { preset, switches: nested, ...switches }, additionalProperties: false },
  ]
}

function limitsSchema({ room }: Player, spell: (schema: Schema) => JsonSchema): JsonSchema {
  const setting = inner(spell(limitSetting))
  const limits = Object.entries(room.access.limits).map(([name, { allowance, window, mode, source }]) => {
    const description = `${allowance} calls in ${window}; ${mode} when nothing is said. Source: ${source}.`
    return [name, { ...setting, description }] as const
  })
  return { type: 'object', properties: Object.fromEntries(limits), additionalProperties: false }
}

function faultSchemaFor(players: readonly Player[], spell: (schema: Schema) => JsonSchema): JsonSchema {
  const { properties = {}, ...fault } = inner(spell(faultSchema))
  const refusals = players.flatMap(({ room }) => Object.keys(room.refusals).filter((name) => room.refusalNamed(name)))
  const on = { ...described(properties['on']), ...endpointName(players) }
  const provider = { ...properties['provider'], enum: players.map((player) => player.provider) }
  const refusal = { ...properties['refusal'], enum: unique(refusals).sort() }
  return { ...fault, properties: { ...properties, on, provider, refusal } }
}

/** Endpoints are offered by name and by noun; another pattern may stand there too. */
function endpointName(players: readonly Player[]): JsonSchema {
  const names = unique(players.flatMap(({ room }) => room.endpoints.map(({ name }) => name))).sort()
  const nouns = unique(names.map((name) => name.replace(/\.[^.]*$/, '.*')))
  return { anyOf: [{ enum: ['*', ...nouns, ...names] }, { type: 'string', pattern: '\\*' }] }
}

function stepSchema(players: readonly Player[], fault: JsonSchema, spell: (schema: Schema) => JsonSchema): JsonSchema {
  const acts = players.flatMap((player) => [...actsBehind('customer', player), ...actsBehind('utility', player)])
  const parts = stepWords.map((word) => [word, inner(spell(stepSchemas[word]))] as const)
  const words: Record<string, JsonSchema> = Object.assign({}, ...parts.map(([, { properties }]) => properties))
  for (const [word, part] of parts) words[word] = { ...described(part), ...words[word] }
  const doing = (door: Act['door']) => ({
    ...described(words[door]),
    ...enumOf(acts.filter((act) => act.door === door)),
  })
  return {
    type: 'object',
    properties: {
      ...words,
      customer: doing('customer'),
      utility: doing('utility'),
      fault: { ...fault, ...described(words['fault']) },
      until: untilSchema(words['until'] ?? {}, players, acts),
      with: { ...words['with'], type: 'object' },
    },
    additionalProperties: false,
    oneOf: stepWords.map((word) => ({ required: [word] })),
    dependencies: {
      within: ['until'],
      with: { anyOf: ['customer', 'utility', 'client'].map((word) => ({ required: [word] })) },
    },
    allOf: acts.map(({ door, word, args }) => ({
      if: { type: 'object', properties: { [door]: { const: word } }, required: [door] },
      then: withArgs(inner(spell(args))),
    })),
  }
}

function untilSchema(until: JsonSchema, players: readonly Player[], acts: readonly Act[]): JsonSchema {
  const { call, step, provider, ...more } = until.properties ?? {}
  const properties = {
    call: { ...described(call), ...endpointName(players) },
    step: { ...described(step), ...enumOf(acts) },
    provider: { ...provider, enum: players.map((player) => player.provider) },
    ...more,
  }
  return { ...until, properties, oneOf: ['call', 'step', 'notice'].map((word) => ({ required: [word] })) }
}

type Act = { door: 'customer' | 'utility'; word: string; title: string; args: Schema }

function actsBehind(door: Act['door'], { provider, room }: Player): Act[] {
  return Object.entries(room[door] satisfies Actions).map(([name, { title, args }]) => ({
    door,
    word: `${provider}.${name}`,
    title,
    args,
  }))
}

function enumOf(acts: readonly Act[]): JsonSchema {
  return { enum: acts.map(({ word }) => word), enumDescriptions: acts.map(({ title }) => title) }
}

function withArgs(args: JsonSchema): JsonSchema {
  const isNeeded = Array.isArray(args['required']) && args['required'].length > 0
  return { properties: { with: args }, ...(isNeeded ? { required: ['with'] } : {}) }
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}

function described(schema: JsonSchema = {}): JsonSchema {
  return schema['description'] === undefined ? {} : { description: schema['description'] }
}

/** A schema that stands inside another. */
function inner({ $schema: _, ...schema }: JsonSchema): JsonSchema {
  if (schema['$defs'] !== undefined)
    throw new Error('A schema in a room refers to itself: scenarios have no words for that.')
  return schema
}

const marks: Record<string, (noun: string) => string> = {
  names: (noun) => `The name of one ${noun} in this story.`,
  defines: (noun) => `Gives a new ${noun} its name.`,
}

/** Says in words what our marks on a field mean, where the field says nothing itself. */
function told(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(told)
  if (typeof schema !== 'object' || schema === null) return schema
  const spelled = Object.fromEntries(Object.entries(schema).map(([word, value]) => [word, told(value)]))
  for (const [mark, says] of Object.entries(marks)) {
    if (typeof spelled[mark] !== 'string') continue
    spelled['description'] ??= says(spelled[mark])
    delete spelled[mark]
  }
  return spelled
}
