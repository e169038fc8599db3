import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks for no agreement of an authorization once one was taken out',
  differs: {
    habits: {
      async readPoint(run, id, usagePoint) {
        const all = Object.values(run.memory.agreements).filter(({ authorization }) => authorization === id)
        if (all.every(({ held }) => held)) await goodHabits.readPoint(run, id, usagePoint)
      },
    },
  },
  on: ['agreement-removed'],
  fails: ['agreements/keeps-other-agreements', 'walk/each-usage-point'],
  also: {
    'it asks for nothing any more': ['dates/no-day-between'],
  },
})
