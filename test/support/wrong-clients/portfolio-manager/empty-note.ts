import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'sends an empty note with each answer, and takes the refusal for a yes',
  differs: { habits: { answerBody: (action) => ({ action, note: '' }) } },
  on: ['new-meter'],
  fails: ['transport/valid-bodies', 'share/waits-until-accepted'],
  also: {
    'its answer is refused': ['share/meter-answers-once', 'access/does-not-insist'],
    'the meter goes on waiting': ['holding/pending-is-not-held'],
  },
})
