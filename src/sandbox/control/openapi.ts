import type { Schema } from '../../contract/action.ts'
import { jsonSchemaOf, type JsonSchema } from './json-schema.ts'
import { controlBase, type Control, type Route } from './route.ts'

/** The control API described in OpenAPI 3.1, made from the table of its routes. */
export async function openApi(routes: readonly Route[], { version, address }: Control): Promise<object> {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = controlBase + route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: await operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Wattproof control API', version, description: about },
    servers: [{ url: address() }],
    security: [{}, { token: [] }],
    paths,
    components: {
      schemas: { Error: errorSchema },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Needed only where the sandbox listens beyond loopback.',
        },
      },
    },
  }
}

const about =
  'Plays the customer and the back office, moves time, reads the journal and the state of a running sandbox. Every error is `{ "error": { "says": … } }`.'

const errorSchema: JsonSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['says'],
      properties: {
        says: { type: 'string', description: 'What failed, why, and what to do.' },
        nearest: { type: 'string', description: 'The word that was probably meant.' },
      },
    },
  },
}

async function operation(route: Route): Promise<object> {
  const { name, summary, answers, media, status, body, query } = route
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary,
    parameters: [...pathParameters(route), ...(query ? await queryParameters(query) : [])],
    ...(body && { requestBody: { content: { 'application/json': { schema: await jsonSchemaOf(body) } } } }),
    responses: {
      [status]: { description: answers, content: { [media]: {} } },
      default: {
        description: 'Not done, and why.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  }
}

function pathParameters({ path }: Route): object[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
}

async function queryParameters(query: Schema): Promise<object[]> {
  const { properties = {}, required = [] } = (await jsonSchemaOf(query)) as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }))
}
