import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf } from '../../../../conformance/clients/paris.ts'
import { alsoAsk } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'writes days as people do',
  differs: {
    habits: {
      async readOne(run, about) {
        const { usagePoint, direction, kind } = about
        const today = dayOf(run.setting.now)
        if (kind === 'daily' && direction === 'consumption')
          await alsoAsk(run, 'consommation_quotidienne', {
            pointId: usagePoint,
            dateDebut: '01/10/2026',
            dateFin: today.split('-').reverse().join('/'),
          })
        await goodHabits.readOne(run, about)
      },
    },
  },
  on: ['consented'],
  fails: ['requests/well-formed'],
})
