import { camelCase, type Card, type Known, type Room } from '../../contract/provider.ts'
import { Ids } from '../../ground/ids.ts'
import { didYouMean, nearest } from '../../ground/nearest.ts'
import { namesIn, type NameUse } from '../names.ts'
import type { Path } from '../yaml.ts'
import type { Report } from './report.ts'

/** A provider that plays in a scenario: its room, what is given there, and who has a name by now. */
export type Player = {
  provider: string
  room: Room
  /** The given part with its defaults; nothing when it has mistakes, and then names cannot be judged. */
  given: { value: unknown } | undefined
  names: NameBook
}
/** Everyone who plays, by provider in camelCase. */
export type Cast = ReadonlyMap<string, Player>

/** Opens the rooms of the providers that are given, and reads what is given to each. */
export async function readCast(given: unknown, cards: readonly Card[], report: Report): Promise<Cast> {
  const cast = new Map<string, Player>()
  if (typeof given !== 'object' || given === null) return cast
  const known = new Map(cards.map((card) => [camelCase(card.id), card]))
  if (Object.keys(given).length === 0)
    report.complain(['given'], `"given" names no provider. Known: ${[...known.keys()].join(', ')}.`)
  for (const [word, part] of Object.entries(given)) {
    if (!known.has(word)) report.complain(['given', word], unknownProvider(word, cards), 'key')
    // A misspelt provider is read as the one that was meant, so that the rest of the file is judged too.
    const provider = known.has(word) ? word : (nearest(word, known.keys()) ?? '')
    const card = known.get(provider)
    if (card === undefined || cast.has(provider)) continue
    const { room } = await card.open()
    cast.set(provider, readPlayer({ provider, room, part: part ?? {}, path: ['given', word] }, report))
  }
  return cast
}

type Part = { provider: string; room: Room; part: unknown; path: Path }

function readPlayer({ provider, room, part, path }: Part, report: Report): Player {
  const before = report.errors.length
  const value = report.take<unknown>(room.given, part, path)
  if (report.errors.length > before) return { provider, room, given: undefined, names: new NameBook({}) }
  const names = new NameBook(room.known(value))
  for (const use of namesIn(room.given, part, path))
    if (use.does === 'names' && !names.has(use)) report.complain(use.path, names.unknown(use), use.at)
  return { provider, room, given: { value }, names }
}

/** Has each room say what of its given part cannot be, or is unusual. */
export function judgeGiven(cast: Cast, start: string, report: Report): void {
  for (const { provider, room, given } of cast.values()) {
    const about = { now: start, ids: new Ids('lint', {}) }
    for (const { path, says, isUnusual } of (given && room.checkGiven?.(given.value, about)) ?? [])
      report[isUnusual ? 'warn' : 'complain'](['given', provider, ...path], says)
  }
}

/** What to say of a provider nobody knows. */
function unknownProvider(provider: string, cards: readonly Card[]): string {
  const known = cards.map(({ id }) => camelCase(id))
  return `Unknown provider "${provider}". ${didYouMean(provider, known)}`
}

/** What to say of a provider that plays no part, or nothing when it does. */
export function notGiven(provider: string, cast: Cast, cards: readonly Card[]): string | undefined {
  if (cast.has(provider)) return undefined
  if (!cards.some(({ id }) => camelCase(id) === provider)) return unknownProvider(provider, cards)
  return `${provider} plays no part in this story. Write "${provider}: {}" under "given".`
}

/** A name that was given to something, and to what kind of thing. */
export type Named = Pick<NameUse, 'noun' | 'name'>

/** The names a step gives, alone and with what they may belong to: `roof`, and `tower.roof` when it names `tower`. */
export function namesMade(uses: readonly NameUse[]): Named[] {
  const named = uses.filter(({ does }) => does === 'names')
  return uses
    .filter(({ does }) => does === 'defines')
    .flatMap(({ noun, name }) =>
      [name, ...named.map((holder) => `${holder.name}.${name}`)].map((made) => ({ noun, name: made })),
    )
}

/** Who has a name at a point of the story, by noun. Names made by steps are known from the next step on. */
export class NameBook {
  readonly #names = new Map<string, Set<string>>()
  readonly #made = new Set<string>()

  constructor(known: Known) {
    for (const [noun, names] of Object.entries(known)) this.#names.set(noun, new Set(names))
  }

  has({ noun, name }: Named): boolean {
    return this.#names.get(noun)?.has(name) ?? false
  }

  /** Whether a step gave the name: what the room knows of it then is decided in play. */
  isMade({ noun, name }: Named): boolean {
    return this.#made.has(`${noun}/${name}`)
  }

  make({ noun, name }: Named): void {
    this.#names.set(noun, (this.#names.get(noun) ?? new Set()).add(name))
    this.#made.add(`${noun}/${name}`)
  }

  unknown({ noun, name }: Named): string {
    const known = [...(this.#names.get(noun) ?? [])]
    const hint = known.length === 0 ? `The scenario names no ${noun}.` : didYouMean(name, known)
    return `No ${noun} is named "${name}". ${hint}`
  }
}
