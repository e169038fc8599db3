import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { answersOf, callsOf, named, statusAt, truth, type Call, type Item } from './facts/index.ts'

/** For clients that exchange data with owners only who have connected themselves. */
const ownerFirst = check({
  id: 'portfolio-manager/verified/owner-first',
  title: 'accepts no share before the connection of its owner is answered',
  requirement: 'PM-VERIFY-1',
  level: 'must',
  only: { when: 'verifiesOwners' },
  remedy: 'Answer connections before shares: accepting a share would accept its unknown owner unseen.',
  when: (evidence) =>
    answersOf(evidence).filter(({ kind, action, call }) => kind !== 'account' && action === 'Accept' && call.done),
  then: (evidence, answer) => {
    const owner = ownerOf(evidence, answer, answer.call)
    const holds = statusAt(evidence, { kind: 'account', id: owner }, { id: answer.call.id - 1 }) === 'connected'
    const says = `The client accepted ${named(evidence, answer)} ${holds ? 'after' : 'before'} ${named(evidence, { kind: 'account', id: owner })} was connected.`
    return [{ holds, says, rests: [answer.call] }]
  },
})

const dataAfterOwner = check({
  id: 'portfolio-manager/verified/data-after-owner',
  title: 'sends no data about a property whose owner is not connected',
  requirement: 'PM-VERIFY-2',
  level: 'must',
  only: { when: 'verifiesOwners' },
  remedy: 'Before each upload ask whether the present owner of the property is connected with you.',
  when: (evidence) =>
    callsOf(evidence).filter(({ endpoint, item }) => endpoint === 'consumption.create' && item !== undefined),
  then: (evidence, call) => {
    const owner = ownerOf(evidence, call.item as Item, call)
    const holds = statusAt(evidence, { kind: 'account', id: owner }, { id: call.id - 1 }) === 'connected'
    const says = `The client sent data about ${named(evidence, call.item as Item)}, whose owner ${named(evidence, { kind: 'account', id: owner })} ${holds ? 'is' : 'is not'} connected.`
    return [{ holds, says, rests: [call] }]
  },
})

export const verified: readonly Check[] = [ownerFirst, dataAfterOwner]

function ownerOf(evidence: Evidence, { kind, id }: Item, moment: Call): string {
  const view = truth(evidence).before(moment)
  const property = kind === 'property' ? id : (view.meters[id]?.property ?? '')
  return view.properties[property]?.owner ?? ''
}
