import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { daysAfter } from '../../../../conformance/clients/paris.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'begins each window on the day after the end of the one before',
  differs: {
    habits: {
      windowsOver(days, most) {
        const windows = goodHabits.windowsOver(days, most)
        const moved = windows.map(({ from, until }, index) => ({
          from: index === 0 ? from : daysAfter(from, 1),
          until,
        }))
        return moved.filter(({ from, until }) => from < until)
      },
    },
  },
  on: ['consented'],
  fails: ['windows/no-day-between'],
})
