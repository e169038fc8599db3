import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { DataError, reasonOf } from './data-error.ts'
import type { Json } from './json.ts'

/** What the files of a data folder hold at the top. */
export type JsonObject = { [key: string]: Json }

/** Takes what a file holds for what it should hold, or says by `refuse` why it cannot. */
export type Check<Held> = (found: JsonObject, refuse: (why: string) => DataError) => Held

/**
 * A file of indented JSON, through lowdb's adapter: written to a temporary file and renamed, so that it is old or new
 * but never half. The adapter is used as it is, for lowdb's own preset writes nothing when NODE_ENV is "test".
 */
export async function jsonFile<Held extends object>(path: string, check: Check<Held>): Promise<Adapter<Held>> {
  const { DataFile } = await import('lowdb/node')
  const file = new DataFile<Held>(path, {
    parse: (text) => check(parseObject(text, path), (why) => damaged(path, why)),
    stringify: (held) => `${JSON.stringify(held, null, 2)}\n`,
  })
  return {
    read: () => file.read().catch((error: unknown) => fail(error, damaged(path, reasonOf(error)))),
    write: async (held) => {
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await file.write(held)
      } catch (error) {
        fail(error, unwritten(path, error))
      }
    },
  }
}

function parseObject(text: string, path: string): JsonObject {
  const found = parseJson(text, path)
  if (isObject(found)) return found
  throw damaged(path, 'it does not hold a JSON object')
}

function parseJson(text: string, path: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    throw damaged(path, `it is not valid JSON (${reasonOf(error)})`)
  }
}

/** Whether a value is an object, and neither a list nor null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function damaged(path: string, why: string): DataError {
  const remedy = 'Move it away to start afresh, or put a good copy, such as a snapshot, in its place.'
  return new DataError(`Could not read ${path}: ${why}. It was left as it is. ${remedy}`)
}

function unwritten(path: string, error: unknown): DataError {
  return new DataError(`Could not write ${path}: ${reasonOf(error)}. Make room or mend the folder, then go on.`)
}

function fail(error: unknown, told: DataError): never {
  throw error instanceof DataError ? error : told
}
