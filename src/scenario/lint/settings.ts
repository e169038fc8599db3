import { faultMeans, faultSchema, strikesNotices, type FaultSpec } from '../../contract/fault.ts'
import type { LimitSetting } from '../../contract/limit.ts'
import type { Card } from '../../contract/provider.ts'
import { didYouMean } from '../../ground/nearest.ts'
import type { DialectSetting } from '../scenario.ts'
import { limitSetting } from '../schema.ts'
import type { Path } from '../yaml.ts'
import { notGiven, type Cast, type Player } from './cast.ts'
import type { Report } from './report.ts'

type Stage = { cast: Cast; cards: readonly Card[]; report: Report }

/** The switches of each provider: a preset's name for the only one, or `{ preset, switches }` by provider. */
export function readDialect(dialect: unknown, { cast, cards, report }: Stage): Record<string, DialectSetting> {
  const settings: Record<string, DialectSetting> = {}
  if (typeof dialect === 'string') {
    const [only, ...more] = cast.values()
    if (only !== undefined && more.length === 0)
      settings[only.provider] = readSwitches(dialect, only, ['dialect'], report)
    else if (only !== undefined)
      report.complain(['dialect'], `Several providers are given. Say whose: { ${only.provider}: ${dialect} }.`)
    return settings
  }
  for (const [provider, setting] of entriesOf(dialect)) {
    const player = cast.get(provider)
    if (player !== undefined) settings[provider] = readSwitches(setting, player, ['dialect', provider], report)
    else report.complain(['dialect', provider], notGiven(provider, cast, cards) ?? '', 'key')
  }
  return settings
}

function readSwitches(setting: unknown, { provider, room }: Player, path: Path, report: Report): DialectSetting {
  const { presets, switches: known } = room.dialect
  const read: DialectSetting = { switches: {} }
  const readPreset = (preset: unknown, at: Path): void => {
    if (typeof preset === 'string' && Object.hasOwn(presets, preset)) read.preset = preset
    else
      report.complain(
        at,
        `${provider} has no preset "${String(preset)}". ${didYouMean(String(preset), Object.keys(presets))}`,
      )
  }
  if (typeof setting !== 'object' || setting === null) {
    readPreset(setting, path)
    return read
  }
  for (const [word, value, at] of flattened(setting, path)) {
    if (word === 'preset') {
      readPreset(value, at)
      continue
    }
    const found = Object.hasOwn(known, word) ? known[word] : undefined
    const words = [...Object.keys(known), ...(at.at(-2) === 'switches' ? [] : ['preset', 'switches'])]
    if (found === undefined)
      report.complain(at, `${provider} has no switch "${word}". ${didYouMean(word, words)}`, 'key')
    else if (typeof value === 'string' && found.values.includes(value)) read.switches[word] = value
    else
      report.complain(at, `Switch ${word} has no value "${String(value)}": choose one of ${found.values.join(', ')}.`)
  }
  return read
}

/** Switches stand under `switches:` or beside `preset:`, as the author likes. */
function flattened(setting: object, path: Path): [string, unknown, Path][] {
  return Object.entries(setting).flatMap(([word, value]: [string, unknown]): [string, unknown, Path][] =>
    word === 'switches' && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([name, to]): [string, unknown, Path] => [name, to, [...path, word, name]])
      : [[word, value, [...path, word]]],
  )
}

/** What a scenario changes of each provider's limits; a mode alone may stand for the whole setting. */
export function readLimits(
  limits: unknown,
  { cast, cards, report }: Stage,
): Record<string, Record<string, LimitSetting>> {
  const settings: Record<string, Record<string, LimitSetting>> = {}
  for (const [provider, byName] of entriesOf(limits)) {
    const player = cast.get(provider)
    if (player === undefined) {
      report.complain(['limits', provider], notGiven(provider, cast, cards) ?? '', 'key')
      continue
    }
    const known = Object.keys(player.room.access.limits)
    for (const [name, setting] of entriesOf(byName)) {
      const path = ['limits', provider, name]
      if (!known.includes(name))
        report.complain(path, `${provider} has no limit "${name}". ${didYouMean(name, known)}`, 'key')
      const taken = report.take(limitSetting, setting, path)
      if (taken === undefined) continue
      const read = typeof taken === 'string' ? { mode: taken } : taken
      settings[provider] = { ...settings[provider], [name]: read as LimitSetting }
    }
  }
  return settings
}

/** A fault, with the provider it means filled in when there is only one. */
export function readFault(fault: unknown, path: Path, { cast, cards, report }: Stage): FaultSpec | undefined {
  const taken = report.take<FaultSpec>(faultSchema, fault, path)
  if (taken === undefined || cast.size === 0) return undefined
  const [only, ...more] = cast.keys()
  const provider = taken.provider ?? (more.length === 0 ? only : undefined)
  if (provider === undefined) {
    if (taken.on === '*' && taken.refusal === undefined) return taken
    report.complain(
      path,
      `Several providers are given. Say whose with "provider", one of ${[...cast.keys()].join(', ')}.`,
    )
    return undefined
  }
  const player = cast.get(provider)
  if (player === undefined) {
    report.complain([...path, 'provider'], notGiven(provider, cast, cards) ?? '')
    return undefined
  }
  if (strikesNotices(taken.kind)) checkNotice(taken.on, [...path, 'on'], [player], report)
  else checkEndpoint(taken.on, [...path, 'on'], [player], report)
  if (taken.refusal !== undefined) checkRefusal(taken.refusal, [...path, 'refusal'], player, report)
  return { ...taken, provider }
}

/** An endpoint's name, or a pattern that means at least one. */
export function checkEndpoint(on: string, path: Path, players: readonly Player[], report: Report): void {
  const names = players.flatMap(({ room }) => room.endpoints.map(({ name }) => name))
  if (names.some((name) => faultMeans({ on }, name))) return
  const hint = didYouMean(on, [...new Set([...names, ...names.map((name) => name.replace(/\.[^.]*$/, '.*'))])])
  report.complain(path, `No endpoint is named "${on}". ${hint}`)
}

/** A kind of notice that somebody sends, or a pattern that means at least one. */
export function checkNotice(on: string, path: Path, players: readonly Player[], report: Report): void {
  const names = players.flatMap(({ room }) => Object.keys(room.notices ?? {}))
  if (names.some((name) => faultMeans({ on }, name))) return
  report.complain(
    path,
    names.length === 0 ? 'No notices are sent here.' : `No notice is named "${on}". ${didYouMean(on, names)}`,
  )
}

function checkRefusal(refusal: string, path: Path, { provider, room }: Player, report: Report): void {
  if (room.refusalNamed(refusal) !== undefined) return
  report.complain(path, `${provider} has no refusal "${refusal}". ${didYouMean(refusal, Object.keys(room.refusals))}`)
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
