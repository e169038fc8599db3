import * as v from 'valibot'
import type { Cited } from './evidence.ts'
import type { House } from './effect.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a schema's own types are checked where it is written
export type Schema<Out = any> = v.GenericSchema<any, Out>

/** Something a person or the back office does, usable by name from YAML, TypeScript, the command line and the control API. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rooms differ in state and settings; each checks its own
export type Action<State = any, Args = any, Settings = any, Result = any> = Cited & {
  /** One sentence in the actor's voice, shown in help, in `explain` and in the editor. */
  title: string
  args: Schema<Args>
  run: (state: State, args: Args, house: House<Settings>) => Result
}

/** The named actions behind one door of a room. */
export type Actions = Readonly<Record<string, Action>>

/** Declares an action; `args` is its own schema, and the rule gets what the schema let through. */
export function action<State, S extends Schema, Settings, Result>(
  about: Cited & { title: string; args: S },
  run: (state: State, args: v.InferOutput<S>, house: House<Settings>) => Result,
): Action<State, v.InferOutput<S>, Settings, Result> & { args: S } {
  return { ...about, run }
}

/** A field that names something the scenario declared: `as: olive` names an account. */
export const named = (noun: string) => v.pipe(v.string(), v.nonEmpty(), v.metadata({ names: noun }))

/** A field that gives a name to something new. */
export const newName = (noun: string) => v.pipe(v.string(), v.nonEmpty(), v.metadata({ defines: noun }))
