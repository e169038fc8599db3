import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'keeps one point for each stamp',
  differs: {
    habits: {
      daysOfCurve(run, flow, window, readings) {
        const stamps = new Map(readings.map((reading) => [reading.stamp, reading]))
        return goodHabits.daysOfCurve(run, flow, window, [...stamps.values()])
      },
    },
  },
  on: ['autumn-clock-change'],
  fails: ['days/long'],
})
