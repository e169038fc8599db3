import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'takes every usage point for one that consumes only',
  differs: {
    habits: {
      usagePointsKnown(run) {
        return goodHabits.usagePointsKnown(run).map((point) => ({ ...point, consumption: true, production: false }))
      },
    },
  },
  on: ['production-meter'],
  fails: ['services/directions'],
})
