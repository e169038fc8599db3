import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'takes a 403 for a bad password and gives up',
  differs: {
    habits: {
      async lookUp(run, account) {
        await run.service.get(`customer/${account}`)
        return true
      },
    },
  },
  on: ['access-cut-by-stranger'],
  fails: ['access/denied-is-no-bad-password', 'access/rest-goes-on', 'readings/each-meter'],
  also: { 'it gives up before it says anything': ['access/knows-new-level', 'notices/none-forgotten'] },
})
