import { wrongClient } from '../wrong-client.ts'
import { goodHabits } from '../../../../conformance/clients/portfolio-manager/habits/index.ts'

/** Runs of the story in which it has turned something down. */
const unwanted = new Set<string | undefined>()

export default wrongClient({
  does: 'takes an owner for unwanted once it turned a share down',
  differs: {
    habits: {
      async rejectMeters(run) {
        await goodHabits.rejectMeters(run)
        unwanted.add(run.setting.stateDir)
      },
      async answerAll(run, asked) {
        if (!unwanted.has(run.setting.stateDir)) await goodHabits.answerAll(run, asked)
      },
    },
  },
  on: ['forward-meters-turned-down'],
  fails: ['rejection/owner-still-waits', 'rejection/property-still-waits'],
  also: {
    'it answers nothing': ['connection/answers-once', 'share/property-answers-once', 'share/only-shared-meters'],
  },
})
