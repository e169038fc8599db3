import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { didYouMean } from '../ground/nearest.ts'
import type { Linted, LintOptions } from './lint/index.ts'
import { findPrepared, keepPrepared } from './prepared.ts'
import { packageRoot } from './root.ts'
import { ScenarioError, type Scenario } from './scenario.ts'

/** A shipped scenario as a list shows it. */
export type ScenarioEntry = { id: string; title: string; file: string }

/** Reads a scenario by its id (below `scenarios/`) or its path (`./my.yaml`); throws everything that is wrong with it. */
export async function loadScenario(idOrPath: string, options: LintOptions): Promise<Scenario> {
  return sound(await lintScenario(idOrPath, options))
}

/** The same for the package's own providers, whose shipped stories a build has read already. */
export async function loadShipped(idOrPath: string, options: LintOptions): Promise<Scenario> {
  if (isPath(idOrPath)) return loadScenario(idOrPath, options)
  const file = await fileOf(idOrPath, packageRoot())
  const text = await readText(file)
  return (await findPrepared({ id: idOrPath, text }, { file })) ?? sound(await lint(text, file, options))
}

/** Reads the shipped stories in advance, for a build. One that is not sound is left to whoever plays it. */
export async function prepareShipped(options: LintOptions): Promise<void> {
  for (const id of await idsBelow(packageRoot())) {
    const file = fileFor(id, packageRoot())
    const text = await readText(file)
    const { scenario } = await lint(text, file, options)
    if (scenario !== undefined) await keepPrepared({ id, text }, scenario)
  }
}

/** Reads a scenario from text that is in no file, such as a body of the control API. */
export async function parseScenario(text: string, options: LintOptions & { name?: string }): Promise<Scenario> {
  return sound(await lint(text, options.name ?? 'scenario', { ...options, isFile: false }))
}

/** The same as `loadScenario`, but tells what is wrong instead of throwing it; only a missing file throws. */
export async function lintScenario(idOrPath: string, options: LintOptions): Promise<Linted> {
  const file = isPath(idOrPath) ? idOrPath : await fileOf(idOrPath, options.root ?? packageRoot())
  return lint(await readText(file), file, options)
}

/** The scenarios there are, by id. Titles are read as they stand: a list does not judge. */
export async function listScenarios(root = packageRoot()): Promise<ScenarioEntry[]> {
  const [ids, { readYaml }] = await Promise.all([idsBelow(root), import('./yaml.ts')])
  return Promise.all(
    ids.map(async (id) => {
      const file = fileFor(id, root)
      const { title } = (readYaml(await readText(file), file).value ?? {}) as { title?: unknown }
      return { id, title: typeof title === 'string' ? title : '', file }
    }),
  )
}

/** What judges a story loads only for those that nobody has judged yet. */
async function lint(text: string, file: string, options: LintOptions): Promise<Linted> {
  const { lintText } = await import('./lint/index.ts')
  return lintText(text, file, options)
}

function sound({ scenario, errors: [first, ...more] }: Linted): Scenario {
  if (scenario !== undefined) return scenario
  throw new ScenarioError(first?.place, first?.says ?? 'This is no scenario.', more)
}

/** A path says so by its ending or its beginning; anything else is an id. */
function isPath(idOrPath: string): boolean {
  return /\.ya?ml$/.test(idOrPath) || /^(\.{0,2}[\\/]|[A-Za-z]:)/.test(idOrPath)
}

async function fileOf(id: string, root: string): Promise<string> {
  const ids = await idsBelow(root)
  if (ids.includes(id)) return fileFor(id, root)
  throw new ScenarioError(
    undefined,
    `Unknown scenario "${id}". ${meant(id, ids)} Your own file is named by a path: ./my.yaml.`,
  )
}

/** The nearest whole id; or, for a last word alone, the id that ends with it. */
function meant(id: string, ids: readonly string[]): string {
  const sameEnd = ids.filter((known) => known.endsWith(`/${id}`))
  return sameEnd.length === 1 ? `Did you mean "${sameEnd[0]}"?` : didYouMean(id, ids)
}

function fileFor(id: string, root: string): string {
  const file = join(root, 'scenarios', `${id}.yaml`)
  const fromHere = relative('.', file)
  return fromHere.startsWith('..') ? resolve(file) : fromHere
}

async function idsBelow(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'scenarios'), { recursive: true })
  return entries
    .filter((name) => name.endsWith('.yaml'))
    .map((name) =>
      name
        .split(sep)
        .join('/')
        .replace(/\.yaml$/, ''),
    )
    .sort()
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code)
    throw new ScenarioError(
      undefined,
      `${file} could not be read: ${why}. Name a scenario file or the id of a shipped one.`,
    )
  }
}
