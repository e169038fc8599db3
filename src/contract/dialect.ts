import type { Cited } from './evidence.ts'

/** A question on which sources contradict each other: the answers we can play, and the one we play by default. */
export type Switch = Cited & { id: string; question: string; values: readonly [string, ...string[]]; default: string }

/** A room's switches and its named sets of answers. */
export type Dialect = {
  switches: Readonly<Record<string, Switch>>
  presets: Readonly<Record<string, Readonly<Record<string, string>>>>
  defaultPreset: string
}

/** The answer in force for every switch. */
export type Settings<D extends Dialect> = {
  readonly [Name in keyof D['switches']]: D['switches'][Name]['values'][number]
}

/** Holds a dialect to its own promises: defaults and presets name values that exist. */
export function defineDialect<const D extends Dialect>(dialect: D): D {
  for (const [name, { values, default: byDefault }] of Object.entries(dialect.switches)) {
    if (!values.includes(byDefault))
      throw new Error(`Switch ${name}: the default "${byDefault}" is none of its values.`)
  }
  for (const [preset, settings] of Object.entries(dialect.presets)) {
    for (const [name, value] of Object.entries(settings)) {
      if (!dialect.switches[name]?.values.includes(value))
        throw new Error(`Preset ${preset}: no switch ${name}=${value}.`)
    }
  }
  return dialect
}

/** The settings of a preset: its own answers over the defaults. */
export function settingsOf(dialect: Dialect, preset: string = dialect.defaultPreset): Record<string, string> {
  const settings: Record<string, string> = {}
  for (const [name, { default: byDefault }] of Object.entries(dialect.switches)) settings[name] = byDefault
  return Object.assign(settings, dialect.presets[preset])
}
