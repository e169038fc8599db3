import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Alert, Impossible, Refusal } from '../../../../src/contract/refusal.ts'
import type { PmSettings } from '../../../../mocks/portfolio-manager/dialect.ts'
import { pairKey } from '../../../../mocks/portfolio-manager/domain/share-book.ts'
import type { State } from '../../../../mocks/portfolio-manager/model/index.ts'
import { portfolioManager, town, type Pm } from '../../../support/portfolio-manager.ts'

/**
 * The invariants of connections and shares, after any sequence of acts of anyone. Switches that break one by design
 * (unsharePropertyCascade=off) stay out.
 */

// Weighted so that most deeds of a story go through: a story of refusals only would hold anything.
const often = <Value>(usual: readonly Value[], seldom: readonly Value[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...seldom) })
const person = often(['olive'], ['mason', 'fran', 'bob'])
const asker = often(['olive', 'bob'], ['fran', 'mason'])
const property = often(['tower'], ['annex'])
const meter = often(['power', 'light'], ['gas', 'solar'])
const access = fc.constantFrom('Read', 'Read Write', 'None')
const answer = often(['Accept'] as const, ['Reject'] as const)
const style = fc.constantFrom(undefined, 'askForConnection', 'postpone', 'removeProvider')
const offer = fc.oneof(
  fc.record({
    property: fc.constant('tower'),
    access,
    meters: fc.dictionary(fc.constantFrom('power', 'light', 'gas'), access, { maxKeys: 3 }),
  }),
  fc.record({
    property: fc.constant('annex'),
    access,
    meters: fc.dictionary(fc.constant('solar'), access, { maxKeys: 1 }),
  }),
)

/** What happened, and which item the client meant to reject. */
type Deed = (pm: Pm) => unknown

const seldom: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ as: asker }).map<Deed>((args) => (pm) => pm.act('cancelRequest', args)),
  fc.record({ as: asker }).map<Deed>((args) => (pm) => pm.act('disconnect', args)),
  fc
    .record({ as: person, to: asker, property })
    .map<Deed>((args) => (pm) => pm.act('grantAccess', { ...args, mayShareForward: true })),
  fc.record({ as: person, property, access }).map<Deed>((args) => (pm) => pm.act('editAccess', args)),
  fc.record({ as: person, meter, access }).map<Deed>((args) => (pm) => pm.act('editAccess', args)),
  fc
    .record({ as: person, property, from: fc.constantFrom('you', 'mason') })
    .map<Deed>((args) => (pm) => pm.act('removeAccess', args)),
  fc
    .record({ as: person, meter: fc.constantFrom('gas', 'solar') })
    .map<Deed>((args) => (pm) => pm.act('deleteMeter', args)),
  fc.record({ property, to: asker, style }).map<Deed>(({ property, to, style }) => (pm) => {
    attempt(pm, () => pm.act('proposeTransfer', { as: ownerOf(pm, property), property, to }))
    attempt(pm, () => pm.act('acceptTransfer', { as: to, property, style }))
  }),
  property.map<Deed>((name) => (pm) => pm.unshareProperty(name)),
  meter.map<Deed>((name) => (pm) => pm.unshareMeter(name)),
  fc.tuple(asker, fc.boolean()).map<Deed>(
    ([name, keep]) =>
      (pm) =>
        pm.disconnect(name, keep),
  ),
)

const usual: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ as: asker }).map<Deed>((args) => (pm) => pm.act('requestConnection', args)),
  offer.map<Deed>((args) => (pm) => pm.act('shareProperty', { ...args, as: ownerOf(pm, args.property) })),
  offer.map<Deed>((args) => (pm) => pm.act('shareForward', { ...args, as: 'mason' })),
  fc.tuple(asker, answer).map<Deed>(
    ([name, action]) =>
      (pm) =>
        pm.answerConnection(name, action),
  ),
  fc.tuple(property, answer).map<Deed>(
    ([name, action]) =>
      (pm) =>
        pm.answerProperty(name, action),
  ),
  fc.tuple(meter, answer).map<Deed>(
    ([name, action]) =>
      (pm) =>
        pm.answerMeter(name, action),
  ),
)
const deeds: fc.Arbitrary<Deed> = fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: seldom })

function ownerOf(pm: Pm, name: string): string {
  const owner = pm.read((state) => state.properties[pm.property(name)]?.owner)
  return ['olive', 'mason', 'fran', 'bob'].find((each) => pm.account(each) === owner) ?? 'olive'
}

const settings: fc.Arbitrary<Partial<PmSettings>> = fc.record({
  customerDisconnectCascade: fc.constantFrom('none', 'unshare'),
  rejectPropertyCascadesToMeters: fc.constantFrom('off', 'on'),
  transferStyle: fc.constantFrom('guide', 'nrcan'),
  softDelete: fc.constantFrom('off', 'on'),
})

/** Does one deed; what is refused must leave nothing behind. */
function attempt(pm: Pm, deed: Deed): void {
  const before = pm.store.version
  try {
    deed(pm)
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof Alert || error instanceof Impossible)) throw error
    expect(pm.store.version).toBe(before)
  }
}

const snapshot = (pm: Pm): State => pm.read((state) => JSON.parse(JSON.stringify(state)) as State)

test('the invariants hold after whatever anyone does', () => {
  fc.assert(
    fc.property(settings, fc.array(deeds, { minLength: 5, maxLength: 40 }), (dialect, story) => {
      const pm = portfolioManager(town, { dialect, guardReads: false })
      let before = snapshot(pm)
      for (const deed of story) {
        attempt(pm, deed)
        const after = snapshot(pm)
        holds(pm, before, after)
        before = after
      }
    }),
    { numRuns: 500, seed: 26 },
  )
})

function holds(pm: Pm, before: State, state: State): void {
  const shares = [...Object.values(state.propertyShares), ...Object.values(state.meterShares)]
  const ownerOfItem = (share: (typeof shares)[number]) => {
    const place = share.kind === 'meter' ? state.meters[share.item]?.property : share.item
    return place && state.properties[place]?.owner
  }

  for (const share of Object.values(state.meterShares)) {
    const place = state.meters[share.item]?.property
    const above = state.propertyShares[`${share.provider}/${place as never}`]
    if (share.status === 'active')
      expect(above?.status, '1. an active meter share has an active property share').toBe('active')
  }
  for (const share of shares) {
    const key = `${share.provider}/${share.item}` as never
    const was = share.kind === 'meter' ? before.meterShares[key] : before.propertyShares[key]
    const connection = state.connections[pairKey(share.provider, ownerOfItem(share) as never)]
    if (share.status === 'active' && was?.status !== 'active')
      expect(connection?.status, '2. nothing is accepted from a stranger').toBe('connected')
  }

  const pending = pm.pending()
  const readable = [
    ...pending.properties.filter((id) => pm.sees.property(id) === 200),
    ...pending.meters.filter((id) => pm.sees.meter(id) === 200),
  ]
  expect(readable, '3. nothing is pending and readable').toEqual([])
  for (const key of Object.keys(state.index.pendingOf) as never[]) {
    const { properties, meters } = state.index.pendingOf[key] as State['index']['pendingOf'][never]
    for (const id of [...Object.keys(properties), ...Object.keys(meters)]) {
      const share = state.meterShares[`${pm.you}/${id}` as never] ?? state.propertyShares[`${pm.you}/${id}` as never]
      expect(`${pm.you}/${share && ownerOfItem(share)}`, '4. every share stands under the present owner').toBe(key)
    }
  }

  const ids = Object.keys(state.notifications).map(Number)
  const known = Object.keys(before.notifications).map(Number)
  expect(ids.slice(0, known.length), '5. notices only grow, with rising ids').toEqual(known)

  for (const { provider, customer, status } of Object.values(state.connections)) {
    const was = before.connections[pairKey(provider, customer)]
    if (was?.status !== 'pending' || status !== 'ended') continue
    const left = state.index.pendingOf[pairKey(provider, customer)]
    expect([left?.properties ?? {}, left?.meters ?? {}], '6. a rejected connection leaves nothing pending').toEqual([
      {},
      {},
    ])
  }
  agrees(state, shares)
}

test('rejecting a share never changes what is above it', () => {
  fc.assert(
    fc.property(fc.array(deeds, { maxLength: 25 }), fc.tuple(property, meter), (story, [place, inside]) => {
      const pm = portfolioManager(town, { guardReads: false })
      for (const deed of story) attempt(pm, deed)
      const before = snapshot(pm)

      attempt(pm, () => pm.answerMeter(inside, 'Reject'))
      const without = snapshot(pm)
      attempt(pm, () => pm.answerProperty(place, 'Reject'))
      const after = snapshot(pm)

      expect(without.propertyShares, '7. nor the property').toEqual(before.propertyShares)
      expect(after.connections, '7. nor the connection').toEqual(before.connections)
    }),
    { numRuns: 100, seed: 26 },
  )
})

test('each notice is delivered exactly once under clear=true', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(deeds, fc.boolean()), { maxLength: 25 }), (story) => {
      const pm = portfolioManager(
        { ...town, properties: { ...town.properties, tower: { ...town.properties.tower, sharedWithYou: 'Read' } } },
        { guardReads: false },
      )
      const delivered: string[] = []
      const sweep = () => delivered.push(...pm.notifications().map(({ id }) => id))
      for (const [deed, sweeps] of story) {
        attempt(pm, deed)
        if (sweeps) sweep()
      }
      sweep()

      expect(delivered).toEqual(Object.keys(snapshot(pm).notifications))
    }),
    { numRuns: 60, seed: 26 },
  )
})

/** The indexes say what the records say, no more and no less. */
function agrees(state: State, shares: (State['propertyShares'][never] | State['meterShares'][never])[]): void {
  const listed = (shelves: State['index']['pending']) =>
    Object.entries(shelves).flatMap(([provider, shelf]) =>
      [...Object.keys(shelf.properties), ...Object.keys(shelf.meters)].map((id) => `${provider}/${id}`),
    )
  const written = (status: string) =>
    shares.filter((share) => share.status === status).map(({ provider, item }) => `${provider}/${item}`)
  expect(listed(state.index.pending).sort()).toEqual(written('pending').sort())
  expect(listed(state.index.active).sort()).toEqual(written('active').sort())
  const byPair = (shelves: State['index']['pendingOf']) =>
    Object.entries(shelves).flatMap(([pair, shelf]) =>
      [...Object.keys(shelf.properties), ...Object.keys(shelf.meters)].map((id) => `${pair.split('/')[0]}/${id}`),
    )
  expect(byPair(state.index.activeOf).sort()).toEqual(written('active').sort())
  expect(byPair(state.index.pendingOf).sort()).toEqual(written('pending').sort())
  const connections = Object.values(state.connections)
  const customers = Object.entries(state.index.customersOf).flatMap(([p, members]) =>
    Object.keys(members).map((c) => `${p}/${c}`),
  )
  expect(customers.sort()).toEqual(
    connections
      .filter(({ status }) => status === 'connected')
      .map(({ provider, customer }) => `${provider}/${customer}`)
      .sort(),
  )
  const asked = Object.entries(state.index.askedBy).flatMap(([p, members]) =>
    Object.keys(members).map((c) => `${p}/${c}`),
  )
  expect(asked.sort()).toEqual(
    connections
      .filter(({ status }) => status === 'pending')
      .map(({ provider, customer }) => `${provider}/${customer}`)
      .sort(),
  )
}
