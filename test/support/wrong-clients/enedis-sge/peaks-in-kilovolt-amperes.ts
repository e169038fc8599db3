import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'takes peaks for kilovolt-amperes',
  differs: {
    habits: {
      peaksHeld(run) {
        const peaks = goodHabits.peaksHeld(run) as { va: number }[]
        return peaks.map((peak) => ({ ...peak, va: peak.va / 1000 }))
      },
    },
  },
  on: ['agreed'],
  fails: ['points/peaks-in-volt-amperes'],
})
