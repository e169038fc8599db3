import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'says that it verifies owners, and accepts meters before connections',
  differs: {
    verifiesOwners: true,
    habits: {
      mayExchangeWith: () => true,
      async answerAll(run, asked) {
        await run.habits.answerMeters(run, asked.meters)
        await goodHabits.answerAll(run, { ...asked, properties: [], meters: [] })
      },
    },
  },
  traits: ['verifiesOwners'],
  on: ['upstream-sharing-unconnected'],
  fails: ['verified/owner-first'],
  also: {
    'connection and property come about with the meter': [
      'connection/answers-once',
      'connection/accepted-unseen',
      'share/property-answers-once',
      'holding/meter-implies-property',
    ],
    'the connection is answered when it is settled already': ['trouble/settled-is-settled'],
  },
})
