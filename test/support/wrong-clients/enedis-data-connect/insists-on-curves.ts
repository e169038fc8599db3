import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks for curves and never for daily values',
  differs: {
    habits: {
      wantedOf: (run, usagePoint) => goodHabits.wantedOf(run, usagePoint).filter(({ kind }) => kind !== 'daily'),
    },
  },
  on: ['curve-never-activated'],
  fails: ['outcomes/no-curve'],
  also: { 'it reads no daily values': ['days/daily-value'] },
})
