import { camelCase, type Card } from '../../contract/provider.ts'
import { UnknownWord } from '../../ground/nearest.ts'
import type { OpenRoom } from '../exchange.ts'
import { mount, type Mounted } from '../mount.ts'

/** A room that is open, with its client's door hung. */
export type MountedRoom = OpenRoom & { mounted: Mounted }

/** Rooms that this process has opened. They hold no world's state, so all worlds walk through the same ones. */
const opened = new WeakMap<Card, Promise<MountedRoom>>()

/** The rooms of one world: opened when first needed, furnished from the scenario. */
export class Rooms {
  readonly cards: readonly Card[]
  readonly #furnish: (open: OpenRoom) => void
  readonly #open = new Map<string, MountedRoom>()

  constructor(cards: readonly Card[], furnish: (open: OpenRoom) => void) {
    this.cards = cards
    this.#furnish = furnish
  }

  async open(provider: string): Promise<MountedRoom> {
    const already = this.#open.get(provider)
    if (already) return already
    const open = await mountedOnce(this.card(provider))
    if (!this.#open.has(open.provider)) {
      this.#open.set(open.provider, open)
      this.#furnish(open)
    }
    return open
  }

  /** The card of a provider by its YAML word or its id. */
  card(provider: string): Card {
    const card = this.cards.find(({ id }) => camelCase(id) === provider || id === provider)
    if (card) return card
    const known = this.cards.map(({ id }) => camelCase(id))
    throw new UnknownWord(`There is no provider "${provider}".`, provider, known)
  }

  get(provider: string): MountedRoom | undefined {
    return this.#open.get(provider)
  }

  /** Those that are open now. */
  list(): readonly MountedRoom[] {
    return [...this.#open.values()]
  }
}

function mountedOnce(card: Card): Promise<MountedRoom> {
  const already = opened.get(card)
  if (already) return already
  const opening = card.open().then(({ room }) => {
    const open = { card, provider: camelCase(card.id), room }
    return { ...open, mounted: mount(open) }
  })
  opened.set(card, opening)
  return opening
}
