import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { alsoCall } from '../data-connect.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'names usage points in the query of a contract API',
  differs: {
    habits: {
      async readContract(run, usagePoint) {
        await alsoCall(run, `${run.setting.url}/situation_contrat_auto/v1?usage_point_id=${usagePoint}`)
        await goodHabits.readContract(run, usagePoint)
      },
    },
  },
  on: ['consented'],
  fails: ['requests/usage-point-in-path'],
})
