import type { Delivery, FileDelivery } from '../../contract/notice.ts'
import type { Due } from '../../ground/agenda.ts'
import { Ids } from '../../ground/ids.ts'
import { UnknownWord } from '../../ground/nearest.ts'
import { later } from '../../toolbox/calendar.ts'
import { cutOff, deliver } from '../delivery/index.ts'
import type { OpenRoom } from '../exchange.ts'
import type { ArmedFault, Notice } from '../world/state.ts'
import type { World } from '../world/world.ts'
import { besides, whyKept } from './address.ts'
import { noticeEntry, type Told, type Tried } from './entry.ts'
import { fileTold, holdsFile, noticeTold } from './told.ts'

/** The agenda's word for a notice whose time has come at last. */
export const deliverLater = 'outbox.deliver'

/** How far notices may go. */
export type Reach = {
  /** Hosts beyond this machine that the operator lets us call, by name. */
  deliverTo?: readonly string[] | undefined
  /** Folder for files that have an address in it; without one they stay in the outbox. */
  deposits?: string | undefined
  /** File with the private key that opens SFTP servers where an address has no password. */
  sftpKey?: string | undefined
}

/** Delivers notices to the client under test, one after the other, and writes down every attempt. */
export class Outbox {
  readonly reach: Reach
  readonly #world: World
  #underWay = 0
  #line: Promise<void> = Promise.resolve()
  #epoch = 0

  constructor(world: World, reach: Reach = {}) {
    this.#world = world
    this.reach = reach
  }

  get idle(): boolean {
    return this.#underWay === 0
  }

  /** Resolves when everything that is on its way now has arrived, or has failed to. */
  get settled(): Promise<void> {
    return this.#line
  }

  /** Every notice there was, without the bytes of files and the passwords of addresses. */
  list(): readonly Notice[] {
    return this.#world.store.read(({ outbox }) => Object.values(outbox) as Notice[]).map(noticeTold)
  }

  /** The whole file of a notice, also where it stays here, or a fault cut what was delivered. */
  async file(id: string): Promise<FileDelivery> {
    const notice = this.#notice(id)
    const known = this.list().map((one) => one.id)
    if (notice === undefined) throw new UnknownWord(`There is no notice "${id}".`, id, known)
    const delivery = this.#spell(await this.#world.rooms.open(notice.provider), notice, notice.to)
    if ('file' in delivery) return delivery
    throw new RangeError(`Notice "${id}" is no file: the outbox shows all of it.`)
  }

  /** Puts a filed notice on its way. One without an address stays here, to be read. */
  send(id: string): void {
    this.#inTurn(() => this.#sendOff(id))
  }

  /** Puts a notice on its way that was late: it has suffered enough. */
  sendLate({ notice }: { notice: string }): void {
    this.#inTurn(() => this.#deliver(notice))
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
    await this.#measure(id)
    const notice = this.#notice(id)
    if (notice === undefined) return
    const why = whyKept(notice.to, this.reach)
    if (why !== null) return this.#journal(notice, 0, { outcome: 'kept', says: why })
    const fault = this.#world.faults.strike({ provider: notice.provider, notice: notice.kind })
    switch (fault?.kind) {
      case 'late':
        return this.#postpone(notice, fault, 'It goes out at')
      case 'lost':
        return this.#write(notice, { outcome: 'lost', says: 'It never went out.', fault: 'lost' })
      case 'twice':
        await this.#deliver(id, fault)
        return fault.by === undefined ? this.#deliver(id, fault) : this.#postpone(notice, fault, 'It comes again at')
      default:
        return this.#deliver(id, fault)
    }
  }

  /** Writes down what the file of a notice is called, and how long it is: the bytes are not for everybody to read. */
  async #measure(id: string): Promise<void> {
    const notice = this.#notice(id)
    if (notice === undefined || !holdsFile(notice.content)) return
    const epoch = this.#epoch
    const delivery = this.#spell(await this.#world.rooms.open(notice.provider), notice, notice.to)
    if (epoch !== this.#epoch || !('file' in delivery)) return
    this.#world.store.change(({ outbox }) => {
      ;(outbox[id] as Notice).file = fileTold(delivery)
    })
  }

  async #deliver(id: string, fault?: ArmedFault): Promise<void> {
    const notice = this.#notice(id)
    if (notice === undefined || notice.to === null) return
    const epoch = this.#epoch
    const to = fault?.kind === 'misaddressed' ? besides(notice.to) : notice.to
    const open = await this.#world.rooms.open(notice.provider)
    const whole = this.#spell(open, notice, to)
    const cut = fault?.kind === 'truncated' ? cutOff(whole, fault.at) : undefined
    const { deposits, sftpKey = null } = this.reach
    const attempt = await deliver({
      ...{ to, delivery: cut?.delivery ?? whole, sftpKey, isWary: fault?.kind === 'distrust' },
      certificate: to.startsWith('https:') ? await this.#world.identity.own(open) : null,
      deposits: deposits === undefined ? null : { root: deposits, provider: open.card.id },
    })
    if (epoch !== this.#epoch) return
    const arrived = attempt.outcome === 'failed' ? undefined : cut
    const told = { ...attempt, ...(arrived && { says: arrived.says }), ...(fault && { fault: fault.kind }) }
    this.#write(notice, { ...told, ...(to !== notice.to && { to }) }, cut?.delivery ?? whole)
  }

  #spell(open: OpenRoom, { kind, content }: Notice, to: string | null): Delivery {
    const dialect = this.#world.dialectOf(open)
    const address = (surface: string) => this.#world.identity.addressOf(open, surface)
    const desk = { now: this.#world.clock.now(), dialect, address }
    return open.room.spellNotice?.({ kind, to, content }, desk) ?? asItIs(content)
  }

  /** What goes out later waits in the agenda, so that it survives a restart as everything due does. */
  #postpone(notice: Notice, { kind, by = 'PT0S' }: ArmedFault, says: string): void {
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
    this.#journal(notice, 0, { outcome: 'postponed', says: `${says} ${due.at}.`, fault: kind })
  }

  #write(notice: Notice, attempt: Tried, delivery?: Delivery): void {
    const { store, clock } = this.#world
    const { result: number } = store.change(({ outbox }) =>
      (outbox[notice.id] as Notice).attempts.push({ at: clock.now(), ...attempt }),
    )
    this.#journal(notice, number, attempt, delivery)
  }

  #journal(notice: Notice, attempt: number, told: Told, delivery?: Delivery): void {
    this.#world.journal.append(noticeEntry(notice, attempt, told, delivery))
  }

  #notice(id: string): Notice | undefined {
    return this.#world.store.read(({ outbox }) => outbox[id]) as Notice | undefined
  }
}

function asItIs(content: object): Delivery {
  if (holdsFile(content)) return { file: content.file, bytes: Buffer.from(content.bytes, 'base64') }
  return { method: 'POST', headers: [['Content-Type', 'application/json']], body: JSON.stringify(content) }
}
