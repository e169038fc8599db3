import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'

function numbered(one: object): object {
  const { customFields = {} } = one as { customFields?: Record<string, string> }
  return {
    ...one,
    customFields: Object.fromEntries(Object.entries(customFields).map(([name, value]) => [name, Number(value)])),
  }
}

export default wrongClient({
  does: 'reads custom field values as numbers',
  differs: {
    habits: {
      connectionsHeld: (run) => goodHabits.connectionsHeld(run).map(numbered),
      sharesHeld: (run) => goodHabits.sharesHeld(run).map(numbered),
    },
  },
  on: ['terms-and-custom-fields'],
  fails: ['fields/account', 'fields/property', 'fields/meter'],
})
