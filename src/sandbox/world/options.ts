import type { Card } from '../../contract/provider.ts'
import type { ClockMode } from '../../ground/clock.ts'
import type { JournalOptions } from '../../ground/journal/index.ts'
import type { DataFolder, Store } from '../../ground/store/index.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { ClientCertificates } from '../../toolbox/certificates/index.ts'
import type { Reach } from '../outbox/index.ts'
import type { WorldState } from './state.ts'

/** What a world is made from. */
export type WorldOptions = Reach & {
  name: string
  cards: readonly Card[]
  scenario: Scenario
  mode?: ClockMode
  seed?: string
  /** Virtual pauses are this many times shorter in real time: windows, Retry-After, faults that wait. */
  pace?: number
  /** State from a file, and the folder it is in; in memory when left out. */
  kept?: { store: Store<WorldState>; folder: DataFolder }
  journal?: JournalOptions
  /** Who issues certificates to this world's clients; without it none is good. */
  clients?: ClientCertificates
  /** Folders of the operator's that rooms may read, by name. */
  folders?: Readonly<Record<string, string>> | undefined
  /** Where the client under test listens, on this machine; null when nobody said. */
  clientUrl?: string | null | undefined
}
