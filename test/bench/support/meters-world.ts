import { dialect } from '../../../mocks/portfolio-manager/dialect.ts'
import type { PmHouse } from '../../../mocks/portfolio-manager/dialect.ts'
import { answerMeterShare } from '../../../mocks/portfolio-manager/domain/meter-share.ts'
import { shareItems } from '../../../mocks/portfolio-manager/domain/sharing.ts'
import type { MeterId, PropertyId, State } from '../../../mocks/portfolio-manager/model/index.ts'
import { given, seed } from '../../../mocks/portfolio-manager/seed/index.ts'
import { settingsOf } from '../../../src/contract/dialect.ts'
import { Store } from '../../../src/ground/store/index.ts'
import { houseFor } from '../../../src/sandbox/house.ts'
import { startOf, type WorldState } from '../../../src/sandbox/world/state.ts'
import * as v from 'valibot'

const metersPerProperty = 10
const provider = 'portfolioManager'

/** A world in which one customer has offered you so many meters and waits for the answers. */
export type MetersWorld = { store: Store<WorldState>; pending: MeterId[] }

export function metersWorld(meters: number): MetersWorld {
  const state = startOf(emptyStory, emptyStory.seed)
  const room = seed(v.parse(given, castOf(meters)), houseOf(state))
  state.rooms[provider] = room
  const pending = Object.keys(room.properties).flatMap((property) => offer(state, room, property as PropertyId))
  return { store: new Store(state), pending }
}

/** You accept one meter, as the endpoint does: one change of the store. */
export function accept({ store }: MetersWorld, meter: MeterId): void {
  store.change((root) => {
    const room = root.rooms[provider] as State
    answerMeterShare(room, { caller: room.you, meter, answer: { action: 'Accept' } }, houseOf(root))
  })
}

/** How many meter shares you hold. */
export function accepted({ store }: MetersWorld): number {
  const shares = store.read(({ rooms }) => Object.values((rooms[provider] as State).meterShares))
  return shares.filter(({ status }) => status === 'active').length
}

function offer(state: WorldState, room: State, property: PropertyId): MeterId[] {
  const meters = Object.keys(room.index.metersOf[property] ?? {}) as MeterId[]
  const levels = meters.map((meter) => ({ meter, level: 'Read' as const }))
  const [owner] = Object.values(room.names.account).filter((id) => id !== room.you)
  if (owner === undefined) throw new Error('The world of meters has no owner.')
  shareItems(room, { sharer: owner, provider: room.you, property, level: 'Read', meters: levels }, houseOf(state))
  return meters
}

function castOf(meters: number): object {
  const names = Array.from({ length: metersPerProperty }, (_, at) => [`meter${at}`, 'Electric'] as const)
  const property = { owner: 'olive', meters: Object.fromEntries(names) }
  const properties = Array.from({ length: meters / metersPerProperty }, (_, at) => [`tower${at}`, property] as const)
  return { accounts: { olive: { connected: true } }, properties: Object.fromEntries(properties) }
}

function houseOf(state: WorldState): PmHouse {
  const about = { provider, now: state.now, seed: 'bench', zone: 'UTC', dialect: settingsOf(dialect) }
  return houseFor(state, about, { due: [], notices: [], findings: [] }) as PmHouse
}

const emptyStory = {
  id: 'bench/meters',
  title: 'A world of meters',
  source: 'none',
  seed: 'bench',
  clock: { start: '2026-03-02T14:00:00.000Z', zone: 'UTC' },
  given: {},
  dialect: {},
  limits: {},
  faults: [],
  steps: [],
}
