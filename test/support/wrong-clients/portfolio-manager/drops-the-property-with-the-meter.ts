import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'drops a property when it gives a meter of it back',
  differs: {
    habits: {
      remember(run, property, account) {
        if (!(property in run.memory.properties)) goodHabits.remember(run, property, account)
      },
      forgetMeter(run, id) {
        goodHabits.forgetMeter(run, id)
        run.habits.forgetProperty(run, run.memory.meters[id]?.property ?? '')
      },
    },
  },
  on: ['meters-given-back'],
  fails: ['leaving/property-stays', 'holding/knows-shares'],
})
