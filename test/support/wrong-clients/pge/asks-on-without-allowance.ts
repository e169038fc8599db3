import { wrongThirdParty } from '../wrong-client.ts'

export default wrongThirdParty({
  does: 'asks on and on when its allowance is spent',
  differs: { manners: { pauseAfterThrottling: (_, attempt) => (attempt < 8 ? 2 : undefined) } },
  on: ['allowance-spent'],
  fails: ['limits/leaves-spent-allowance'],
})
