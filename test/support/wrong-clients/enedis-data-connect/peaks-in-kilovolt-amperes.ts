import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'takes peaks for kilovolt-amperes',
  differs: {
    habits: {
      peaksHeld(run) {
        return (goodHabits.peaksHeld(run) as { va: number }[]).map((peak) => ({ ...peak, va: peak.va / 1000 }))
      },
    },
  },
  on: ['consented'],
  fails: ['days/peaks'],
})
