import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { alsoAskForServices } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks for services although the consent page has failed',
  differs: {
    habits: {
      async takeBack(run, url) {
        if (url.searchParams.get('error') === 'server_error')
          await alsoAskForServices(run, run.habits.servicesQuery('0'))
        return goodHabits.takeBack(run, url)
      },
    },
  },
  on: ['consent-page-fails'],
  fails: ['consent/page-fails'],
})
