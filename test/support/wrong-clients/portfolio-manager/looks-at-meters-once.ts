import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'
export default wrongClient({
  does: 'looks at the meters of a property only when it gets the property',
  differs: {
    habits: {
      answerMeters: (run, asked) =>
        goodHabits.answerMeters(
          run,
          asked.filter(({ propertyId }) => !(propertyId in run.memory.properties)),
        ),
    },
  },
  on: ['new-meter'],
  fails: ['share/new-meter'],
  also: {
    'it answers no meter': ['share/meter-answers-once'],
    'the meter goes on waiting': ['holding/pending-is-not-held'],
  },
})
