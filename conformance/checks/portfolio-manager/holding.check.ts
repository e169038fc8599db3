import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { named, saidOf, smoothSyncs } from './facts/index.ts'
import { hasMoved, heldAndSaid, isOwnDoing, sharesAt, toldShares, type Held } from './facts/held.ts'
import { wasEdited } from './facts/edits.ts'

const knowsShares = check({
  id: 'portfolio-manager/holding/knows-shares',
  title: 'knows what it holds',
  requirement: 'PM-HOLD-1',
  level: 'must',
  needs: 'words',
  remedy: 'Keep what you accepted across runs, and compare it with what the provider lists.',
  when: (evidence) => toldShares(evidence, smoothSyncs(evidence)),
  then: (evidence, { turn, view, said }) =>
    sharesAt(view)
      .filter((held) => isOwnDoing(evidence, held, turn))
      .map((held) => {
        const holds = saidOf(said, held) !== undefined
        return {
          holds,
          says: `${sentence(evidence, held)} is held; the client ${holds ? 'says so' : 'does not say so'}.`,
          rests: [turn],
        }
      }),
})

const meterImpliesProperty = check({
  id: 'portfolio-manager/holding/meter-implies-property',
  title: 'knows that it holds a property whose share was accepted along with a meter',
  requirement: 'PM-HOLD-2',
  level: 'must',
  needs: 'words',
  remedy: 'Accepting a meter accepts its property too: record the property as held.',
  when: (evidence) => toldShares(evidence),
  then: (evidence, { turn, view, said }) =>
    sharesAt(view)
      .filter((held) => held.kind === 'property' && !isOwnDoing(evidence, held, turn))
      .map((held) => {
        const holds = saidOf(said, held) !== undefined
        return {
          holds,
          says: `${sentence(evidence, held)} came along with a meter; the client ${holds ? 'noticed' : 'does not say that it holds it'}.`,
          rests: [turn],
        }
      }),
})

const pendingIsNotHeld = check({
  id: 'portfolio-manager/holding/pending-is-not-held',
  title: 'does not take for its own what still waits for its answer',
  requirement: 'PM-HOLD-3',
  level: 'must',
  needs: 'words',
  remedy: 'Record a share as held when its own acceptance has succeeded, not when it shows up.',
  when: (evidence) => toldShares(evidence, evidence.turns),
  then: (evidence, { turn, view, said }) =>
    sharesAt(view, 'pending').map((offered) => {
      const holds = saidOf(said, offered) === undefined
      return {
        holds,
        says: `${sentence(evidence, offered)} is pending; the client ${holds ? 'does not claim it' : 'says that it holds it'}.`,
        rests: [turn],
      }
    }),
})

const ownLevel = check({
  id: 'portfolio-manager/holding/own-level',
  title: 'takes the level of each property and meter from that item itself',
  requirement: 'PM-HOLD-4',
  level: 'must',
  needs: 'words',
  remedy: 'Each item has its own accessLevel: a meter may be writable on a property that is not, and the reverse.',
  when: (evidence) => toldShares(evidence),
  then: (evidence, told) =>
    heldAndSaid(told)
      .filter((held) => held.told.access !== undefined && !wasEdited(evidence, held, told.turn))
      .map((held) => ({
        holds: held.told.access === held.share.level,
        says: `${sentence(evidence, held)} is held at ${held.share.level}; the client says ${held.told.access}.`,
        rests: [told.turn],
      })),
})

const ownerIsAdministrator = check({
  id: 'portfolio-manager/forward/owner-is-administrator',
  title: 'takes the property data administrator for the owner, whoever made the share',
  requirement: 'PM-FORWARD-1',
  level: 'must',
  needs: 'words',
  remedy: 'Book a share under its accountId: the consultant who passed it on stands in shareAudit only.',
  when: (evidence) => toldShares(evidence),
  then: (evidence, told) =>
    heldAndSaid(told)
      .filter(
        (held) => typeof held.told.owner === 'string' && !hasMoved(evidence, held.property, { id: told.turn.until }),
      )
      .map((held) => ({
        holds: held.told.owner === held.owner,
        says: `${sentence(evidence, held)} belongs to ${who(evidence, held.owner)}; the client says ${who(evidence, held.told.owner ?? '')}.`,
        rests: [told.turn],
      })),
})

const sharerKeptApart = check({
  id: 'portfolio-manager/forward/sharer-kept-apart',
  title: 'remembers who made a share apart from whose property it is',
  requirement: 'PM-FORWARD-2',
  level: 'must',
  needs: 'words',
  remedy: 'Keep createdByAccountId of shareAudit beside accountId: they differ when a share was passed on.',
  when: (evidence) => toldShares(evidence),
  then: (evidence, told) =>
    heldAndSaid(told)
      .filter((held) => typeof held.told.sharedBy === 'string')
      .map((held) => ({
        holds: held.told.sharedBy === held.share.sharer,
        says: `${sentence(evidence, held)} was shared by ${who(evidence, held.share.sharer)}; the client says ${who(evidence, held.told.sharedBy ?? '')}.`,
        rests: [told.turn],
      })),
})

export const holding: readonly Check[] = [
  knowsShares,
  meterImpliesProperty,
  pendingIsNotHeld,
  ownLevel,
  ownerIsAdministrator,
  sharerKeptApart,
]

function who(evidence: Evidence, id: string): string {
  return named(evidence, { kind: 'account', id })
}

function sentence(evidence: Evidence, item: Held): string {
  const name = named(evidence, item)
  return name.charAt(0).toUpperCase() + name.slice(1)
}
