import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'goes on asking when a consent is over',
  differs: {
    habits: {
      mayUse: (run, usagePoint) => run.memory.consents[usagePoint] !== undefined,
    },
  },
  on: ['consent-revoked', 'consent-expired', 'consent-ended-by-enedis'],
  fails: ['life/revoked', 'life/expired', 'life/ended-by-enedis'],
  also: {
    'Enedis tells it what the good client knows by itself': [
      'life/keeps-others',
      'life/knows-ended',
      'life/tells-a-person',
      'services/asks-again-when-empty',
    ],
  },
})
