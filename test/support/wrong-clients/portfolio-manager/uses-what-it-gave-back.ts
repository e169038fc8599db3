import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'gives a meter back and goes on reading it',
  differs: { habits: { forgetMeter: () => {}, whileHeld: (_, __, work) => work().catch(() => undefined) } },
  on: ['meters-given-back'],
  fails: ['leaving/stops-after-unshare'],
  also: { 'it is refused each time': ['access/does-not-insist'] },
})
