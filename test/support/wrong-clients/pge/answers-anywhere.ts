import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'takes notices at addresses beside its own',
  differs: { habits: { isForNotices: (path) => path.startsWith('/notify') } },
  on: ['notice-misaddressed'],
  fails: ['notices/own-address'],
})
