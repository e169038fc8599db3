import { dirname, relative, resolve, sep } from 'node:path'
import type { FaultSpec } from '../../contract/fault.ts'
import type { Card } from '../../contract/provider.ts'
import { instantMs, isoInstant } from '../../ground/clock.ts'
import type { Problem, Scenario } from '../scenario.ts'
import { scenarioFile } from '../schema.ts'
import { packageRoot } from '../root.ts'
import { readYaml, type Page } from '../yaml.ts'
import { judgeGiven, readCast } from './cast.ts'
import { Report } from './report.ts'
import { readDialect, readFault, readLimits } from './settings.ts'
import { readSteps } from './steps.ts'

/** What a text is judged against. */
export type LintOptions = {
  /** The providers there are. */
  cards: readonly Card[]
  /** The folder that holds `scenarios/`; the package's own when left out. */
  root?: string
  /** False for text that has no file: its name and its header are then nobody's business. */
  isFile?: boolean
}

/** A scenario when nothing is wrong with it; otherwise everything that is. Warnings stop nothing. */
export type Linted = { scenario?: Scenario; errors: Problem[]; warnings: Problem[] }

/** Reads a scenario's text: its words, its names, and the rules of the providers it plays with. */
export async function lintText(
  text: string,
  file: string,
  { cards, root = packageRoot(), isFile = true }: LintOptions,
): Promise<Linted> {
  const page = readYaml(text, file)
  if (page.problems.length > 0) return { errors: page.problems, warnings: [] }
  const report = new Report(page)
  const raw = (page.value ?? {}) as Partial<Record<keyof Scenario, unknown>>
  const shape = report.take(scenarioFile, raw, [])
  const start = startOf(raw.clock)
  const zone = shape?.clock.zone ?? 'UTC'

  const cast = await readCast(raw.given, cards, report)
  if (start !== undefined) judgeGiven(cast, start, report)
  const stage = { cast, cards, report, start, zone }
  const dialect = readDialect(raw.dialect, stage)
  const limits = readLimits(raw.limits, stage)
  const faults = listOf(raw.faults).map((fault, index) => readFault(fault, ['faults', index], stage))
  const steps = readSteps(raw.steps, stage)
  if (isFile) checkFile(page, { id: raw.id, root, report })
  const { length } = listOf(raw.steps)
  if (length > 10 && !isList(steps))
    report.warn(['steps', 10], `${length} steps: a story of more than ten is hard to follow. Tell two.`)

  const { errors, warnings } = report
  if (errors.length > 0 || shape === undefined || start === undefined) return { errors, warnings }
  const { id, title, source, given } = shape
  const armed = faults.filter((fault): fault is FaultSpec => fault !== undefined)
  const seed = String(shape.seed ?? id)
  const clock = { start, zone }
  const scenario: Scenario = { id, title, source, clock, seed, given, dialect, limits, faults: armed, steps, file }
  return { scenario, errors, warnings }
}

function startOf(clock: unknown): string | undefined {
  try {
    return isoInstant(instantMs(String((clock as { start?: unknown } | undefined)?.start)))
  } catch {
    return undefined
  }
}

/** A file below `scenarios/` is found by its id, so the two must agree; any file may tell editors its schema. */
function checkFile({ file, text }: Page, { id, root, report }: { id: unknown; root: string; report: Report }): void {
  const scenarios = resolve(root, 'scenarios')
  const expected = slashed(relative(scenarios, resolve(file))).replace(/\.yaml$/, '')
  if (!expected.startsWith('..') && typeof id === 'string' && id !== expected)
    report.complain(['id'], `The id "${id}" is not the file's name. Write "${expected}", or move the file.`)
  if (/^# yaml-language-server: \$schema=\S+/m.test(text)) return
  const schema = slashed(relative(dirname(resolve(file)), resolve(scenarios, 'scenario.schema.json')))
  report.warn([], `Editors complete and check this file if it begins with "# yaml-language-server: $schema=${schema}".`)
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}

/** Where the client alone acts, nothing happens that a reader must follow: it is a list of what clients are asked. */
const isList = (steps: Scenario['steps']) => steps.every(({ kind }) => kind === 'client')

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
