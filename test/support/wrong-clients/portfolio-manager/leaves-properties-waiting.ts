import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'answers meters and leaves the buildings themselves waiting',
  differs: { habits: { answerProperties: async () => {} } },
  on: ['many-pending'],
  fails: ['share/property-answered'],
  also: {
    'properties come along with their meters': ['holding/meter-implies-property'],
    'it answers no property': ['share/property-answers-once'],
    'one goes on waiting': ['holding/pending-is-not-held'],
  },
})
