import { check, type Check } from '../../check.ts'
import { callsIn, smoothSyncs, uses } from './facts/index.ts'

/** What a session begins with: nothing announces what waits, so the client looks. */
const looks: readonly { list: string; endpoint: string; words: string; requirement: string }[] = [
  { list: 'notifications', endpoint: 'notification.list', words: 'notifications', requirement: 'PM-SESSION-1' },
  {
    list: 'connections',
    endpoint: 'connection.listPending',
    words: 'pending connections',
    requirement: 'PM-SESSION-2',
  },
  {
    list: 'properties',
    endpoint: 'propertyShare.listPending',
    words: 'pending property shares',
    requirement: 'PM-SESSION-3',
  },
  { list: 'meters', endpoint: 'meterShare.listPending', words: 'pending meter shares', requirement: 'PM-SESSION-4' },
]

const asks = looks.map(({ list, endpoint, words, requirement }) =>
  check({
    id: `portfolio-manager/session/${list}`,
    title: `asks for ${words} in each session`,
    requirement,
    level: 'must',
    remedy: `Ask for ${words} at the start of every run, whatever the run is for.`,
    when: smoothSyncs,
    then: (evidence, turn) => {
      const asked = callsIn(evidence, turn).filter((call) => call.endpoint === endpoint)
      const says = `In the run that began at ${turn.at} the client asked for ${words} ${asked.length} times.`
      return [{ holds: asked.length > 0, says, rests: asked.length > 0 ? asked : [turn] }]
    },
  }),
)

const asksFirst = check({
  id: 'portfolio-manager/session/asks-first',
  title: 'asks for notifications and pending lists before it works with data',
  requirement: 'PM-SESSION-5',
  level: 'should',
  remedy: 'Begin with notifications and the three pending lists: they say what of the data is still yours.',
  when: smoothSyncs,
  then: (evidence, turn) => {
    const calls = callsIn(evidence, turn)
    const data = calls.find((call) => uses(call) && (call.item?.kind === 'property' || call.item?.kind === 'meter'))
    if (data === undefined) return []
    return looks.flatMap(({ endpoint, words }) => {
      const first = calls.find((call) => call.endpoint === endpoint)
      if (first === undefined) return []
      const holds = first.id < data.id
      return [
        {
          holds,
          says: `The client used data ${holds ? 'after' : 'before'} it asked for ${words}.`,
          rests: [first, data],
        },
      ]
    })
  },
})

export const session: readonly Check[] = [...asks, asksFirst]
