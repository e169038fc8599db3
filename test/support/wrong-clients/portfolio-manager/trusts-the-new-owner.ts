import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'says that it verifies owners, and goes on after a sale',
  differs: { verifiesOwners: true, habits: { mayExchangeWith: () => true, stopExchange: async () => {} } },
  traits: ['verifiesOwners'],
  on: ['transfer-unconnected'],
  fails: ['transfer/exchange-stops'],
  also: {
    'it gives nothing back': ['leaving/ends-once', 'leaving/with-note', 'leaving/stops-after-unshare'],
    'nothing has to be shared anew': [
      'share/property-answers-once',
      'share/meter-answers-once',
      'share/waits-until-accepted',
      'verified/owner-first',
    ],
  },
})
