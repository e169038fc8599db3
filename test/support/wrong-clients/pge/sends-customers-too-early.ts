import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'sends a browser to the page for customers while it is being tested',
  differs: {
    habits: {
      async authorize(run) {
        if (run.habits.isInTests(run))
          run.say({
            open: run.habits.sendOut(run).replace('/datacustodian/test/oauth/v2/authorize', '/myAuthorization'),
          })
        await goodHabits.authorize(run)
      },
    },
  },
  on: ['registration-tests'],
  fails: ['registration/waits-for-approval'],
})
