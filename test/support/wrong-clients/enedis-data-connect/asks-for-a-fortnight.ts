import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { alsoAsk } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks for a fortnight of a curve at once',
  differs: {
    habits: {
      async readOne(run, about) {
        const { usagePoint, direction, kind } = about
        const today = dayOf(run.setting.now)
        if (kind === 'daily' && direction === 'consumption')
          await alsoAsk(run, 'courbe_de_charge_consommation', {
            pointId: usagePoint,
            dateDebut: daysAfter(today, -14),
            dateFin: today,
          })
        await goodHabits.readOne(run, about)
      },
    },
  },
  on: ['consented'],
  fails: ['windows/seven-days'],
})
