/** What will happen and when, as data: it survives a restart and shows in the journal. */
export type Due = {
  id: string
  /** Instant, ISO 8601 in UTC. */
  at: string
  /** Breaks ties: things due at one instant happen in the order they were asked for. */
  order: number
  provider: string
  action: string
  args: unknown
}

/**
 * The next thing due, found without looking at all of them. The truth is in the world's state; this heap follows
 * it, and an item cancelled there is skipped here when its turn comes.
 */
export class Agenda {
  readonly #stillDue: (id: string) => boolean
  #heap: Due[] = []

  constructor(stillDue: (id: string) => boolean) {
    this.#stillDue = stillDue
  }

  /** Starts over from the state's items, after a restart, a restore or a reset. */
  fill(items: Iterable<Due>): void {
    this.#heap = []
    for (const due of items) this.add(due)
  }

  add(due: Due): void {
    const heap = this.#heap
    let at = heap.push(due) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isEarlier(due, heap[parent] as Due)) break
      heap[at] = heap[parent] as Due
      at = parent
    }
    heap[at] = due
  }

  /** The earliest item still due, left in place. */
  peek(): Due | undefined {
    for (let first = this.#heap[0]; first; first = this.#heap[0]) {
      if (this.#stillDue(first.id)) return first
      this.#pop()
    }
    return undefined
  }

  /** Takes the earliest item that is due by an instant. */
  take(by: string): Due | undefined {
    const first = this.peek()
    if (first === undefined || first.at > by) return undefined
    this.#pop()
    return first
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isEarlier(heap[child + 1] as Due, heap[child] as Due)) child++
      if (!isEarlier(heap[child] as Due, last)) break
      heap[at] = heap[child] as Due
      at = child
    }
    heap[at] = last
  }
}

function isEarlier(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}
