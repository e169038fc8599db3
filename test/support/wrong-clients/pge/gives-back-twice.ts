import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { alsoCall } from '../third-party.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'gives each authorization back once more, to be sure',
  differs: {
    habits: {
      async giveBack(run) {
        const held = Object.keys(run.memory.tokens)
        await goodHabits.giveBack(run)
        for (const id of held)
          await alsoCall(
            run,
            await run.habits.clientToken(run),
            run.habits.resource(run, 'Authorization', id),
            'DELETE',
          )
      },
    },
  },
  on: ['given-back'],
  fails: ['giving-back/once'],
})
