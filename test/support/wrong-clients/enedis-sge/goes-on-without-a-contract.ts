import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'goes on with each call when its contract has ended',
  differs: {
    habits: {
      isAboutUs: () => false,
    },
  },
  on: ['contract-ended'],
  fails: ['trouble/about-the-caller'],
})
