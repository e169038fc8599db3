import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'says that it verifies owners, and uploads whatever it may write',
  differs: { verifiesOwners: true, habits: { mayExchangeWith: () => true } },
  traits: ['verifiesOwners'],
  on: ['customer-disconnects'],
  fails: ['verified/data-after-owner'],
})
