import * as v from 'valibot'
import type { Schema } from './action.ts'
import { didYouMean, nearest } from '../ground/nearest.ts'
import { alternativesAt, choices, type Path, type Plain } from './schema-walk.ts'

/** What a schema has against a value, in a sentence for the author, and where. */
export type Complaint = { path: Path; at: 'key' | 'value'; says: string }
/** What came of a check: the value as the schema lets it through, or what is wrong with it. */
export type Checked<Out> = { value: Out; complaints?: never } | { value?: never; complaints: Complaint[] }

type Issue = v.BaseIssue<unknown>

/** Parses a value, or says everything that is wrong with it, with the nearest right word for each misspelt one. */
export function check<Out>(schema: Schema<Out>, value: unknown, base: Path = []): Checked<Out> {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return { value: parsed.output }
  return { complaints: tidy(parsed.issues.flatMap((issue) => complaintsOf(issue, { schema, value, base }))) }
}

/** How a sentence names what it is about: by its word, or by its place in a list. */
function subject(path: Path): string {
  const last = path.at(-1)
  if (typeof last === 'string') return `"${last}"`
  if (last === undefined) return 'This'
  const list = path.at(-2)
  return typeof list === 'string' ? `Item ${last + 1} of "${list}"` : `Item ${last + 1}`
}

type Tagged = Complaint & { unknown?: string; missing?: string; among?: string[] }

/** The value that was parsed, by which schema, and where it stands in the file. */
type Parsed = { schema: Schema; value: unknown; base: Path }

function complaintsOf(issue: Issue, { schema, value, base }: Parsed): Tagged[] {
  const below: Path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
  const path = [...base, ...below]
  const last = issue.path?.at(-1)
  if (issue.kind === 'schema' && last?.origin === 'key') {
    const holder = path.slice(0, -1)
    const holderSays = `${subject(holder)} takes words with values, not a list.`
    if (Array.isArray(last.input)) return [{ path: holder, at: 'value', says: holderSays }]
    const around = alternativesAt(schema, value, below.slice(0, -1))
    return [issue.expected === 'never' ? unknownWord(path, around) : missingWord(path)]
  }
  const may = alternativesAt(schema, value, below)
  if (issue.kind === 'validation')
    return [{ path, at: last?.origin === 'key' ? 'key' : 'value', says: breaksRule(issue, path) }]
  const isUnion = issue.type === 'union'
  const inner = isUnion ? (bestOption(may, issue.input, path) ?? rulesOfEach(may, issue.input, path)) : undefined
  return inner ?? [{ path, at: 'value', says: wrongValue(issue.input, may, path) }]
}

function unknownWord(path: Path, around: readonly Plain[]): Tagged {
  const word = String(path.at(-1))
  const known = around.flatMap(({ entries = {} }) => Object.keys(entries))
  return { path, at: 'key', says: `Unknown word "${word}". ${didYouMean(word, known)}`, unknown: word, among: known }
}

function missingWord(path: Path): Tagged {
  const holder = path.slice(0, -1)
  const where = holder.length === 0 ? '' : ` in ${subject(holder).replace(/^Item/, 'item')}`
  const missing = String(path.at(-1))
  return { path: holder, at: 'key', says: `"${missing}" is missing${where}.`, missing }
}

/** A misspelt word is also a missing one, and a list lacks every word: one sentence is enough. */
function tidy(complaints: Tagged[]): Complaint[] {
  const isExplained = ({ missing, path }: Tagged): boolean =>
    missing !== undefined &&
    complaints.some(
      (other) =>
        other.unknown !== undefined &&
        samePath(other.path.slice(0, -1), path) &&
        nearest(other.unknown, other.among ?? []) === missing,
    )
  const isRepeated = ({ path, says }: Tagged, index: number): boolean =>
    complaints.findIndex((other) => other.says === says && samePath(other.path, path)) < index
  return complaints
    .filter((complaint, index) => !isExplained(complaint) && !isRepeated(complaint, index))
    .map(({ path, at, says }) => ({ path, at, says }))
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at])
}

/** Of several shapes none fits: the complaints of the one that got furthest, or nothing when all fail at once. */
function bestOption(may: Plain[], input: unknown, path: Path): Complaint[] | undefined {
  const inner = may
    .map((option) => check(option as unknown as Schema, input, path).complaints ?? [])
    .filter((complaints) => complaints.every((one) => one.path.length > path.length || one.at === 'key'))
  return inner.filter(({ length }) => length > 0).sort((a, b) => a.length - b.length)[0]
}

/** Where some shapes take such a value but for a rule of theirs, each says what it wants. */
function rulesOfEach(may: Plain[], input: unknown, path: Path): Complaint[] | undefined {
  if (may.some((option) => choices(option).length > 0)) return undefined
  const says = may
    .filter(({ type }) => type === typeof input)
    .flatMap((option) => check(option as unknown as Schema, input, path).complaints ?? [])
    .map((complaint) => complaint.says)
  return says.length === 0 ? undefined : [{ path, at: 'value', says: [...new Set(says)].join(' ') }]
}

function wrongValue(input: unknown, may: Plain[], path: Path): string {
  const words = may.flatMap(choices)
  if (typeof input === 'string' && words.length > 0)
    return `Unknown value "${input}" for ${subject(path)}. ${didYouMean(input, words)}`
  const takes = [...new Set(may.map(takesOf))].join(' or ') || 'something else'
  const isScalar = typeof input === 'number' || typeof input === 'boolean'
  const remedy = isScalar && may.some(({ type }) => type === 'string') ? ' Put it in quotes.' : ''
  return `${subject(path)} takes ${takes}, not ${spelledValue(input)}.${remedy}`
}

function takesOf(plain: Plain): string {
  const words = choices(plain)
  if (words.length > 0) return words.join(', ')
  if (plain.entries !== undefined || plain.type === 'record') return 'words with values'
  const takes: Record<string, string> = {
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    null: 'null',
  }
  return takes[plain.type] ?? plain.type
}

function spelledValue(input: unknown): string {
  if (input === null || input === undefined) return 'nothing'
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'object') return 'words with values'
  return typeof input === 'string' ? `the text "${input}"` : String(input)
}

const rules: Record<string, (requirement: unknown) => string> = {
  min_value: (least) => `must be at least ${String(least)}`,
  max_value: (most) => `must be at most ${String(most)}`,
  min_length: (least) => `must have a length of at least ${String(least)}`,
  max_length: (most) => `must have a length of at most ${String(most)}`,
  integer: () => 'must be a whole number',
  iso_date: () => 'must be a day such as 2026-03-02',
  iso_timestamp: () => 'must be an instant such as 2026-03-02T09:00:00-05:00',
  email: () => 'must be an e-mail address',
  url: () => 'must be an address such as https://example.com/',
}

/** A schema's own message when it has one: a phrase is given its subject, a sentence stands alone. */
function breaksRule({ type, message, requirement, input }: Issue, path: Path): string {
  if (!/^Invalid [\w -]+: (Expected|Received)/.test(message))
    return /^[a-z]/.test(message) ? `${subject(path)} ${message}` : message
  if (type === 'non_empty') return `${subject(path)} is empty.`
  const rule = rules[type]?.(requirement)
  return rule === undefined ? `${subject(path)}: ${message}.` : `${subject(path)} ${rule}, not ${spelledValue(input)}.`
}
