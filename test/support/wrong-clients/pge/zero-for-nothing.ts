import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { dayOf } from '../../../../conformance/clients/pge/pacific.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes no data for zero',
  differs: {
    habits: {
      daysHeld(run) {
        const silent = Object.entries(run.memory.agreements).filter(
          ([, { series }]) => Object.keys(series).length === 0,
        )
        const day = { day: dayOf(run.setting.now), flow: 'delivered', unit: 'Wh', count: 24, hours: 24, quantity: 0 }
        return [...goodHabits.daysHeld(run), ...silent.map(([usagePoint]) => ({ usagePoint, ...day }))]
      },
    },
  },
  on: ['no-data'],
  fails: ['readings/none-invented'],
})
