import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'never has notifications cleared',
  differs: {
    habits: {
      takeNotices: async (run) => run.habits.storeNotices(run, await run.habits.listNotices(run, { clear: false })),
    },
  },
  on: ['access-cut-to-read'],
  fails: ['notices/cleared'],
  also: { 'nothing is ever cleared': ['notices/looks-first', 'notices/none-lost'] },
})
