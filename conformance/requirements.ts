import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import { packageRoot } from '../src/index.ts'

const requirement = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-Z]+-[A-Z]+-\d+$/)),
  says: v.pipe(v.string(), v.nonEmpty()),
  source: v.pipe(v.string(), v.nonEmpty()),
  basis: v.picklist(['observed', 'documented', 'inferred']),
  level: v.picklist(['must', 'should']),
  /** Why no check tries it. */
  unchecked: v.optional(v.pipe(v.string(), v.nonEmpty())),
})

/** Something a client has to do, numbered, with its source. */
export type Requirement = v.InferOutput<typeof requirement>

/** Reads a provider's requirements, by id. */
export async function readRequirements(provider: string): Promise<ReadonlyMap<string, Requirement>> {
  const file = join(packageRoot(), 'conformance', 'requirements', `${provider}.yaml`)
  const list = v.parse(v.array(requirement), parse(await readFile(file, 'utf8')))
  const byId = new Map(list.map((one) => [one.id, one]))
  if (byId.size !== list.length) throw new Error(`${file} numbers two requirements alike.`)
  return byId
}
