import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { packageRoot } from '../../../src/index.ts'
import type { List } from './case.ts'

/** What a case asks, by the names that the request has for it. */
export type Words = Readonly<Record<string, unknown>>

/** The story of a list, which asks its cases one after the other. */
export const storyOf = {
  '22.1': 'enedis/sge/homologation-22-1',
  '26.1': 'enedis/sge/homologation-26-1',
} as const satisfies Record<List, string>

export function listOf(scenario: string): List | undefined {
  return (Object.keys(storyOf) as List[]).find((list) => storyOf[list] === scenario)
}

const known = new Map<List, ReadonlyMap<string, Words>>()

/** What each case of a list asks, in the words of its story. */
export function askedIn(list: List): ReadonlyMap<string, Words> {
  const asked = known.get(list) ?? read(storyOf[list])
  known.set(list, asked)
  return asked
}

function read(scenario: string): ReadonlyMap<string, Words> {
  const { steps } = parse(readFileSync(join(packageRoot(), 'scenarios', `${scenario}.yaml`), 'utf8')) as Story
  return new Map(steps.flatMap(({ client, with: words }) => (client === 'case' && words ? [wordsOf(words)] : [])))
}

type Story = { steps: { client?: string; with?: Words }[] }

/** The words of a case by its id; which case it is, and of which service, is no part of a request. */
export function wordsOf({ case: id, service: _, ...words }: Words): [id: string, words: Words] {
  return [String(id), words]
}
