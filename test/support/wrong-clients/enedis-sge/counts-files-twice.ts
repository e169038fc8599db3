import { goodHabits } from '../../../../conformance/clients/enedis-sge/habits/index.ts'
import { wrongSge } from '../wrong-client.ts'

export default wrongSge({
  does: 'counts a file each time it finds it',
  differs: {
    habits: {
      keepActive(run, told, curve) {
        const kept = run.habits.daysOf(run, told, curve.source)
        const before = structuredClone(kept)
        goodHabits.keepActive(run, told, curve)
        if (curve.source !== 'R4x') return
        for (const day of curve.days.keys()) {
          const [one, other] = [kept[day], before[day]]
          if (one && other) kept[day] = { ...one, amount: one.amount + other.amount }
        }
      },
      readFiles(run) {
        for (const file of Object.values(run.memory.files)) file.mark = ''
        goodHabits.readFiles(run)
      },
    },
  },
  on: ['file-twice'],
  fails: ['days/file-twice'],
})
