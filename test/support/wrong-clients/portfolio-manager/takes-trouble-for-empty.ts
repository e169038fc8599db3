import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'takes an answer it cannot read for an empty list',
  differs: {
    manners: { pauseAfterTrouble: () => undefined },
    habits: {
      async customers(run) {
        return goodHabits.customers(run).catch(() => {
          for (const customer of Object.values(run.memory.customers)) customer.connected = false
          return []
        })
      },
      metersOn: (run, property) => goodHabits.metersOn(run, property).catch(() => []),
      propertiesOf: (run, account) => goodHabits.propertiesOf(run, account).catch(() => []),
    },
  },
  on: ['bad-gateway'],
  fails: ['trouble/concludes-nothing'],
})
