import { goodHabits } from '../../../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dayOf } from '../../../../conformance/clients/paris.ts'
import { wrongDataConnect } from '../wrong-client.ts'

export default wrongDataConnect({
  does: 'asks once a day, at night too',
  differs: {
    habits: {
      mayUse(run, usagePoint) {
        const { syncedAt = null } = run.memory.consents[usagePoint] ?? {}
        return (syncedAt === null || dayOf(syncedAt) !== dayOf(run.setting.now)) && goodHabits.mayUse(run, usagePoint)
      },
    },
  },
  on: ['night-before-publication'],
  fails: ['windows/asks-again-in-the-morning'],
  also: { 'the second run asks for nothing': ['token/kept', 'windows/no-day-between-runs'] },
})
