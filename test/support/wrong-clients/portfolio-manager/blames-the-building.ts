import { wrongClient } from '../wrong-client.ts'

export default wrongClient({
  does: 'turns down meters, and never looks at their building again',
  differs: { habits: { answerProperties: async () => {} } },
  on: ['forward-meters-turned-down'],
  fails: ['rejection/property-still-waits'],
  also: { 'it answers no property': ['share/property-answers-once', 'share/only-shared-meters'] },
})
