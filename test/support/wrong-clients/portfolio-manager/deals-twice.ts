import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'deals with a notification each time it is listed',
  differs: {
    habits: {
      storeNotices: ({ memory }, arrived) => void memory.notices.push(...arrived),
    },
  },
  on: ['access-cut-to-read'],
  fails: ['notices/deals-once'],
})
