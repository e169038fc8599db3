import type { Delivery, HttpDelivery } from '../contract/notice.ts'
import type { Due } from '../ground/agenda.ts'
import { Ids } from '../ground/ids.ts'
import { bodyOf, type NoticeSent } from '../ground/journal/index.ts'
import { later } from '../toolbox/calendar.ts'
import { deliver, type Attempted } from './delivery.ts'
import type { OpenRoom } from './exchange.ts'
import { isLoopback } from './listen/index.ts'
import type { ArmedFault, Notice } from './world/state.ts'
import type { World } from './world/world.ts'

/** The agenda's word for a notice whose time has come at last. */
export const deliverLater = 'outbox.deliver'

/** Delivers notices to the client under test, one after the other, and writes down every attempt. */
export class Outbox {
  readonly #world: World
  readonly #allowed: readonly string[]
  #underWay = 0
  #line: Promise<void> = Promise.resolve()
  #epoch = 0

  /** `allowed`: hosts beyond this machine that the operator lets us call, by name. */
  constructor(world: World, allowed: readonly string[] = []) {
    this.#world = world
    this.#allowed = allowed
  }

  get idle(): boolean {
    return this.#underWay === 0
  }

  /** Resolves when everything that is on its way now has arrived, or has failed to. */
  get settled(): Promise<void> {
    return this.#line
  }

  list(): readonly Notice[] {
    return this.#world.store.read(({ outbox }) => Object.values(outbox)) as Notice[]
  }

  /** Puts a filed notice on its way. One without an address stays here, to be read. */
  send(id: string): void {
    this.#inTurn(() => this.#sendOff(id))
  }

  /** Puts a notice on its way that was late: it has suffered enough. */
  sendLate({ notice }: { notice: string }): void {
    this.#inTurn(() => this.#deliver(this.#notice(notice)))
  }

  /** Ends what is on its way, when time is turned back. */
  forget(): void {
    this.#epoch++
  }

  #inTurn(go: () => Promise<void>): void {
    const epoch = this.#epoch
    this.#underWay++
    this.#line = this.#line
      .then(() => (epoch === this.#epoch ? go() : undefined))
      .catch((error: unknown) => this.#world.note({ finding: 'defect', says: `A notice: ${String(error)}` }))
      .finally(() => {
        this.#underWay--
        this.#world.time.mayHaveSettled()
      })
  }

  async #sendOff(id: string): Promise<void> {
    const notice = this.#notice(id)
    if (notice === undefined) return
    const { provider, kind, to } = notice
    if (to === null || !this.#mayCall(to)) return this.#keep(notice)
    const fault = this.#world.faults.strike({ provider, notice: kind })
    switch (fault?.kind) {
      case 'late':
        return this.#postpone(notice, fault)
      case 'lost':
        return this.#write(notice, { outcome: 'lost', says: 'It never went out.', fault: 'lost' })
      case 'twice':
        await this.#deliver(notice, fault)
        return this.#deliver(notice, fault)
      default:
        return this.#deliver(notice, fault)
    }
  }

  async #deliver(notice: Notice | undefined, fault?: ArmedFault): Promise<void> {
    if (notice === undefined || notice.to === null) return
    const epoch = this.#epoch
    const to = fault?.kind === 'misaddressed' ? besides(notice.to) : notice.to
    const open = await this.#world.rooms.open(notice.provider)
    const delivery = this.#spell(open, notice, to)
    if ('file' in delivery) return this.#keep(notice)
    const certificate = to.startsWith('https:') ? await this.#world.identity.own(open) : null
    const attempt = await deliver({ to, delivery, certificate, isWary: fault?.kind === 'distrust' })
    if (epoch !== this.#epoch) return
    this.#write(notice, { ...attempt, ...(fault && { fault: fault.kind }), ...(to !== notice.to && { to }) }, delivery)
  }

  #spell(open: OpenRoom, { kind, content }: Notice, to: string): Delivery {
    const dialect = this.#world.dialectOf(open)
    const address = (surface: string) => this.#world.identity.addressOf(open, surface)
    const desk = { now: this.#world.clock.now(), dialect, address }
    return open.room.spellNotice?.({ kind, to, content }, desk) ?? asJson(content)
  }

  /** Late notices wait in the agenda, so that they survive a restart as everything due does. */
  #postpone(notice: Notice, { by = 'PT0S' }: ArmedFault): void {
    const { clock, scenario, seed, store, time } = this.#world
    const { result: due } = store.change((root) => {
      const order = new Ids(seed, root.ids).next('due')
      const at = later(clock.now(), by, scenario.clock.zone)
      const args = { notice: notice.id }
      const due: Due = { id: `due-${order}`, at, order, provider: notice.provider, action: deliverLater, args }
      root.agenda[due.id] = due
      return due
    })
    time.expect(due)
    this.#journal(notice, 0, { outcome: 'postponed', says: `It goes out at ${due.at}.`, fault: 'late' })
  }

  #keep(notice: Notice): void {
    const says = notice.to === null ? 'No address to deliver to.' : sayKept(notice.to)
    this.#journal(notice, 0, { outcome: 'kept', says })
  }

  #write(notice: Notice, attempt: Tried, delivery?: HttpDelivery): void {
    const { store, clock } = this.#world
    const { result: number } = store.change(({ outbox }) =>
      (outbox[notice.id] as Notice).attempts.push({ at: clock.now(), ...attempt }),
    )
    this.#journal(notice, number, attempt, delivery)
  }

  #journal({ kind, to, content }: Notice, attempt: number, told: Told, delivery?: HttpDelivery): void {
    const entry: NoticeSent = { kind: 'notice', notice: kind, to, content, attempt, ...told }
    this.#world.journal.append({ ...entry, ...(delivery && { sent: sentAs(delivery) }) })
  }

  #notice(id: string): Notice | undefined {
    return this.#world.store.read(({ outbox }) => outbox[id]) as Notice | undefined
  }

  #mayCall(address: string): boolean {
    if (!URL.canParse(address)) return false
    const { hostname, host } = new URL(address)
    return (
      isLoopback(hostname.replace(/^\[|\]$/g, '')) || this.#allowed.some((name) => name === hostname || name === host)
    )
  }
}

type Tried = Omit<Attempted, 'outcome'> & { outcome: Attempted['outcome'] | 'lost'; fault?: string; to?: string }
type Told = Pick<NoticeSent, 'outcome' | 'status' | 'says' | 'fault'>

function asJson(content: object): Delivery {
  return { method: 'POST', headers: [['Content-Type', 'application/json']], body: JSON.stringify(content) }
}

function sentAs({ method, headers, body }: HttpDelivery): NonNullable<NoticeSent['sent']> {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  return { method, headers: headers.map(([name, value]) => [name, value]), body: bodyOf(type, body) }
}

function sayKept(to: string): string {
  const host = URL.canParse(to) ? new URL(to).hostname : to
  return `Not delivered to ${host}: only this machine is called, and hosts the operator allows by name.`
}

/** An address beside the right one: what a slip of the pen makes of it. */
function besides(to: string): string {
  const url = new URL(to)
  url.pathname = `${url.pathname.replace(/\/$/, '')}-old`
  return url.href
}
