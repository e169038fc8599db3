import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'fetches a package once for each notice of it',
  differs: {
    habits: {
      storeNotice(run, addresses) {
        run.memory.notices.push(...addresses)
        run.save()
      },
    },
  },
  on: ['notice-twice'],
  fails: ['notices/fetches-once'],
})
