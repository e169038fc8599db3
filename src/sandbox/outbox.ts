import type { Notice } from './world/state.ts'
import type { World } from './world/world.ts'

const patienceMs = 5_000

/** Delivers notices to the client under test, one after the other, and writes down every attempt. */
export class Outbox {
  readonly #world: World
  #underWay = 0
  #line: Promise<void> = Promise.resolve()
  #epoch = 0

  constructor(world: World) {
    this.#world = world
  }

  get idle(): boolean {
    return this.#underWay === 0
  }

  list(): readonly Notice[] {
    return this.#world.store.read(({ outbox }) => Object.values(outbox)) as Notice[]
  }

  /** Puts a filed notice on its way. One without an address stays here, to be read. */
  send(id: string): void {
    const epoch = this.#epoch
    this.#underWay++
    this.#line = this.#line
      .then(() => (epoch === this.#epoch ? this.#deliver(id) : undefined))
      .finally(() => {
        this.#underWay--
        this.#world.time.mayHaveSettled()
      })
  }

  /** Ends what is on its way, when time is turned back. */
  forget(): void {
    this.#epoch++
  }

  async #deliver(id: string): Promise<void> {
    const notice = this.#world.store.read(({ outbox }) => outbox[id]) as Notice | undefined
    if (notice === undefined) return
    const { to, content, kind } = notice
    if (to === null || !isLoopback(to)) return this.#keep(notice)
    const epoch = this.#epoch
    const attempt = await attemptDelivery(to, content)
    if (epoch !== this.#epoch) return
    const { result: number } = this.#world.store.change(({ outbox }) =>
      (outbox[id] as Notice).attempts.push({ at: this.#world.clock.now(), ...attempt }),
    )
    this.#world.journal.append({ kind: 'notice', notice: kind, to, content, attempt: number, ...attempt })
  }

  #keep({ kind, to, content }: Notice): void {
    const says = to === null ? 'No address to deliver to.' : 'Not delivered: only addresses on this machine are called.'
    this.#world.journal.append({ kind: 'notice', notice: kind, to, content, attempt: 0, outcome: 'kept', says })
  }
}

async function attemptDelivery(to: string, content: object): Promise<Omit<Notice['attempts'][number], 'at'>> {
  const headers = { 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(patienceMs)
  try {
    const response = await fetch(to, { method: 'POST', body: JSON.stringify(content), headers, signal })
    await response.arrayBuffer()
    return { outcome: response.ok ? 'delivered' : 'refused', status: response.status }
  } catch (error) {
    return { outcome: 'failed', says: error instanceof Error ? String(error.cause ?? error.message) : String(error) }
  }
}

function isLoopback(address: string): boolean {
  const { hostname } = new URL(address)
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname)
}
