import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'takes the level of the day it accepted for good',
  differs: {
    habits: {
      noteLevel(holding, access) {
        const since = holding as { first?: typeof access }
        since.first ??= access
        holding.access = since.first
      },
      whileHeld: (_, __, work) => work().catch(() => undefined),
    },
  },
  on: ['access-cut-to-read', 'access-cut-before-month-end'],
  fails: ['access/heeds-cut', 'access/knows-new-level'],
  also: { 'its upload is refused': ['access/does-not-insist'] },
})
