import { revertPatches, type Entry, type Patch } from '../src/index.ts'
import type { Evidence } from './evidence.ts'

/** What was true of a provider at each moment of a story. */
export class Past<View> {
  readonly #views: readonly { since: number; view: View }[]

  /** From the oldest to the newest; each holds from its entry on. */
  constructor(views: readonly { since: number; view: View }[]) {
    this.#views = views
  }

  after({ id }: Pick<Entry, 'id'>): View {
    const found = this.#views.findLast(({ since }) => since <= id) ?? this.#views[0]
    if (found === undefined) throw new Error('A past without a single view was asked.')
    return found.view
  }

  before({ id }: Pick<Entry, 'id'>): View {
    return this.after({ id: id - 1 })
  }
}

/** Walks back from the end of a story, undoing what the journal says each entry changed, and looks at each step. */
export function walkBack<View>({ journal, present, provider }: Evidence, look: (state: object) => View): Past<View> {
  const state = structuredClone(present) as object
  const views: { since: number; view: View }[] = []
  for (const { id, patches } of changes(journal.entries(), provider).toReversed()) {
    views.unshift({ since: id, view: look(state) })
    revertPatches(state, patches)
  }
  return new Past([{ since: 0, view: look(state) }, ...views])
}

/** What each entry since time was last turned back changed of one provider. */
function changes(entries: readonly Entry[], provider: string): { id: number; patches: Patch[] }[] {
  const epoch = entries.at(-1)?.epoch
  return entries
    .filter((entry) => entry.epoch === epoch)
    .flatMap((entry) => {
      if (!('change' in entry)) return []
      const patches = entry.change.flatMap(({ path: [rooms, room, ...path], ...patch }) =>
        rooms === 'rooms' && room === provider ? [{ ...patch, path }] : [],
      )
      return patches.length > 0 ? [{ id: entry.id, patches }] : []
    })
}
