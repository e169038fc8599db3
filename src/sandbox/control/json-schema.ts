import type { Schema } from '../../contract/action.ts'

/** A schema as others read it: help on the command line, the console, the OpenAPI document. */
export type JsonSchema = { readonly [word: string]: unknown }

/** Describes what a schema takes. The library that knows how is loaded only when somebody asks. */
export async function jsonSchemaOf(schema: Schema): Promise<JsonSchema> {
  const { toJsonSchema } = await import('@valibot/to-json-schema')
  // Rules that JSON Schema cannot say are judged by the schema itself when the time comes.
  const { $schema: _, ...described } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
  })
  return described
}
