import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'books a property under its seller for good',
  differs: {
    habits: {
      ownerChanged: async () => {},
      askWho: async (_, __, holding) => {
        holding.sharedBy ??= holding.owner
      },
    },
  },
  on: ['transfer-staff-change'],
  fails: ['transfer/owner-follows'],
})
