import { settingsOf, type Dialect } from '../../contract/dialect.ts'
import { UnknownWord } from '../../ground/nearest.ts'
import type { Patch, Store } from '../../ground/store/index.ts'
import type { OpenRoom } from '../exchange.ts'
import type { WorldState } from './state.ts'

/** Switches to be set, after the preset where one is named. */
export type DialectChange = { preset?: string; switches?: Readonly<Record<string, string>> }

/** The switches in force for each room: worked out once, and again when they change. */
export class Dialects {
  readonly #store: Store<WorldState>
  readonly #settings = new Map<string, Readonly<Record<string, string>>>()

  constructor(store: Store<WorldState>) {
    this.#store = store
  }

  of({ provider, room }: OpenRoom): Readonly<Record<string, string>> {
    const known = this.#settings.get(provider)
    if (known) return known
    const chosen = this.#store.read(({ dialect }) => dialect[provider])
    const settings = { ...settingsOf(room.dialect, chosen?.preset), ...chosen?.switches }
    this.#settings.set(provider, settings)
    return settings
  }

  /** Takes a preset, or sets single switches; refuses words the room does not have. */
  set({ provider, room }: OpenRoom, { preset, switches = {} }: DialectChange): Patch[] {
    checkWords(room.dialect, preset, switches)
    const { patches } = this.#store.change(({ dialect }) => {
      const kept = preset === undefined ? dialect[provider] : { preset, switches: {} }
      dialect[provider] = { ...kept, switches: { ...kept?.switches, ...switches } }
    })
    this.#settings.delete(provider)
    return patches
  }

  forget(): void {
    this.#settings.clear()
  }
}

function checkWords(
  { presets, switches }: Dialect,
  preset: string | undefined,
  changes: Readonly<Record<string, string>>,
) {
  if (preset !== undefined && !(preset in presets)) {
    throw new UnknownWord(`There is no preset "${preset}".`, preset, Object.keys(presets))
  }
  for (const [name, value] of Object.entries(changes)) {
    const known = switches[name]
    if (known === undefined) throw new UnknownWord(`There is no switch "${name}".`, name, Object.keys(switches))
    if (!known.values.includes(value)) {
      throw new RangeError(`Switch ${name} has no value "${value}": choose one of ${known.values.join(', ')}.`)
    }
  }
}
