import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'gives each meter back twice',
  differs: {
    habits: {
      async giveBackMeter(run, id, note) {
        await goodHabits.giveBackMeter(run, id, note)
        await goodHabits.giveBackMeter(run, id, note)
      },
    },
  },
  on: ['meters-given-back'],
  fails: ['leaving/ends-once'],
  also: { 'the second goodbye is refused': ['access/does-not-insist'] },
})
