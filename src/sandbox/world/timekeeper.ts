import { Agenda, type Due } from '../../ground/agenda.ts'
import type { ClockMode } from '../../ground/clock.ts'
import { instantMs } from '../../ground/clock.ts'
import { later } from '../../toolbox/calendar.ts'
import { deliverLater } from '../outbox/index.ts'
import { act } from './act.ts'
import type { World } from './world.ts'

/** How long an advance waits for what is under way, in real milliseconds. */
const settleMs = 5_000
/** The longest timer Node can set. */
const longestTimerMs = 2 ** 31 - 1

/** Moves a world's time and plays what is due, in order, each at its own time. */
export class Timekeeper {
  readonly #world: World
  readonly #agenda: Agenda
  #moving: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #waiting: (() => void)[] = []

  constructor(world: World) {
    this.#world = world
    this.#agenda = new Agenda((id) => world.store.read(({ agenda }) => id in agenda))
    this.refill()
  }

  /** Follows a state that was replaced, or read from a file. */
  refill(): void {
    this.#agenda.fill(this.#world.store.read(({ agenda }) => Object.values(agenda)) as Due[])
    this.#setTimer()
  }

  expect(due: Due): void {
    this.#agenda.add({ ...due })
    this.#setTimer()
  }

  /** Advances by a duration or to an instant; several calls take their turns. Answers the new time. */
  advance(by: string): Promise<string> {
    const move = this.#moving.then(() => this.#advance(by))
    this.#moving = move.catch(() => undefined)
    return move
  }

  /** Plays some of what is due before its time, now, and waits for the notices that come of it. */
  async hurry(dues: readonly Due[]): Promise<void> {
    const { clock, store, outbox } = this.#world
    for (const due of dues) {
      if (store.read(({ agenda }) => due.id in agenda)) await this.#play(due, clock.now())
    }
    await outbox.settled
  }

  setMode(mode: ClockMode): void {
    const { clock, journal } = this.#world
    clock.setMode(mode)
    const now = clock.now()
    journal.append({ kind: 'clock', from: now, to: now, why: 'mode' })
    this.#setTimer()
  }

  /** Resolves when nothing of the world is under way, or when it has taken too long to wait for. */
  async settled(): Promise<void> {
    if (this.#world.settled) return
    await new Promise<void>((wake) => {
      const patience = setTimeout(wake, settleMs)
      this.#waiting.push(() => {
        clearTimeout(patience)
        wake()
      })
    })
  }

  mayHaveSettled(): void {
    if (this.#waiting.length === 0 || !this.#world.settled) return
    for (const wake of this.#waiting.splice(0)) wake()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  async #advance(by: string): Promise<string> {
    const { clock, journal, scenario } = this.#world
    const from = clock.now()
    const target = later(from, by, scenario.clock.zone)
    if (target < from) throw new RangeError(`Time does not go back to ${target}: only reset and restore turn it back.`)
    await this.#playUntil(target, (due) => clock.moveTo(due.at > clock.now() ? due.at : clock.now()))
    if (clock.now() < target) clock.moveTo(target)
    journal.append({ kind: 'clock', from, to: target, why: 'advance' })
    this.#world.timeMoved()
    this.#setTimer()
    return target
  }

  async #playUntil(target: string, arrive: (due: Due) => void): Promise<void> {
    await this.settled()
    for (let due = this.#agenda.take(target); due; due = this.#agenda.take(target)) {
      arrive(due)
      await this.#play(due)
      if (!this.#world.settled) await this.settled()
    }
  }

  async #play(due: Due, now?: string): Promise<void> {
    const { store, rooms, outbox } = this.#world
    // From the state: what a rule handed over may have been part of a change that is long over.
    const { provider, action: named, args, at: itsTime } = store.read(({ agenda }) => agenda[due.id]) as Due
    store.change(({ agenda }) => {
      delete agenda[due.id]
    })
    if (named === deliverLater) return outbox.sendLate(args as { notice: string })
    const at = now ?? itsTime
    const open = rooms.get(provider) ?? (await rooms.open(provider))
    const [door, action] = named.split('.') as ['customer' | 'utility', string]
    act(this.#world, open, { door, action, args, by: 'agenda', at })
  }

  /** While the clock flows, wakes when the next thing is due. */
  #setTimer(): void {
    clearTimeout(this.#timer)
    const { clock } = this.#world
    const next = this.#agenda.peek()
    if (next === undefined || clock.pace === 0) return
    const waitMs = Math.max(0, instantMs(next.at) - clock.ms) / clock.pace
    this.#timer = setTimeout(() => void this.#catchUp(), Math.min(waitMs, longestTimerMs)).unref()
  }

  #catchUp(): Promise<unknown> {
    this.#moving = this.#moving
      .then(() => this.#playUntil(this.#world.clock.now(), () => undefined))
      .catch((error: unknown) =>
        this.#world.note({ finding: 'defect', says: `Something due could not be played: ${String(error)}` }),
      )
      .then(() => this.#setTimer())
    return this.#moving
  }
}
