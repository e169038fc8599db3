import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'has notifications cleared by the very call that fetches them',
  differs: {
    habits: {
      takeNotices: async (run) => run.habits.storeNotices(run, await run.habits.listNotices(run, { clear: true })),
    },
  },
  on: ['access-cut-to-read', 'notifications-lost'],
  fails: ['notices/looks-first', 'notices/none-lost'],
  also: { 'no notification reaches it': ['notices/none-forgotten', 'notices/deals-once'] },
})
