import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'goes on asking for what was taken from it',
  differs: { habits: { loseItem: () => {}, whileHeld: (_, __, work) => work().catch(() => undefined) } },
  on: ['access-removed'],
  fails: ['removal/removed-stops', 'removal/knows-loss'],
  also: { 'it is refused each time': ['access/does-not-insist'] },
})
