import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import { callsIn, callsOf, isAbout, named, smoothSyncs, truth, uses, type Call } from './facts/index.ts'
import { entriesIn, knownBefore, uploads } from './facts/entries.ts'
import { sharesAt } from './facts/held.ts'

const mostEntries = 120

const notTwice = check({
  id: 'portfolio-manager/readings/not-twice',
  title: 'uploads no reading that is there already',
  requirement: 'PM-DATA-1',
  level: 'must',
  remedy:
    'Read the meter before you write to it, and send what is missing. After an upload without an answer, read again: do not repeat it.',
  when: (evidence) => uploads(evidence).filter(({ call }) => call.done),
  then: (evidence, { call, entries }) => {
    const known = knownBefore(evidence, call)
    const twice = entries.filter((entry) => known.has(entry))
    const says = `Of ${entries.length} readings that the client sent to ${item(evidence, call)}, ${twice.length} were there already.`
    return [{ holds: twice.length === 0, says, rests: [call] }]
  },
})

const batches = check({
  id: 'portfolio-manager/readings/batches',
  title: `uploads at most ${mostEntries} readings in one call`,
  requirement: 'PM-DATA-2',
  level: 'must',
  remedy: `Split uploads into batches of ${mostEntries}: one entry more is refused with -100, and none is stored.`,
  when: uploads,
  then: (_, { call }) => {
    const count = entriesIn(call).length
    return [{ holds: count <= mostEntries, says: `The client sent ${count} readings in one call.`, rests: [call] }]
  },
})

const rangeNamed = check({
  id: 'portfolio-manager/readings/range-named',
  title: 'deletes readings by both days of a range, never without',
  requirement: 'PM-DATA-3',
  level: 'must',
  remedy: 'Send startDate and endDate, spelt so: without them, or misspelt, every reading of the meter is deleted.',
  when: (evidence) => callsOf(evidence).filter(({ endpoint }) => endpoint === 'consumption.deleteRange'),
  then: (evidence, call) => {
    const isDay = (name: string) => /^\d{4}-\d{2}-\d{2}$/.test(call.query.get(name) ?? '')
    const holds = isDay('startDate') && isDay('endDate')
    const asked = call.query.size === 0 ? 'no parameters' : `"${call.query.toString()}"`
    return [{ holds, says: `The client deleted readings of ${item(evidence, call)} with ${asked}.`, rests: [call] }]
  },
})

const notInFuture = check({
  id: 'portfolio-manager/readings/not-in-future',
  title: 'uploads no reading of a period that is not over',
  requirement: 'PM-DATA-4',
  level: 'must',
  needs: 'own clock',
  remedy:
    'Send a reading after its period has ended. If your clock was not shifted: run Node with --import wattproof/client-clock, or under faketime.',
  when: uploads,
  then: (_, { call, entries }) => {
    const today = call.entry.at.slice(0, 10)
    const early = entries.filter((entry) => (entry.split('/')[1] ?? '') > today)
    const says = `On ${today} the client sent ${early.length} readings of periods that end later.`
    return [{ holds: early.length === 0, says, rests: [call] }]
  },
})

const visits = (
  [
    ['one-meter', 'PM-DATA-5', 'uses the meter of a property that has one only', (count: number) => count === 1],
    ['each-meter', 'PM-DATA-6', 'uses each meter of a property that has several', (count: number) => count > 1],
  ] as const
).map(([name, requirement, title, isMeant]) =>
  check({
    id: `portfolio-manager/readings/${name}`,
    title,
    requirement,
    level: 'should',
    only: { unless: 'verifiesOwners' },
    remedy: 'Read every list element as a list, whether it holds one link, several or none.',
    when: smoothSyncs,
    then: (evidence, turn) => {
      // Held all the time, of a connected owner: what comes and goes, and who left, is another check's matter.
      const { connections } = truth(evidence).after({ id: turn.id })
      const held = sharesAt(truth(evidence).after({ id: turn.id })).filter(
        ({ kind, owner }) => kind === 'meter' && connections[owner]?.status === 'connected',
      )
      const still = new Set(sharesAt(truth(evidence).after({ id: turn.until })).map(({ id }) => id))
      return held.flatMap((meter) => {
        const siblings = held.filter(({ property }) => property === meter.property)
        if (!isMeant(siblings.length) || !still.has(meter.id)) return []
        const used = callsIn(evidence, turn).filter((call) => uses(call) && isAbout(call, meter))
        const says = `The client ${used.length > 0 ? 'used' : 'left out'} ${named(evidence, meter)} in its run.`
        return [{ holds: used.length > 0, says, rests: [turn, ...used.slice(0, 1)] }]
      })
    },
  }),
)

export const readings: readonly Check[] = [notTwice, batches, rangeNamed, notInFuture, ...visits]

function item(evidence: Evidence, { item: about }: Call): string {
  return about === undefined ? 'a meter' : named(evidence, about)
}
