import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { alsoAsk } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'takes usage points for numbers',
  differs: {
    habits: {
      async readOne(run, about) {
        const { usagePoint, direction, kind } = about
        const today = dayOf(run.setting.now)
        if (kind === 'daily' && direction === 'consumption')
          await alsoAsk(run, 'consommation_quotidienne', {
            pointId: String(Number(usagePoint)),
            dateDebut: daysAfter(today, -1),
            dateFin: today,
          })
        await goodHabits.readOne(run, about)
      },
    },
  },
  on: ['leading-zero'],
  fails: ['requests/leading-zeros'],
})
