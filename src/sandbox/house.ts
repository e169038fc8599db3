import type { ActionName, Finding, House } from '../contract/effect.ts'
import { Ids } from '../ground/ids.ts'
import type { Due } from '../ground/agenda.ts'
import { later } from '../toolbox/calendar.ts'
import type { Notice, WorldState } from './world/state.ts'

/** What a change asked of the house beyond its own state: to be done once the change has landed. */
export type Effects = { due: Due[]; notices: Notice[]; findings: Finding[] }

type About = {
  provider: string
  now: string
  seed: string
  zone: string
  dialect: Readonly<Record<string, string>>
}

/** The house as one rule sees it during one change. Agenda and outbox are filed in the state it is given. */
export function houseFor(state: WorldState, { provider, now, seed, zone, dialect }: About, effects: Effects): House {
  const ids = new Ids(seed, state.ids)
  const at = (instant: string, action: ActionName, args: object): string => {
    const order = ids.next('due')
    const due: Due = { id: `due-${order}`, at: later(now, instant, zone), order, provider, action, args }
    state.agenda[due.id] = due
    effects.due.push(due)
    return due.id
  }
  return {
    now,
    ids,
    dialect,
    at,
    later: (delay, action, args) => at(later(now, delay, zone), action, args),
    cancel: (due) => {
      delete state.agenda[due]
    },
    notify: (kind, to, content) => {
      const notice: Notice = { id: `notice-${ids.next('notice')}`, provider, kind, to, content, at: now, attempts: [] }
      state.outbox[notice.id] = notice
      effects.notices.push(notice)
      return notice.id
    },
    note: (finding) => {
      effects.findings.push(finding)
    },
  }
}
