import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { alsoAsk } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'takes autorisation_id for the number of the usage point',
  differs: {
    habits: {
      async welcomeAutorisation(run, autorisation) {
        const { setting } = run
        const asked = {
          pointId: autorisation,
          dateDebut: daysAfter(dayOf(setting.now), -1),
          dateFin: dayOf(setting.now),
        }
        await alsoAsk(run, 'consommation_quotidienne', asked)
        await goodHabits.welcomeAutorisation(run, autorisation)
      },
    },
  },
  on: ['first-consent'],
  fails: ['services/exchanges-first'],
})
