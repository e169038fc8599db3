import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
import { metersHeldOn } from '../../../../conformance/clients/portfolio-manager/memory.ts'

export default wrongClient({
  does: 'gives up a whole property when one meter of it changes',
  differs: {
    habits: {
      async learnFrom({ memory }, { propertyId = '' }) {
        const property = memory.properties[propertyId]
        if (property) property.held = false
        for (const [, meter] of metersHeldOn(memory, propertyId)) meter.held = false
      },
      remember(run, property, account) {
        if (!(property in run.memory.properties)) goodHabits.remember(run, property, account)
      },
    },
  },
  on: ['meter-deleted'],
  fails: ['access/rest-goes-on', 'holding/knows-shares', 'readings/one-meter'],
})
