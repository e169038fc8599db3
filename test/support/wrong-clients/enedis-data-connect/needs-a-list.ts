import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const noList = keptBeside(() => new Set<string>())

export default wrongDataConnect({
  does: 'gives a consent up when its services are no list',
  differs: {
    habits: {
      async exchange(run, autorisation) {
        await goodHabits.exchange(run, autorisation)
        if (noList(run).size > 0) run.memory.waiting = []
      },
      servicesIn(body) {
        return goodHabits.servicesIn(body)
      },
      async callWith(run, token, asked) {
        const answer = await goodHabits.callWith(run, token, asked)
        const isList = !asked.url.includes('subscribed_services') || answer.body.includes('"serviceSouscrit":[')
        if (!isList) noList(run).add(asked.url)
        return answer
      },
      pauseBeforeNextExchange: () => undefined,
    },
  },
  on: ['services-null', 'services-missing'],
  fails: ['services/no-list'],
  also: {
    'it never learns the usage point': [
      'days/average-power',
      'days/daily-value',
      'days/end-stamped',
      'days/held',
      'days/none-invented',
      'days/peaks',
      'life/knows-active',
      'limits/five-a-second',
      'requests/leading-zeros',
      'requests/max-power',
      'requests/usage-point-in-path',
      'requests/well-formed',
      'services/directions',
      'services/exchanges-first',
      'windows/no-day-between',
      'windows/not-in-future',
      'windows/ordered',
      'windows/seven-days',
    ],
  },
})
