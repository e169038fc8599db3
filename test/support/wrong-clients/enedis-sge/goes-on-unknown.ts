import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'goes on with each call when Enedis does not know its user',
  differs: {
    habits: {
      isAboutUs: () => false,
    },
  },
  on: ['user-not-known-yet'],
  fails: ['trouble/about-the-caller'],
})
