import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'sends customers to consent again when v5 has ended',
  differs: {
    habits: {
      changeOver(run, generation) {
        goodHabits.changeOver(run, generation)
        run.say({ open: run.habits.sendOut(run) })
      },
    },
  },
  on: ['migration-day'],
  fails: ['gateway/same-consents'],
  also: { 'the customer meets a page to log in': ['consent/page-fails'] },
})
