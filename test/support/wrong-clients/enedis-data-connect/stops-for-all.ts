import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'stops for all customers when one consent is over',
  differs: {
    habits: {
      async bringUpToDate(run) {
        const isOver = Object.values(run.memory.consents).some(({ status }) => status === 'ended')
        if (!isOver) await goodHabits.bringUpToDate(run)
      },
    },
  },
  on: ['consent-revoked'],
  fails: ['life/keeps-others'],
  also: { 'it asks for nothing any more': ['days/not-twice', 'token/kept'] },
})
