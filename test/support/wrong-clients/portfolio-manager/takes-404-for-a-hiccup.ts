import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'takes the 404 of a deleted meter for a hiccup',
  differs: { habits: { loseItem: () => {}, whileHeld: (_, __, work) => work().catch(() => undefined) } },
  on: ['meter-deleted'],
  fails: ['removal/deleted-stops', 'removal/knows-loss'],
  also: { 'it is refused each time': ['access/does-not-insist'] },
})
