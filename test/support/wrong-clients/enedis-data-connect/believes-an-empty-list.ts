import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'takes an empty list of services for the last word',
  differs: {
    habits: {
      async exchange(run, autorisation) {
        const services = await run.habits.services(run, autorisation)
        run.memory.waiting = run.memory.waiting.filter((one) => one.autorisation !== autorisation)
        run.habits.learnServices(run, autorisation, services)
      },
    },
  },
  on: ['services-listed-later'],
  fails: ['services/asks-again-when-empty'],
  also: {
    'it never learns the usage point': [
      'days/average-power',
      'days/daily-value',
      'days/end-stamped',
      'days/held',
      'days/none-invented',
      'days/not-twice',
      'days/peaks',
      'life/knows-active',
      'limits/five-a-second',
      'requests/leading-zeros',
      'requests/max-power',
      'requests/usage-point-in-path',
      'requests/well-formed',
      'services/directions',
      'services/exchanges-first',
      'token/kept',
      'windows/no-day-between',
      'windows/no-day-between-runs',
      'windows/not-in-future',
      'windows/ordered',
      'windows/seven-days',
      'windows/up-to-yesterday',
    ],
  },
})
