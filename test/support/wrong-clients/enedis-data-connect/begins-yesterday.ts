import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks for yesterday only, however long ago it last asked',
  differs: {
    habits: {
      daysWanted(run, flow, kind) {
        const yesterday = daysAfter(dayOf(run.setting.now), -1)
        const days = goodHabits.daysWanted(run, flow, kind)
        return flow.series[kind].askedUntil === null ? days : days.filter((day) => day >= yesterday)
      },
    },
  },
  on: ['meter-replaced'],
  fails: ['windows/no-day-between-runs'],
  also: { 'no day is told twice': ['days/not-twice'] },
})
