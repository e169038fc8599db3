import { goodHabits } from '../../../../conformance/clients/pge/habits/index.ts'
import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'sends each browser to the page of old as well',
  differs: {
    habits: {
      async authorize(run) {
        run.say({ open: run.habits.sendOut(run).replace('/myAuthorization', '/datacustodian/oauth/v2/authorize') })
        await goodHabits.authorize(run)
      },
    },
  },
  on: ['first-authorization'],
  fails: ['registration/leaves-retired-address'],
})
