import * as v from 'valibot'
import type { Action, Actions } from '../contract/action.ts'
import type { IssuedCertificate } from '../contract/certificate.ts'
import { faultSchema } from '../contract/fault.ts'
import type { FileDelivery } from '../contract/notice.ts'
import { camelCase } from '../contract/provider.ts'
import type { LimitSetting } from '../contract/limit.ts'
import type { ClockMode } from '../ground/clock.ts'
import type { Journal } from '../ground/journal/index.ts'
import type { WorldAddresses } from './addresses.ts'
import type { Visit } from './browser.ts'
import { issueCertificate } from './client-certificates.ts'
import { addedTo } from './client-variables.ts'
import { ExchangeInProgress } from './exchange.ts'
import { surfaceNamed } from './surfaces.ts'
import type { Sandbox } from './sandbox.ts'
import type { ArmedFault, Notice, World } from './world/index.ts'
import type { DialectChange } from './world/dialects.ts'

/** The doors of every provider, so that an editor knows the actions and their words. */
export type Doors = Readonly<Record<string, { customer: Actions; utility: Actions }>>

type ArgsOf<A> = A extends Action<never, infer Args> ? Args : never
type InputOf<A> = A extends { args: infer S extends v.GenericSchema } ? v.InferInput<S> : ArgsOf<A>
type ResultOf<A> = A extends { run: (...all: never[]) => infer Result } ? Result : unknown

/** An act that was not done: the provider's page refused it, or it was impossible as things stand. */
export class NotDone extends Error {
  readonly outcome: 'refused' | 'impossible'
  readonly alert: string | undefined

  constructor(says: string, outcome: 'refused' | 'impossible', alert?: string) {
    super(says)
    this.outcome = outcome
    this.alert = alert
  }
}

/** A running world in a test's hands: be the customer, be the back office, move time, read the journal. */
export class HeldWorld<D extends Doors> {
  readonly world: World
  readonly sandbox: Sandbox

  constructor(sandbox: Sandbox, world: World) {
    this.sandbox = sandbox
    this.world = world
  }

  get journal(): Journal {
    return this.world.journal
  }

  /** The world's time, ISO 8601 in UTC. */
  get now(): string {
    return this.world.clock.now()
  }

  /** Does what a person does on the provider's web site; throws `NotDone` when the page says no. */
  customer<P extends keyof D & string, A extends keyof D[P]['customer'] & string>(
    provider: P,
    action: A,
    args: InputOf<D[P]['customer'][A]>,
  ): Promise<ResultOf<D[P]['customer'][A]>> {
    return this.#act(provider, 'customer', action, args) as Promise<ResultOf<D[P]['customer'][A]>>
  }

  /** Does what the provider's back office does. */
  utility<P extends keyof D & string, A extends keyof D[P]['utility'] & string>(
    provider: P,
    action: A,
    args: InputOf<D[P]['utility'][A]>,
  ): Promise<ResultOf<D[P]['utility'][A]>> {
    return this.#act(provider, 'utility', action, args) as Promise<ResultOf<D[P]['utility'][A]>>
  }

  /** Moves time on by a duration or to an instant; answers the new time when all has settled. */
  advance(by: string): Promise<string> {
    return this.world.advance(by)
  }

  setClock(mode: ClockMode): void {
    this.world.time.setMode(mode)
  }

  /** Where the world answers; ports open when this is first asked. */
  addresses(): Promise<WorldAddresses> {
    return this.sandbox.addresses(this.world.name)
  }

  /** Environment variables for the client under test, to be added to this process's own. */
  async env(): Promise<Record<string, string>> {
    const { name } = this.world
    const variables = [...(await this.sandbox.credentials(name)), ...(await this.sandbox.proxyVariables(name))]
    return addedTo(process.env, variables)
  }

  /** Mints a certificate of one of the provider's kinds for a client, good or refused, and tells where it lies. */
  async certificate(provider: keyof D & string, kind: string): Promise<IssuedCertificate> {
    return issueCertificate(this.world, await this.world.rooms.open(provider), kind)
  }

  /** Asks a provider in process: no port, no socket. `path` follows the host of the surface, which is the first one. */
  async fetch(
    provider: keyof D & string,
    path: string,
    { certificate, surface, ...init }: RequestInit & { certificate?: Uint8Array; surface?: string } = {},
  ): Promise<Response> {
    const open = await this.world.rooms.open(provider)
    const asked = surface === undefined ? open.card.surfaces[0] : surfaceNamed(open.card.surfaces, surface)
    const origin = `http://localhost:${(this.sandbox.portBase || 4700) + asked.http}`
    const peer = { remote: '127.0.0.1', tls: false, certificate: certificate ?? null, hostName: null }
    const exchange = new ExchangeInProgress(this.world, open, peer, null, [asked])
    return open.mounted(new Request(origin + path, init), exchange)
  }

  /** Sends a customer's browser to an address of this world, or of the client under test. */
  visit(address: string): Promise<Visit> {
    return this.sandbox.visit(address, this.world.name)
  }

  /** A provider's state, copied: nothing done to it reaches the world. */
  async state<T = Record<string, unknown>>(provider: keyof D & string): Promise<T> {
    const open = await this.world.rooms.open(provider)
    return this.world.read(open.provider, (state) => structuredClone(state)) as T
  }

  arm(fault: v.InferInput<typeof faultSchema>): string {
    return this.world.faults.arm(v.parse(faultSchema, fault))
  }

  disarm(id?: string): number {
    return this.world.faults.disarm(id)
  }

  faults(): readonly ArmedFault[] {
    return this.world.faults.list()
  }

  /** What the providers have sent: files without their bytes, addresses without passwords. */
  outbox(): readonly Notice[] {
    return this.world.outbox.list()
  }

  /** The file of a notice, whole, whatever became of its delivery. */
  outboxFile(notice: string): Promise<FileDelivery> {
    return this.world.outbox.file(notice)
  }

  setDialect(provider: keyof D & string, setting: DialectChange): Promise<void> {
    return this.world.setDialect(provider, setting)
  }

  setLimit(provider: keyof D & string, limit: string, setting: LimitSetting): Promise<void> {
    return this.world.setLimit(provider, limit, setting)
  }

  snapshot(name: string): Promise<void> {
    return this.world.snapshots.save(name)
  }

  restore(name: string): Promise<void> {
    return this.world.snapshots.restore(name)
  }

  /** Back to how the story opened. */
  reset(): void {
    this.world.snapshots.reset()
  }

  /** Stops the whole sandbox. */
  stop(): Promise<void> {
    return this.sandbox.stop()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #act(provider: string, door: 'customer' | 'utility', action: string, args: unknown): Promise<unknown> {
    const outcome = await this.world.act(camelCase(provider), door, action, args)
    if (outcome.outcome === 'done') return outcome.result
    throw new NotDone(outcome.says, outcome.outcome, outcome.outcome === 'refused' ? outcome.alert : undefined)
  }
}
