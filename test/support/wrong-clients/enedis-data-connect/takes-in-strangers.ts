import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { alsoAskForServices } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks Enedis about whatever a browser brings',
  differs: {
    habits: {
      async takeBack(run, url) {
        const told = run.habits.redirectIn(url)
        const autorisation = told.get('autorisation_id')
        if (autorisation !== null && run.habits.stateOf(run, told) === undefined)
          await alsoAskForServices(run, run.habits.servicesQuery(autorisation))
        return goodHabits.takeBack(run, url)
      },
    },
  },
  on: ['first-consent'],
  fails: ['consent/validates-state'],
})
