import { faultMeans, strikesNotices, type FaultSpec } from '../../contract/fault.ts'
import { chance } from '../../ground/ids.ts'
import type { Journal } from '../../ground/journal/index.ts'
import type { Store } from '../../ground/store/index.ts'
import type { ArmedFault, WorldState } from './state.ts'

type Call = { provider: string; endpoint: string | null; caller: () => string | null }
type Notice = { provider: string; notice: string }

/** The faults a world has armed. Which call suffers is drawn from the seed and the call's number, never from its time. */
export class Faults {
  readonly #store: Store<WorldState>
  readonly #journal: Journal
  readonly #seed: string

  constructor({ store, journal, seed }: { store: Store<WorldState>; journal: Journal; seed: string }) {
    this.#store = store
    this.#journal = journal
    this.#seed = seed
  }

  arm(spec: FaultSpec): string {
    const { result: armed } = this.#store.change((root) => {
      const number = (root.ids['fault'] ?? 0) + 1
      root.ids['fault'] = number
      const fault: ArmedFault = { ...spec, id: `fault-${number}`, seen: 0, fired: 0 }
      root.faults[fault.id] = fault
      return fault.id
    })
    this.#journal.append({ kind: 'fault', fault: { ...spec, id: armed }, what: 'armed' })
    return armed
  }

  /** Takes a fault away, or all of them; answers how many there were. */
  disarm(id?: string): number {
    const { result: gone } = this.#store.change((root) => {
      const ids = Object.keys(root.faults).filter((one) => id === undefined || one === id)
      for (const one of ids) delete root.faults[one]
      return ids
    })
    for (const fault of gone) this.#journal.append({ kind: 'fault', fault: { id: fault }, what: 'disarmed' })
    return gone.length
  }

  get areArmed(): boolean {
    return this.#store.read(({ faults }) => {
      for (const _ in faults) return true
      return false
    })
  }

  list(): readonly ArmedFault[] {
    return this.#store.read(({ faults }) => Object.values(faults))
  }

  /** The fault this call or notice suffers, if any; counts it for every fault that means it. */
  strike(call: Call | Notice): ArmedFault | undefined {
    const meant = this.list().filter((fault) => means(fault, call))
    if (meant.length === 0) return undefined
    const struck = meant.find((fault) => this.#strikes(fault))
    this.#store.change((root) => {
      for (const { id } of meant) (root.faults[id] as ArmedFault).seen++
      if (struck) this.#count(root, struck.id)
    })
    if (struck && isSpent(struck, struck.fired + 1))
      this.#journal.append({ kind: 'fault', fault: { id: struck.id }, what: 'spent' })
    return struck
  }

  #strikes(fault: ArmedFault): boolean {
    if (fault.seen < fault.after) return false
    return fault.chance === undefined || chance(this.#seed, fault.id, fault.seen) < fault.chance
  }

  #count(root: WorldState, id: string): void {
    const fault = root.faults[id] as ArmedFault
    fault.fired++
    if (isSpent(fault, fault.fired)) delete root.faults[id]
  }
}

function isSpent({ times }: ArmedFault, fired: number): boolean {
  return times !== 'always' && fired >= times
}

function means(fault: ArmedFault, call: Call | Notice): boolean {
  if (fault.provider !== undefined && fault.provider !== call.provider) return false
  if ('notice' in call) return strikesNotices(fault.kind) && faultMeans(fault, call.notice)
  if (strikesNotices(fault.kind)) return false
  if (fault.caller !== undefined && fault.caller !== call.caller()) return false
  return call.endpoint === null ? fault.on === '*' : faultMeans(fault, call.endpoint)
}
