import { check, type Check } from '../../check.ts'
import type { Observation } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { named, saidIn, syncs, truth, type Item } from './facts/index.ts'
import { heldAndSaid, toldShares } from './facts/held.ts'

type Values = Readonly<Record<string, unknown>>
type Kept = { item: Item; given: Values; said: Values; turn: { id: number } }

/** What customers write into your fields is kept as they wrote it, for itself, its property and its meter. */
const kept = (
  [
    ['account', 'PM-FIELD-1', 'with its connection', connectionFields],
    ['property', 'PM-FIELD-2', 'with a property', (evidence: Evidence) => shareFields(evidence, 'property')],
    ['meter', 'PM-FIELD-3', 'with a meter', (evidence: Evidence) => shareFields(evidence, 'meter')],
  ] as const
).map(([kind, requirement, words, find]) =>
  check({
    id: `portfolio-manager/fields/${kind}`,
    title: `keeps the custom field values that a customer sent ${words}`,
    requirement,
    level: 'must',
    needs: 'words',
    remedy: 'Read custom fields from the pending list, and as text: 0044120 is not 44120.',
    when: find,
    then: (evidence, found) => compared(evidence, found),
  }),
)

export const fields: readonly Check[] = kept

function compared(evidence: Evidence, { item, given, said, turn }: Kept): Observation[] {
  return Object.entries(given).map(([name, value]) => {
    const holds = said[name] === value
    const heard = said[name] === undefined ? 'nothing' : JSON.stringify(said[name])
    return {
      holds,
      says: `"${name}" of ${named(evidence, item)} is ${JSON.stringify(value)}; the client says ${heard}.`,
      rests: [turn],
    }
  })
}

function connectionFields(evidence: Evidence): Kept[] {
  return syncs(evidence).flatMap((turn) => {
    const { connections } = truth(evidence).after({ id: turn.until })
    return (saidIn(evidence, turn, 'connections') ?? []).flatMap(({ account: id, customFields }) => {
      const given = connections[id]?.values
      if (customFields === undefined || given === undefined) return []
      return [{ item: { kind: 'account', id } as const, given, said: customFields, turn }]
    })
  })
}

function shareFields(evidence: Evidence, kind: 'property' | 'meter'): Kept[] {
  return toldShares(evidence).flatMap((told) =>
    heldAndSaid(told)
      .filter((held) => held.kind === kind && held.told.customFields !== undefined)
      .map((held) => ({ item: held, given: held.share.values, said: held.told.customFields ?? {}, turn: told.turn })),
  )
}
