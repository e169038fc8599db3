import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'never asks for notifications',
  differs: { habits: { takeNotices: async () => {} } },
  on: ['direct-share'],
  fails: ['session/notifications'],
})
