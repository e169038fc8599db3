import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { keptBeside } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

const lost = keptBeside(() => new Set<string>())

export default wrongDataConnect({
  does: 'gives customers up when its application may not use an API',
  differs: {
    habits: {
      async goesOn(run, about, refusal) {
        if (refusal.means === 'API not subscribed') lost(run).add(about.usagePoint)
        return goodHabits.goesOn(run, about, refusal)
      },
      mayUse: (run, usagePoint) => !lost(run).has(usagePoint) && goodHabits.mayUse(run, usagePoint),
    },
  },
  on: ['api-not-subscribed'],
  fails: ['gateway/unsubscribed-keeps-customers'],
  also: {
    'it never reads anything': [
      'days/average-power',
      'days/daily-value',
      'days/end-stamped',
      'days/held',
      'days/none-invented',
      'days/peaks',
      'limits/five-a-second',
      'requests/max-power',
      'token/kept',
      'windows/no-day-between',
      'windows/no-day-between-runs',
      'windows/seven-days',
    ],
  },
})
