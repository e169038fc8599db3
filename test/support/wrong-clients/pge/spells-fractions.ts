import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'spells fractions of seconds',
  differs: {
    habits: {
      windowQuery: (by, { from, to }) => new URLSearchParams({ [`${by}-min`]: from, [`${by}-max`]: to }).toString(),
    },
  },
  on: ['authorized'],
  fails: ['dates/spelling'],
})
