import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'takes the meters of a property for accepted along with it',
  differs: {
    habits: {
      answerMeters: (run, asked) =>
        goodHabits.answerMeters(
          run,
          asked.filter(({ propertyId }) => !(propertyId in run.memory.properties)),
        ),
    },
  },
  on: ['direct-share'],
  fails: ['share/meters-after-property'],
  also: {
    'it answers no meter': ['share/meter-answers-once'],
    'meters go on waiting': ['holding/pending-is-not-held'],
    'it holds nothing at level Read': ['access/respects-read-only'],
  },
})
