import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { callsOf, everSaid, noticesShown, smoothSyncs, syncs, truth, type Call } from './facts/index.ts'

/** A call after which notices counted as read. */
type Clearing = { call: Call; notices: string[] }

const looksFirst = check({
  id: 'portfolio-manager/notices/looks-first',
  title: 'looks at notifications before it has them cleared',
  requirement: 'PM-NOTICE-1',
  level: 'should',
  remedy: 'Ask with clear=false first, store what came, and then ask with clear=true: left out, clear means true.',
  when: clearings,
  then: (evidence, clearing) => {
    const missed = clearing.notices.filter((id) => !wasShownBefore(evidence, id, clearing.call))
    const says = `The client had ${missed.length} of ${clearing.notices.length} notifications cleared before it had seen them.`
    return [{ holds: missed.length === 0, says, rests: [clearing.call] }]
  },
})

const noneLost = check({
  id: 'portfolio-manager/notices/none-lost',
  title: 'has no notification cleared that it never received',
  requirement: 'PM-NOTICE-2',
  level: 'must',
  remedy: 'Ask with clear=false until an answer has arrived and is stored: what is cleared is never listed again.',
  when: clearings,
  then: (evidence, clearing) => {
    const lost = clearing.notices.filter((id) => !clearing.call.heard && !wasShownBefore(evidence, id, clearing.call))
    const says = `${lost.length} of ${clearing.notices.length} cleared notifications never reached the client.`
    return [{ holds: lost.length === 0, says, rests: [clearing.call] }]
  },
})

const cleared = check({
  id: 'portfolio-manager/notices/cleared',
  title: 'has notifications cleared once it has received them',
  requirement: 'PM-NOTICE-3',
  level: 'should',
  remedy: 'When they are stored, ask with clear=true, so that the list does not grow for ever.',
  when: smoothSyncs,
  then: (evidence, turn) => {
    const shown = noticesShown(evidence).filter(({ call }) => call.turn === turn)
    if (shown.length === 0) return []
    const { unread } = truth(evidence).after({ id: turn.until })
    const left = shown.filter(({ id }) => unread.includes(id))
    const says = `Of ${new Set(shown.map(({ id }) => id)).size} notifications received in a run, the client left ${left.length} unread.`
    return [{ holds: left.length === 0, says, rests: shown.map(({ call }) => call) }]
  },
})

const noneForgotten = check({
  id: 'portfolio-manager/notices/none-forgotten',
  title: 'deals with every notification it received, even if the run that fetched it died',
  requirement: 'PM-NOTICE-4',
  level: 'must',
  needs: 'words',
  remedy: 'Store notifications where the end of the process cannot reach them before you have them cleared.',
  when: (evidence) => (saysNotices(evidence) ? received(evidence) : []),
  then: (evidence, { id, call }) => {
    const isOver = syncs(evidence).some((turn) => turn.exit === 0 && turn.until > call.id)
    if (!isOver) return []
    const holds = everSaid(evidence, 'notifications').some(({ what }) => what === id)
    const says = `Notification ${id} reached the client; it ${holds ? 'was dealt with' : 'was never heard of again'}.`
    return [{ holds, says, rests: [call] }]
  },
})

const dealsOnce = check({
  id: 'portfolio-manager/notices/deals-once',
  title: 'deals with each notification once, however often it is listed',
  requirement: 'PM-NOTICE-5',
  level: 'must',
  needs: 'words',
  remedy: 'Know notifications by their notificationId: an uncleared one is listed again.',
  when: (evidence) => (saysNotices(evidence) ? received(evidence) : []),
  then: (evidence, { id, call }) => {
    const times = everSaid(evidence, 'notifications').filter(({ what }) => what === id)
    const says = `The client dealt with notification ${id} ${times.length} times.`
    return [{ holds: times.length <= 1, says, rests: [call, ...times.map(({ turn }) => turn)] }]
  },
})

export const notices: readonly Check[] = [looksFirst, noneLost, cleared, noneForgotten, dealsOnce]

function clearings(evidence: Evidence): Clearing[] {
  return callsOf(evidence).flatMap((call) => {
    if (call.endpoint !== 'notification.list') return []
    const after = new Set(truth(evidence).after(call).unread)
    const read = truth(evidence)
      .before(call)
      .unread.filter((id) => !after.has(id))
    return read.length > 0 ? [{ call, notices: read }] : []
  })
}

function wasShownBefore(evidence: Evidence, id: string, { id: moment }: Call): boolean {
  return noticesShown(evidence).some((notice) => notice.id === id && notice.call.id < moment)
}

/** Each notice the client received, with the first call that brought it. */
function received(evidence: Evidence): { id: string; call: Call }[] {
  const firsts = new Map<string, Call>()
  for (const { id, call } of noticesShown(evidence)) if (!firsts.has(id)) firsts.set(id, call)
  return [...firsts].map(([id, call]) => ({ id, call }))
}

/** Clients that say other things may keep silent about notifications. */
function saysNotices({ said }: Evidence): boolean {
  return said.some(({ words }: { turn: Turn; words: object }) => 'notifications' in words)
}
