import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'tries a call that fails again and again',
  differs: { manners: { pauseAfterTrouble: (_, attempt) => (attempt < 8 ? 1 : undefined) } },
  on: ['outage'],
  fails: ['trouble/bounds-retries'],
})
