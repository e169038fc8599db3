import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { answersOf, callsIn, named, smoothSyncs, truth, uses, type Call, type Item } from './facts/index.ts'
import { sharesAt } from './facts/held.ts'
import { answersTwice, leftUnanswered } from './facts/requests.ts'

function statusOfProperty(evidence: Evidence, meter: string, turn: Turn): string | undefined {
  const { meters, propertyShares } = truth(evidence).after({ id: turn.id })
  return propertyShares[meters[meter]?.property ?? '']?.status
}

const propertyAnswered = check({
  id: 'portfolio-manager/share/property-answered',
  title: 'answers each property share that it is shown',
  requirement: 'PM-SHARE-1',
  level: 'must',
  remedy: 'POST /share/property/{propertyId} with Accept or Reject for each property in the pending list.',
  only: { unless: 'verifiesOwners' },
  when: smoothSyncs,
  then: (evidence, turn) =>
    leftUnanswered(evidence, turn, ({ kind, id }) => {
      const { meters, meterShares } = truth(evidence).after({ id: turn.id })
      const isRejected = Object.entries(meterShares).some(
        ([meter, { because }]) => meters[meter]?.property === id && because === 'rejected',
      )
      return kind === 'property' && !isRejected
    }),
})

const metersAfterProperty = check({
  id: 'portfolio-manager/share/meters-after-property',
  title: 'answers each meter of a property it accepts',
  requirement: 'PM-SHARE-2',
  level: 'must',
  remedy: 'Accepting a property does not accept its meters: POST /share/meter/{meterId} for each of them.',
  only: { unless: 'verifiesOwners' },
  when: smoothSyncs,
  then: (evidence, turn) =>
    leftUnanswered(
      evidence,
      turn,
      ({ kind, id }) => kind === 'meter' && statusOfProperty(evidence, id, turn) !== 'active',
    ),
})

const newMeter = check({
  id: 'portfolio-manager/share/new-meter',
  title: 'answers a meter that is shared on a property it already holds',
  requirement: 'PM-SHARE-3',
  level: 'must',
  remedy: 'Answer the pending meters of every session: one may come on a property you have held for years.',
  only: { unless: 'verifiesOwners' },
  when: smoothSyncs,
  then: (evidence, turn) =>
    leftUnanswered(
      evidence,
      turn,
      ({ kind, id }) => kind === 'meter' && statusOfProperty(evidence, id, turn) === 'active',
    ),
})

const answersOnce = (['property', 'meter'] as const).map((kind) =>
  check({
    id: `portfolio-manager/share/${kind}-answers-once`,
    title: `answers each ${kind} share once`,
    requirement: 'PM-SHARE-4',
    level: 'must',
    remedy:
      'Remember what you have answered, or look at the pending list again: the second answer is refused with -200.',
    when: answersOf,
    then: (evidence, answer) => answersTwice(evidence, answer, kind),
  }),
)

const waits = check({
  id: 'portfolio-manager/share/waits-until-accepted',
  title: 'uses nothing that still waits for its answer',
  requirement: 'PM-SHARE-5',
  level: 'must',
  remedy: 'Read a property or meter only after its own share was accepted: until then it answers 403.',
  when: smoothSyncs,
  then: (evidence, turn) => {
    const offered = sharesAt(truth(evidence).after({ id: turn.id }), 'pending')
    return offered.map((item) => {
      const early = usesOf(evidence, turn, item).filter((call) => statusBefore(evidence, item, call) === 'pending')
      const says = `The client used ${named(evidence, item)} ${early.length} times while its share was pending.`
      return { holds: early.length === 0, says, rests: early.length > 0 ? early : [turn] }
    })
  },
})

const onlyShared = check({
  id: 'portfolio-manager/share/only-shared-meters',
  title: 'uses only those meters of a property that are shared with it',
  requirement: 'PM-SHARE-6',
  level: 'must',
  remedy: 'List meters with myAccessOnly=true: a property may have more meters than were shared with you.',
  when: smoothSyncs,
  then: (evidence, turn) => {
    const view = truth(evidence).after({ id: turn.until })
    const held = new Set(sharesAt(view).map(({ property }) => property))
    const others = Object.keys(view.meters).filter((id) => {
      const share = view.meterShares[id]
      const isNotOurs = share === undefined || share.because === 'rejected'
      return held.has(view.meters[id]?.property ?? '') && isNotOurs
    })
    return others.map((id) => {
      const tried = usesOf(evidence, turn, { kind: 'meter', id })
      const says = `${named(evidence, { kind: 'meter', id })} is not shared; the client used it ${tried.length} times.`
      return { holds: tried.length === 0, says, rests: tried.length > 0 ? tried : [turn] }
    })
  },
})

export const share: readonly Check[] = [
  propertyAnswered,
  metersAfterProperty,
  newMeter,
  ...answersOnce,
  waits,
  onlyShared,
]

function usesOf(evidence: Evidence, turn: Turn, { kind, id }: Item): Call[] {
  return callsIn(evidence, turn).filter((call) => uses(call) && call.item?.kind === kind && call.item.id === id)
}

function statusBefore(evidence: Evidence, { kind, id }: Item, call: Call): string | undefined {
  const view = truth(evidence).before(call)
  return (kind === 'property' ? view.propertyShares : view.meterShares)[id]?.status
}
