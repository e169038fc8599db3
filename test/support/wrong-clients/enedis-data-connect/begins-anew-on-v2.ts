import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf } from '../../../../conformance/clients/paris.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const changed = keptBeside((): { on?: string } => ({}))

export default wrongDataConnect({
  does: 'begins on v2 with the day of the change',
  differs: {
    habits: {
      async readingsOf(run, generation, about, window) {
        if (generation !== 'v2') return goodHabits.readingsOf(run, generation, about, window)
        const since = (changed(run).on ??= dayOf(run.setting.now))
        if (window.until <= since) return []
        const from = window.from < since ? since : window.from
        return goodHabits.readingsOf(run, generation, about, { ...window, from })
      },
    },
  },
  on: ['migration-day'],
  fails: ['gateway/no-day-lost', 'windows/no-day-between-runs'],
  also: { 'no day is told twice': ['days/not-twice'] },
})
