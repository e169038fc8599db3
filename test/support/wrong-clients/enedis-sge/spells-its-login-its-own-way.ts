import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'spells its login in capitals',
  differs: {
    habits: {
      ourselves(run) {
        const own = goodHabits.ourselves(run)
        return { ...own, loginUtilisateur: run.setting.login.toUpperCase() }
      },
    },
  },
  on: ['agreed'],
  fails: ['requests/own-login-and-contract'],
})
