import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { alsoAskForServices } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks for services although the customer has refused',
  differs: {
    habits: {
      async takeBack(run, url) {
        if (url.searchParams.get('error') === 'invalid_request')
          await alsoAskForServices(run, run.habits.servicesQuery('0'))
        return goodHabits.takeBack(run, url)
      },
    },
  },
  on: ['consent-refused'],
  fails: ['consent/takes-refusal'],
  also: { 'it takes a token earlier': ['token/kept'] },
})
