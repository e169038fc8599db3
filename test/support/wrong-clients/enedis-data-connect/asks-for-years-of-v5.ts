import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf, daysAfter } from '../../../../conformance/clients/paris.ts'
import { alsoCall } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks v5 for more than a year at once',
  differs: {
    habits: {
      async readOne(run, about) {
        const today = dayOf(run.setting.now)
        const asked = { usage_point_id: about.usagePoint, start: daysAfter(today, -500), end: today }
        const address = `${run.setting.url}/metering_data_dc/v5/daily_consumption?${new URLSearchParams(asked)}`
        await goodHabits.readOne(run, about)
        if (about.kind === 'daily') await alsoCall(run, address)
      },
    },
  },
  on: ['first-consent-on-former-page'],
  fails: ['windows/one-year'],
})
