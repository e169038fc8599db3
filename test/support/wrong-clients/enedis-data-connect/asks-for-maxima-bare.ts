import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { alsoAsk } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks for maxima without saying which',
  differs: {
    habits: {
      async readOne(run, about) {
        const { usagePoint, direction, kind } = about
        const today = dayOf(run.setting.now)
        if (kind === 'daily' && direction === 'consumption')
          await alsoAsk(run, 'puissance_conso_max_quotidienne', {
            pointId: usagePoint,
            dateDebut: daysAfter(today, -1),
            dateFin: today,
          })
        await goodHabits.readOne(run, about)
      },
    },
  },
  on: ['consented'],
  fails: ['requests/max-power'],
})
